import { ACCOUNTS, type Account } from '../../../domain/ledger/accounts.js';
import { credit, debit, entry, toPostedLines } from '../../../domain/ledger/journal.js';
import {
  entriesForCapture,
  entriesForDelivery,
  entriesForExpiredDelivery,
} from '../../../domain/ledger/post-sale.js';
import { entriesForCreditNote } from '../../../domain/ledger/post-credit-note.js';
import { priceSale } from '../../../domain/pricing/price-sale.js';
import { aCatalogue, aLine, aSale, paid, rupiah } from '../pricing/a-basket.js';
import { movementsOf } from './movements.js';

const chart: readonly Account[] = Object.values(ACCOUNTS);

const at = { storeId: 'toko-jkt', customerId: 'toko-melati' };

/** A shirt with a discount: 75,000 in cash, 36,000 on account. */
const sale = priceSale(
  aSale({
    customerId: at.customerId,
    lines: [aLine({ discount: rupiah(39_000n) })],
    tenders: [paid('cash', 75_000n), paid('onAccount', 36_000n)],
  }),
  aCatalogue(),
);

/** 1.333 kg of rice in cash, rounded from 19,795 to 19,700. */
const rounded = priceSale(
  aSale({
    lines: [aLine({ sku: 'BERAS-01', quantityMilli: 1_333n })],
    tenders: [paid('cash', 19_700n)],
  }),
  aCatalogue(),
);

describe('the postings of a sale', () => {
  it('book goods that leave at once as revenue, with what is on account as owed', () => {
    expect(movementsOf(entriesForCapture(sale, 'now', at))).toEqual({
      cashOnHand: 75_000n,
      unbilled: 36_000n,
      salesDiscounts: 35_135n,
      salesRevenue: -135_135n,
      outputTax: -11_000n,
    });
  });

  it('book goods that leave later as the customer’s deposit, and as revenue when they leave', () => {
    expect(movementsOf(entriesForCapture(sale, 'later', at))).toEqual({
      cashOnHand: 75_000n,
      customerDeposits: -75_000n,
    });
    expect(movementsOf(entriesForDelivery(sale, at))).toEqual({
      customerDeposits: 75_000n,
      unbilled: 36_000n,
      salesDiscounts: 35_135n,
      salesRevenue: -135_135n,
      outputTax: -11_000n,
    });
  });

  it('owe the customer what was paid for goods that were never fetched, rounding taken back', () => {
    const both = [
      ...entriesForCapture(rounded, 'later', at),
      ...entriesForExpiredDelivery(rounded, at),
    ];
    expect(movementsOf(both)).toEqual({ cashOnHand: 19_700n, storeCredit: -19_700n });
  });

  it('book nothing at all for later goods that are wholly on account', () => {
    const onAccount = priceSale(
      aSale({ customerId: 'x', tenders: [paid('onAccount', 150_000n)] }),
      aCatalogue(),
    );
    expect(entriesForCapture(onAccount, 'later', at)).toEqual([]);
    expect(entriesForExpiredDelivery(onAccount, at)).toEqual([]);
  });

  it('keep cash rounding on its own account', () => {
    expect(movementsOf(entriesForCapture(rounded, 'now', at))).toEqual({
      cashOnHand: 19_700n,
      cashRounding: 95n,
      salesRevenue: -19_795n,
    });
  });

  it('name the customer only where somebody owes', () => {
    const named = entriesForCapture(sale, 'now', at).filter(
      ({ customerId }) => customerId !== undefined,
    );
    expect(named.map(({ account }) => account)).toEqual([ACCOUNTS.unbilled.code]);
  });
});

describe('the posting of a credit note', () => {
  it('takes revenue and tax back from what the customer owes', () => {
    expect(movementsOf(entriesForCreditNote({ taxBase: 100_000n, tax: 11_000n }, at))).toEqual({
      salesReturns: 100_000n,
      outputTax: 11_000n,
      receivables: -111_000n,
    });
  });
});

describe('a journal entry', () => {
  it('leaves out what moves nothing and never leaves out of balance', () => {
    expect(entry([debit('bank', 0n), credit('badDebt', 0n)])).toEqual([]);
    expect(() => entry([debit('bank', 2n), credit('badDebt', 1n)])).toThrow('out of balance by 1');
  });

  it('turns a negative amount to the other side', () => {
    expect(debit('bank', -5n)).toEqual(credit('bank', 5n));
    expect(credit('bank', 5n)).toMatchObject({ debit: 0n, credit: 5n });
  });

  it('is handed to the database as plain data, debits positive', () => {
    const lines = toPostedLines([
      debit('bank', 7n, { storeId: 's' }),
      credit('receivables', 7n, { customerId: 'c' }),
    ]);
    expect(lines).toEqual([
      { account: '1120', amount: '7', storeId: 's' },
      { account: '1210', amount: '-7', customerId: 'c' },
    ]);
    expect(JSON.parse(JSON.stringify(lines))).toEqual(lines);
  });
});

describe('the chart of accounts', () => {
  it('has each code once, in four digits whose first tells the kind', () => {
    const codes = chart.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const kinds = new Set(chart.map(({ code, kind }) => `${code.slice(0, 1)} ${kind}`));
    expect([...kinds]).toEqual([
      '1 asset',
      '2 liability',
      '3 equity',
      '4 revenue',
      '5 expense',
      '6 expense',
    ]);
  });

  it('is named in both languages', () => {
    expect(chart.filter(({ name }) => name.id === '' || name.en === '')).toEqual([]);
  });
});
