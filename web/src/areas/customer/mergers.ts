import type { Role } from '../../shell/session.js';

/** Who makes one customer of two, and two of one again (contract/customer/merges.ts). */
export const MERGERS: readonly Role[] = ['arManager', 'creditController'];
