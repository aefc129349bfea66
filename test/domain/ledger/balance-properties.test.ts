import fc from 'fast-check';
import { accountCode, type AccountName } from '../../../domain/ledger/accounts.js';
import type { JournalLine } from '../../../domain/ledger/journal.js';
import {
  entriesForAgencyCollection,
  entriesForRemittance,
} from '../../../domain/ledger/post-agency.js';
import {
  entriesForAllocation,
  entriesForCreditNote,
  entriesForDunningFee,
  entriesForInvoice,
  entriesForOpeningReceivable,
  entriesForPayment,
  entriesForRefund,
  entriesForWriteOff,
} from '../../../domain/ledger/post-receivable.js';
import {
  entriesForCapture,
  entriesForDelivery,
  entriesForExpiredDelivery,
} from '../../../domain/ledger/post-sale.js';
import {
  entriesForOpeningStock,
  entriesForStockCount,
  entriesForStockIssue,
  entriesForStockReceipt,
  entriesForStockReturn,
  entriesForStockTransfer,
} from '../../../domain/ledger/post-stock.js';
import {
  entriesForCashDeposit,
  entriesForSettlement,
  entriesForTillDifference,
} from '../../../domain/ledger/post-till.js';
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

describe('every other posting', () => {
  it('balances for any amounts', () => {
    fc.assert(
      fc.property(amounts(), amounts(), amounts(), (a, b, c) => {
        const entries = allPostings({ a, b, c });
        expect(entries.flatMap(faultsOf)).toEqual([]);
        expect(entries.every((lines) => lines.length >= 2)).toBe(true);
      }),
      runs,
    );
  });
});

function allPostings({ a, b, c }: Readonly<{ a: bigint; b: bigint; c: bigint }>): JournalLine[][] {
  return [
    entriesForInvoice(a, at),
    entriesForPayment(a, 'qrisClearing', at),
    entriesForAllocation(
      {
        applied: a,
        deductions: [
          { kind: 'bankFee', amount: b },
          { kind: 'cashRounding', amount: c },
        ],
      },
      at,
    ),
    entriesForCreditNote({ taxBase: a, tax: b, reducesOpen: c }, at),
    entriesForWriteOff(a, at),
    entriesForDunningFee(a, 'interestIncome', at),
    entriesForRefund(a, { from: 'unappliedCash', paidBy: 'cashOnHand' }, at),
    entriesForOpeningReceivable(a, at),
    entriesForAgencyCollection(a, at),
    entriesForRemittance({ gross: a + b + c, commission: a, taxOnCommission: b, net: c }, 'bank'),
    entriesForStockIssue(a, at),
    entriesForStockReturn(a, at),
    entriesForStockReceipt(a, at),
    entriesForStockCount(-a, at),
    entriesForStockTransfer(a, { fromStoreId: 'toko-jkt', toStoreId: 'toko-bdg' }),
    entriesForOpeningStock(a, at),
    entriesForSettlement({ gross: a + b, fee: b }, 'cardClearing', at),
    entriesForTillDifference(-a, at),
    entriesForCashDeposit(a, at),
  ];
}

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

function amounts(): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: 1n, max: 10n ** 12n });
}
