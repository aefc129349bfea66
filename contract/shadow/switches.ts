import { z } from 'zod';
import { ASKS_FOR_CHANGE, SEES_MONEY_MASTERS } from '../company/access.js';
import { masterChange, reason } from '../company/master-changes.js';
import { date, id, instant, orNull, text } from '../primitives.js';
import { defineRoute } from '../route.js';

/** `live`: its sales are booked. `shadow`: another system sells there, and its sales are kept beside the books. */
export const STORE_MODES = ['shadow', 'live'] as const;

export const storeMode = z.enum(STORE_MODES).meta({
  description:
    '`live`: the sales of the store are booked. `shadow`: another system books them; here they are priced, checked and kept beside the books, to be compared.',
});

const params = z.strictObject({ storeId: id });

const storeSwitch = z.strictObject({
  id,
  to: storeMode,
  from: orNull(date).meta({
    description: 'The first business day; null: every day, of a store that had never sold.',
  }),
  state: z.enum(['planned', 'begun']).meta({ description: 'Whether its day has come.' }),
  reason: z.string().meta({ description: 'Why, in the words of who asked for it.' }),
  switchedBy: z.string().meta({ description: 'Who did it, or agreed to it.' }),
  switchedAt: instant,
});

/** Whether a store is live, and how it came to be. */
export const storeSwitches = z
  .strictObject({
    store: z.strictObject({ id, code: z.string(), name: z.string() }),
    mode: storeMode,
    switches: z.array(storeSwitch).meta({ description: 'The latest first.' }),
  })
  .meta({ id: 'StoreSwitches' });

export const readStoreSwitchesRoute = defineRoute({
  method: 'get',
  path: '/v1/stores/{storeId}/switches',
  summary: 'Whether a store is live or in shadow, and since when',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  params,
  responses: { 200: storeSwitches },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const beginShadowRoute = defineRoute({
  method: 'post',
  path: '/v1/stores/{storeId}/shadow',
  summary: 'Put a store that has never sold into shadow, beside the system that it works with',
  description:
    'From its first sale on, its sales are priced, checked and kept beside the books: nothing is booked, taken from stock, numbered, printed or mailed. Two people switch it to live (`/v1/stores/{storeId}/switches`).',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  params,
  body: z.strictObject({ reason: text().meta({ description: 'Why; it stands in the trail.' }) }),
  example: { reason: 'Runs beside the old tills until their totals agree' },
  responses: { 201: storeSwitches },
  errors: ['STORE_NOT_FOUND', 'STORE_MODE_SAME', 'STORE_HAS_SALES'],
  idempotency: 'key',
});

export const askForStoreSwitchRoute = defineRoute({
  method: 'post',
  path: '/v1/stores/{storeId}/switches',
  summary: 'Ask that a store be live, or in shadow again, from a day on',
  description:
    'Another person agrees. The business day of a sale decides, also when it comes late: sales before the day stay where they are, those from it on are booked (`live`) or kept beside the books (`shadow`). The day is tomorrow at the earliest, and after every day with sales of the store. What was booked stays booked when a store goes back into shadow.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  params,
  body: z.strictObject({ to: storeMode, from: date, reason }),
  example: { to: 'live', from: '2027-01-04', reason: 'Two weeks have agreed to the rupiah' },
  responses: { 202: masterChange },
  errors: ['STORE_NOT_FOUND', 'STORE_MODE_SAME', 'STORE_SWITCH_TOO_EARLY', 'MASTER_CHANGE_WAITING'],
  idempotency: 'key',
});

export const withdrawStoreSwitchRoute = defineRoute({
  method: 'post',
  path: '/v1/store-switches/{storeSwitchId}/withdrawal',
  summary: 'Take back a switch whose day has not come; the store stays as it is',
  description:
    'The beginning of a shadow is taken back while no sale has been kept in it and no switch follows it.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  params: z.strictObject({ storeSwitchId: id }),
  responses: { 200: storeSwitches },
  errors: ['STORE_SWITCH_NOT_FOUND', 'STORE_SWITCH_IN_FORCE'],
  idempotency: 'key',
});
