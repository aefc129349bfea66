import { z } from 'zod';
import { code, date } from '../primitives.js';
import { dayTotalsBody } from '../shadow/shadow-days.js';

/** What the old system says of a day of a store or till, as `PUT /v1/stores/{storeId}/day-totals/{day}` takes it. */
export const oldDayTotals = z.strictObject({ store: code, day: date, totals: dayTotalsBody });

export type OldDayTotals = z.output<typeof oldDayTotals>;
