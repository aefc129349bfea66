import { z } from 'zod';
import { code, date, money } from '../primitives.js';

/** The most letters that a policy may have. */
const LEVEL_MAX = 9;

/** What is open of an invoice of another system; only files bring it in. */
export const openReceivable = z.strictObject({
  number: code,
  customer: code,
  store: code.optional(),
  issuedOn: date,
  dueOn: date,
  open: money,
  level: z.number().int().min(0).max(LEVEL_MAX).optional(),
  lastNoticeOn: date.optional(),
  businessDate: date.optional(),
});

/** In which states an agency may have a case of another system. */
export const RUNNING_CASE_STATES = ['submitted', 'acknowledged'] as const;

/** A case that an agency runs for another system; only files bring it in. */
export const runningCase = z.strictObject({
  number: code,
  agency: code,
  placedOn: date,
  state: z.enum(RUNNING_CASE_STATES).optional(),
  placed: money,
  collected: money.optional(),
  paidDirect: money.optional(),
  adjusted: money.optional(),
  agreement: z.number().int().positive().optional(),
});

/** What an account had in the old books; only files bring it in. */
export const openingBalance = z.strictObject({
  account: code,
  balance: money,
  businessDate: date.optional(),
});
