import type { Statement, StatementLine } from '../../../domain/statement/statement.js';
import { toExact } from '../../../domain/statement/file-amount.js';
import { ACCOUNT, day } from '../../support/bank-files.js';

export function aLine(parts: Partial<StatementLine> = {}): StatementLine {
  return {
    position: 1,
    fileLine: 1,
    status: 'booked',
    bookingDate: day('2026-03-02'),
    valueDate: undefined,
    amount: 100n,
    currency: 'IDR',
    isReversal: false,
    transactionCode: undefined,
    bankReference: undefined,
    endToEndReference: undefined,
    creditorReference: undefined,
    otherReferences: [],
    payerName: undefined,
    payerAccount: undefined,
    text: '',
    details: [],
    ...parts,
  };
}

/** `opening` and `closing` in whole rupiah. */
export function aStatement({
  opening,
  closing,
  ...parts
}: Partial<Omit<Statement, 'opening' | 'closing'>> &
  Readonly<{ opening?: bigint; closing?: bigint }> = {}): Statement {
  const balance = (amount: bigint | undefined): Statement['opening'] =>
    amount === undefined
      ? undefined
      : { amount, exact: toExact(amount, 'IDR'), currency: 'IDR', on: undefined };
  return {
    accountId: ACCOUNT,
    currency: 'IDR',
    statementNumber: undefined,
    from: undefined,
    to: undefined,
    opening: balance(opening),
    closing: balance(closing),
    controlTotals: undefined,
    place: 'line 1',
    entries: parts.lines?.length ?? 0,
    differences: [],
    lines: [],
    leftOut: 0n,
    unread: 0,
    ...parts,
  };
}
