import type { Invariant } from './invariant.js';

/** That what is sold in a store in shadow stays beside the books, and that two people switched it (ADR 19). */
export const SHADOW_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I27a',
    says: 'no sale is booked on a day on which its store is in shadow, and none is kept in both places',
    sql: `SELECT s.number AS place FROM sale s
      WHERE s.store_id IN (SELECT store_id FROM store_switch) AND is_shadow_day(s.store_id, s.business_date, s.booked_at)
      UNION ALL SELECT s.number FROM shadow_sale k JOIN sale s ON s.id = k.id`,
  },
  {
    id: 'I27b',
    says: 'a store that has sold was switched as two people agreed',
    sql: `SELECT t.code || ' from ' || w.from_day AS place FROM store_switch w JOIN store t ON t.id = w.store_id
      WHERE w.from_day IS NOT NULL AND NOT EXISTS (SELECT 1 FROM master_change m
        WHERE m.kind = 'store-switch' AND m.state = 'approved' AND m.subject = w.store_id::text
          AND m.after->>'to' = w.to_mode AND (m.after->>'from')::date = w.from_day)`,
  },
];
