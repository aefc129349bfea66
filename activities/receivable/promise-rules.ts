import type { PromiseRules } from '../../domain/receivable/promise.js';

/** Two months ahead is a plan, not a promise; who broke two on one invoice is not believed a third time. */
export const PROMISE_RULES: PromiseRules = { maxDays: 60, maxBroken: 2 };
