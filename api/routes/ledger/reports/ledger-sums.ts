import { accountCode, type AccountName } from '../../../../domain/ledger/accounts.js';
import { Prisma } from '../../../../prisma/database.js';
import type { ReportScope } from './report-day.js';

/** The balance of an account at the end of the day, as one value; debit is positive. */
export function balanceOn(
  { asOf, currency }: ReportScope,
  ...accounts: readonly AccountName[]
): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(sum(b.debit_amount - b.credit_amount), 0)::bigint
    FROM ledger_until(${currency}::bpchar, ${asOf}::date) b WHERE b.account_code = ANY (${accounts.map(accountCode)}))`;
}

/** All that is booked, whatever its day. */
export const WHENEVER = 'infinity';
