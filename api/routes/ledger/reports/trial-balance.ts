import { trialBalanceRoute } from '../../../../contract/ledger/reports.js';
import { sumAmounts } from '../../../../domain/money/money.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { reportScope } from './report-day.js';

const FORMULA =
  'Debits and credits of every account, of all entries with a business date up to the day.';

type AccountRow = Readonly<{
  code: string;
  name_id: string;
  name_en: string;
  kind: string;
  debit: string;
  credit: string;
}>;

export const trialBalance = route(trialBalanceRoute).answers(async ({ query }, deps) => {
  const scope = await reportScope(deps, query);
  const { asOf, currency } = scope;
  const rows = await deps.database.prisma.$queryRaw<AccountRow[]>`
    SELECT a.code, a.name_id, a.name_en, a.kind, coalesce(sum(b.debit_amount), 0)::text AS debit,
      coalesce(sum(b.credit_amount), 0)::text AS credit
    FROM account a LEFT JOIN ledger_until(${currency}::bpchar, ${asOf}::date) b ON b.account_code = a.code
    GROUP BY a.code ORDER BY a.code`;
  const wire = (amount: bigint) => wireMoney(amount, currency);
  const accounts = rows.map((row) => ({
    ...row,
    debit: BigInt(row.debit),
    credit: BigInt(row.credit),
  }));
  const debit = sumAmounts(accounts.map((row) => row.debit));
  const credit = sumAmounts(accounts.map((row) => row.credit));
  return {
    status: 200,
    body: {
      ...scope,
      formula: FORMULA,
      accounts: accounts.map((row) => ({
        code: row.code,
        name: { id: row.name_id, en: row.name_en },
        kind: row.kind,
        debit: wire(row.debit),
        credit: wire(row.credit),
        balance: wire(row.debit - row.credit),
      })),
      total: { debit: wire(debit), credit: wire(credit), difference: wire(debit - credit) },
    },
  };
});
