import { AssertionFailure } from '../../../domain/assert.js';
import { ACCOUNTS, CHART_OF_ACCOUNTS } from '../../../domain/ledger/accounts.js';
import { credit, debit, entry, reversalOf, toPostedLines } from '../../../domain/ledger/journal.js';
import {
  entriesForCapture,
  entriesForDelivery,
  entriesForExpiredDelivery,
  entriesForReturn,
} from '../../../domain/ledger/post-sale.js';
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
import { priceSale } from '../../../domain/pricing/price-sale.js';
import { aCatalogue, aLine, aSale, paid, rupiah } from '../pricing/a-basket.js';
import { movementsOf } from './movements.js';

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

  it('give back over the counter what was paid, not what was tendered', () => {
    const returned = {
      taxBase: 19_795n,
      tax: 0n,
      rounding: 95n,
      refunds: [{ type: 'cash', amount: 19_700n }],
    } as const;
    const both = [...entriesForCapture(rounded, 'now', at), ...entriesForReturn(returned, at)];
    expect(movementsOf(both)).toEqual({ salesReturns: 19_795n, salesRevenue: -19_795n });
  });

  it('name the customer only where somebody owes', () => {
    const named = entriesForCapture(sale, 'now', at).filter(
      ({ customerId }) => customerId !== undefined,
    );
    expect(named.map(({ account }) => account)).toEqual([ACCOUNTS.unbilled.code]);
  });
});

describe('the postings of a receivable', () => {
  it('go from unbilled through the receivable to the bank', () => {
    const life = [
      ...entriesForCapture(sale, 'now', at),
      ...entriesForInvoice(36_000n, at),
      ...entriesForPayment(36_000n, 'bank', at),
      ...entriesForAllocation({ applied: 36_000n }, at),
    ];
    expect(movementsOf(life)).toMatchObject({ bank: 36_000n, cashOnHand: 75_000n });
    expect(Object.keys(movementsOf(life))).not.toContain('receivables');
  });

  it('explain a short payment by what was deducted', () => {
    const deductions = [
      { kind: 'withholdingTax', amount: 720n },
      { kind: 'bankFee', amount: 2_500n },
      { kind: 'earlyPayment', amount: 500n },
    ] as const;
    expect(movementsOf(entriesForAllocation({ applied: 32_280n, deductions }, at))).toEqual({
      unappliedCash: 32_280n,
      withholdingTax: 720n,
      bankFees: 2_500n,
      earlyPaymentDiscounts: 500n,
      receivables: -36_000n,
    });
  });

  it('take an allocation back by its mirror image', () => {
    const booked = entriesForAllocation({ applied: 36_000n }, at);
    expect(movementsOf([...booked, ...reversalOf(booked)])).toEqual({});
    expect(reversalOf(reversalOf(booked))).toEqual(booked);
  });

  it('credit what is open first and the customer with the rest', () => {
    const credited = { taxBase: 100_000n, tax: 11_000n, reducesOpen: 36_000n };
    expect(movementsOf(entriesForCreditNote(credited, at))).toEqual({
      salesReturns: 100_000n,
      outputTax: 11_000n,
      receivables: -36_000n,
      unappliedCash: -75_000n,
    });
  });

  it('write off, add fees, refund and open the books', () => {
    expect(movementsOf(entriesForWriteOff(5_000n, at))).toEqual({
      badDebt: 5_000n,
      receivables: -5_000n,
    });
    expect(movementsOf(entriesForDunningFee(5_000n, 'dunningFees', at))).toEqual({
      receivables: 5_000n,
      dunningFees: -5_000n,
    });
    expect(
      movementsOf(entriesForRefund(5_000n, { from: 'storeCredit', paidBy: 'bank' }, at)),
    ).toEqual({ storeCredit: 5_000n, bank: -5_000n });
    expect(movementsOf(entriesForOpeningReceivable(5_000n, at))).toEqual({
      receivables: 5_000n,
      openingEquity: -5_000n,
    });
  });
});

describe('the postings of an agency', () => {
  it('clear once the agency has remitted less its commission', () => {
    const life = [
      ...entriesForAgencyCollection(1_000_000n, at),
      ...entriesForPayment(777_800n, 'bank', {}),
      ...entriesForRemittance(
        { gross: 1_000_000n, commission: 200_000n, taxOnCommission: 22_200n, net: 777_800n },
        'unappliedCash',
      ),
    ];
    expect(movementsOf(life)).toEqual({
      bank: 777_800n,
      commission: 200_000n,
      inputTax: 22_200n,
      receivables: -1_000_000n,
    });
  });

  it('are never made of a remittance that does not add up', () => {
    const wrong = { gross: 100n, commission: 20n, taxOnCommission: 2n, net: 79n };
    expect(() => entriesForRemittance(wrong, 'bank')).toThrow(AssertionFailure);
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
    const codes = CHART_OF_ACCOUNTS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const kinds = new Set(CHART_OF_ACCOUNTS.map(({ code, kind }) => `${code.slice(0, 1)} ${kind}`));
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
    expect(CHART_OF_ACCOUNTS.filter(({ name }) => name.id === '' || name.en === '')).toEqual([]);
  });
});
