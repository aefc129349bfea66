import { z } from 'zod';
import { CREDIT_REFUSALS } from '../sale/capture-errors.js';

/** Amounts in the smallest booked unit, as `credit_reasons` answers them. */
const units = z.string().regex(/^-?\d+$/);

/** The facts of each reason for refusing credit. */
export const creditFacts = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('CREDIT_NOT_GRANTED'),
    granted: z.string().nullable(),
    asked: z.string(),
  }),
  z.object({ code: z.literal('CUSTOMER_BLOCKED') }),
  z.object({ code: z.literal('CREDIT_EXPIRED'), endedOn: z.string() }),
  z.object({ code: z.literal('CUSTOMER_PLACED') }),
  z.object({
    code: z.literal('CREDIT_OVERDUE'),
    invoice: z.string(),
    since: z.string(),
    days: z.number().int(),
  }),
  z.object({
    code: z.literal('CREDIT_EXCEEDED'),
    used: units,
    limit: units,
    wanted: units,
    currency: z.string(),
  }),
]);

export type CreditFacts = z.infer<typeof creditFacts>;

export function isCreditRefusal(code: string): code is (typeof CREDIT_REFUSALS)[number] {
  return CREDIT_REFUSALS.some((known) => known === code);
}
