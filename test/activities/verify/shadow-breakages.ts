import type { Breakage } from './agreed-breakages.js';

const SWITCHED = `INSERT INTO store_switch (store_id, to_mode, from_day, reason, switched_by, switched_at)`;

/** Sales of a store in shadow that are not beside the books, and a switch that nobody agreed on. */
export const SHADOW_BREAKAGES: readonly Breakage[] = [
  [
    'a store that has sold is in shadow from its first sale on',
    'I27a',
    `${SWITCHED} SELECT store_id, 'shadow', NULL, 'x', 'x', now() FROM sale LIMIT 1`,
  ],
  [
    'a store goes into shadow, and nobody agreed on it',
    'I27b',
    `${SWITCHED} SELECT store_id, 'shadow', '9999-01-01', 'x', 'x', now() FROM sale LIMIT 1`,
  ],
];
