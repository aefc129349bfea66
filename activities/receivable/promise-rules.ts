import type { PromiseRules } from '../../domain/receivable/promise.js';

/** A promise reaches at most two months ahead; after two broken promises on an invoice no third is accepted. */
export const PROMISE_RULES: PromiseRules = { maxDays: 60, maxBroken: 2 };
