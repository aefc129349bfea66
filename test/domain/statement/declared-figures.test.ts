import { differencesOf } from '../../../domain/statement/declared-figures.js';
import { toExact } from '../../../domain/statement/file-amount.js';
import type { ControlTotals, StatementLine } from '../../../domain/statement/statement.js';
import { aLine, aStatement } from './a-statement.js';

const lines: readonly StatementLine[] = [
  aLine({ amount: 100n }),
  aLine({ amount: 50n, status: 'pending' }),
  aLine({ amount: -30n }),
];

function differences(totals: Partial<ControlTotals>, more: object = {}): string[] {
  const controlTotals = { credits: undefined, debits: undefined, ...totals };
  return differencesOf(aStatement({ lines, controlTotals, ...more })).map(
    ({ what, stated, found }) => `${what} ${stated} ${found}`,
  );
}

const rupiah = (amount: bigint) => toExact(amount, 'IDR');

describe('what the bank declares of a statement', () => {
  it('agrees when it counts all entries, or the booked ones alone', () => {
    expect(differences({ count: 3, creditCount: 2, debitCount: 1, net: rupiah(120n) })).toEqual([]);
    expect(differences({ count: 2, creditCount: 1, net: rupiah(70n) })).toEqual([]);
    expect(differences({ credits: rupiah(150n), debits: rupiah(30n) })).toEqual([]);
  });

  it('is shown where it differs', () => {
    expect(differences({ count: 4, debitCount: 2, credits: rupiah(90n), net: rupiah(1n) })).toEqual(
      ['entry-count 4 3', 'debit-count 2 1', 'credit-sum 90 150', 'net-sum 1 120'],
    );
  });

  it('is compared by the number of all entries alone when one of them could not be read', () => {
    expect(differences({ count: 4, credits: rupiah(90n) }, { entries: 4, unread: 1 })).toEqual([]);
    expect(differences({ count: 5 }, { entries: 4, unread: 1 })).toEqual(['entry-count 5 4']);
  });

  it('agrees when it counts the payments of a batch', () => {
    const { details: _, ...payment } = aLine();
    const batch = aLine({ details: [payment, payment] });
    const controlTotals = { credits: undefined, debits: undefined, count: 2 };
    expect(differencesOf(aStatement({ lines: [batch], controlTotals }))).toEqual([]);
  });
});
