import { openingBalance } from '../../../contract/imports/opening.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import type { RowValues } from '../../../domain/imports/read-row.js';
import { bookOpeningBalance } from '../../ledger/opening-balance.js';
import { importKind } from '../import-kind.js';
import { oneByOne } from '../under-savepoint.js';

const FIELDS: readonly ImportField[] = [
  {
    field: 'account',
    reads: 'text',
    needed: 'always',
    names: ['kode akun', 'akun', 'account code', 'account number', 'code'],
  },
  { field: 'balance', reads: 'amount', needed: 'if-there', names: ['saldo', 'closing balance'] },
  { field: 'debit', reads: 'amount', needed: 'if-there', names: ['debet', 'closing (dr)'] },
  { field: 'credit', reads: 'amount', needed: 'if-there', names: ['kredit', 'closing (cr)'] },
];

/** The trial balance of the old books without the accounts whose records are brought in themselves. */
export const balancesKind = importKind({
  fields: FIELDS,
  schema: openingBalance,
  keyOf: ({ account }) => account,
  bodyOf: (values, { currency, settings: { businessDate } }) => ({
    ...(businessDate === undefined ? {} : { businessDate }),
    account: values['account'],
    balance: { amount: balanceOf(values), currency },
  }),
  write: (tx, ctx, { bodies }) => oneByOne(tx, bodies, (body) => bookOpeningBalance(tx, ctx, body)),
});

/** One column with a sign, or a column for each side. Undefined when both sides have an amount, or none. */
function balanceOf({ balance, debit, credit }: RowValues): unknown {
  if (balance !== undefined) return balance;
  const isEmpty = (side: unknown) => side === undefined || side === '0';
  if (isEmpty(credit)) return debit ?? credit;
  return isEmpty(debit) ? negated(String(credit)) : undefined;
}

function negated(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`;
}
