import { compareDay } from '../../domain/shadow/compare-day.js';
import type { SwitchFacts } from '../../domain/shadow/switch-checklist.js';
import type { PrismaClient } from '../../prisma/database.js';
import { readShadowDays } from './shadow-days.js';

/** Two weeks: each day of the week twice. */
const DAYS_LOOKED_AT = 14;

type Reader = Pick<PrismaClient, '$queryRaw' | 'shadowDayTotal' | 'store'>;

/** What a person should have seen before a store goes live, of its last days in shadow. */
export async function readSwitchFacts(prisma: Reader, storeId: string): Promise<SwitchFacts> {
  const rows = await prisma.$queryRaw<{ day: string }[]>`
    SELECT day::text FROM (
      SELECT business_date AS day FROM shadow_sale WHERE store_id = ${storeId}::uuid
      UNION SELECT day FROM shadow_day_total WHERE store_id = ${storeId}::uuid) days
    ORDER BY 1 DESC LIMIT ${DAYS_LOOKED_AT}`;
  const days = await readShadowDays(prisma, { storeId, days: rows.map(({ day }) => day) });
  const states = days.map(({ own, totals }) => compareDay(own, totals).state);
  const countOf = (state: (typeof states)[number]) => states.filter((one) => one === state).length;
  const [counts] = await prisma.$queryRaw<[Counts]>`
    SELECT
      (SELECT count(*)::integer FROM quarantine
        WHERE store_id = ${storeId}::uuid AND resolved_at IS NULL) AS refused,
      (SELECT count(DISTINCT t.id)::integer FROM terminal t JOIN api_key k ON k.terminal_id = t.id
        WHERE t.store_id = ${storeId}::uuid AND t.active AND k.revoked_at IS NULL) AS "enrolledTills",
      (SELECT count(*)::integer FROM item WHERE active AND stocked) AS "stockedItems",
      (SELECT count(DISTINCT s.item_id)::integer FROM stock_level s
        JOIN stock_location l ON l.id = s.location_id
        WHERE l.store_id = ${storeId}::uuid AND s.on_hand_milli > 0) AS "itemsInStock"`;
  return {
    ...counts,
    daysCompared: states.length - countOf('totals-missing'),
    daysDiffering: countOf('differs'),
    daysWithoutTotals: countOf('totals-missing'),
    exceptions: days.reduce((sum, { exceptions }) => sum + exceptions, 0),
  };
}

type Counts = Pick<SwitchFacts, 'refused' | 'enrolledTills' | 'stockedItems' | 'itemsInStock'>;
