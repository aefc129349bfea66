import { FINANCE_WRITERS } from '../roles.js';

/** Those who may give work to somebody, put it off and write at it. */
export const WORKERS = [...FINANCE_WRITERS, 'owner', 'storeManager'] as const;
