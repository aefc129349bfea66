import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from './stores.js';

/** The day that it is for the company at a moment. @throws Refusal `COMPANY_MISSING` */
export async function companyDay(
  tx: Pick<Transaction, 'legalEntity'>,
  at: string,
): Promise<Temporal.PlainDate> {
  const { timeZone } = await companyOf(tx);
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A day as the database client reads it. */
export function dayOf(date: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(date.toISOString().slice(0, 10));
}
