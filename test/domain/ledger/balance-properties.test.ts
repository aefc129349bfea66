import fc from 'fast-check';
import { accountCode, type AccountName } from '../../../domain/ledger/accounts.js';
import type { JournalLine } from '../../../domain/ledger/journal.js';
import {
  entriesForCapture,
  entriesForDelivery,
  entriesForExpiredDelivery,
} from '../../../domain/ledger/post-sale.js';
import { priceSale } from '../../../domain/pricing/price-sale.js';
import { aCatalogue } from '../pricing/a-basket.js';
import { anyBasket } from '../pricing/any-basket.js';
import { movementsOf } from './movements.js';

const at = { storeId: 'toko-jkt', customerId: 'toko-melati' };
const runs = { numRuns: 1000 };

describe('the postings of any sale', () => {
  it('balance, move money one way each, and book what the receipt says', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        const sale = priceSale(request, aCatalogue());
        const lines = entriesForCapture(sale, 'now', at);
        expect(faultsOf(lines)).toEqual([]);
        expect(balanceOf(lines, 'outputTax')).toBe(-sale.totals.tax);
        expect(balanceOf(lines, 'unbilled')).toBe(sale.totals.onAccount);
        expect(balanceOf(lines, 'salesRevenue') + balanceOf(lines, 'salesDiscounts')).toBe(
          -sale.totals.taxBase,
        );
      }),
      runs,
    );
  });

  it('come to the same whether the goods leave now or later', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        const sale = priceSale(request, aCatalogue());
        const [before, after] = [
          entriesForCapture(sale, 'later', at),
          entriesForDelivery(sale, at),
        ];
        expect([...faultsOf(before), ...faultsOf(after)]).toEqual([]);
        expect(movementsOf([...before, ...after])).toEqual(
          movementsOf(entriesForCapture(sale, 'now', at)),
        );
      }),
      runs,
    );
  });

  it('leave nothing but money and what is owed for it when the goods are never fetched', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        const sale = priceSale(request, aCatalogue());
        const expired = entriesForExpiredDelivery(sale, at);
        const left = [...entriesForCapture(sale, 'later', at), ...expired];
        expect(faultsOf(expired)).toEqual([]);
        expect(
          ['customerDeposits', 'cashRounding', 'outputTax', 'salesRevenue', 'unbilled'].map(
            (name) => balanceOf(left, name as AccountName),
          ),
        ).toEqual([0n, 0n, 0n, 0n, 0n]);
        expect(balanceOf(expired, 'storeCredit')).toBe(-sale.totals.paid);
      }),
      runs,
    );
  });
});

/** An entry is out of balance, or a line has two sides, none, or a negative one. */
function faultsOf(lines: readonly JournalLine[]): string[] {
  const difference = lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0n);
  const odd = lines.filter(
    ({ debit, credit }) => debit < 0n || credit < 0n || (debit === 0n) === (credit === 0n),
  );
  return [
    ...(difference === 0n ? [] : [`out of balance by ${difference}`]),
    ...odd.map(({ account }) => `odd line on ${account}`),
  ];
}

function balanceOf(lines: readonly JournalLine[], name: AccountName): bigint {
  return lines
    .filter(({ account }) => account === accountCode(name))
    .reduce((sum, { debit, credit }) => sum + debit - credit, 0n);
}
