import fc from 'fast-check';
import { explainShort, uniqueCodeOf } from '../../../domain/matching/adjustments.js';
import { equationText } from '../../../domain/matching/equation.js';
import { matchPayment } from '../../../domain/matching/match-payment.js';
import type { OpenItem } from '../../../domain/matching/matching.js';
import { money } from '../../../domain/money/money.js';
import { aPayment, anItem, invoiceNumber, policy, referenceOf, someBooks } from './some-books.js';

const grammar = { fees: [2_500n, 2_900n, 6_500n], withholdingBasisPoints: 200 };

/** An invoice of this amount without VAT, with 11 % of it. */
function taxed(n: number, net: bigint): OpenItem {
  const tax = (net * 11n) / 100n;
  return anItem(n, { open: money(net + tax, 'IDR'), taxed: { net, tax } });
}

const kinds = (items: readonly OpenItem[], paid: bigint): unknown =>
  explainShort(items, money(paid, 'IDR'), grammar).map(({ kept }) => kept.map(({ kind }) => kind));

describe('a payment that is short', () => {
  const item = taxed(1, 1_000_000n);

  it.each([
    ['the fee of a bank', 1_107_500n, ['known-fee']],
    ['income tax of services', 1_090_000n, ['income-tax-23']],
    ['income tax of goods', 1_095_000n, ['income-tax-22']],
    ['the VAT of a collector', 1_000_000n, ['vat-by-collector']],
    ['the VAT and income tax of a collector', 985_000n, ['income-tax-22', 'vat-by-collector']],
    ['income tax and a fee', 1_087_100n, ['income-tax-23', 'known-fee']],
  ])('by %s', (_, paid, expected) => {
    expect(kinds([item], paid)).toEqual([expected]);
  });

  it('by a rounding down to a hundred rupiah, alone and before a fee', () => {
    const odd = anItem(1, { open: money(123_456n, 'IDR') });
    expect(kinds([odd], 123_400n)).toEqual([['rounded-down']]);
    expect(kinds([odd], 120_900n)).toEqual([['rounded-down', 'known-fee']]);
    expect(kinds([odd], 123_401n)).toEqual([]);
  });

  it('says what the books book it as, and which document it demands', () => {
    expect(explainShort([item], money(1_090_000n, 'IDR'), grammar)).toEqual([
      {
        allocations: [{ openItemId: 'item-1', amount: 1_090_000n }],
        kept: [
          {
            kind: 'income-tax-23',
            openItemId: 'item-1',
            amount: 20_000n,
            deduction: 'withholdingTax',
            document: 'withholding-slip',
          },
        ],
      },
    ]);
    const [vat] = explainShort([item], money(1_000_000n, 'IDR'), grammar);
    expect(vat?.kept).toEqual([
      {
        kind: 'vat-by-collector',
        openItemId: 'item-1',
        amount: 110_000n,
        document: 'tax-payment-slip',
      },
    ]);
  });

  it('is explained twice when a tax is as large as a fee', () => {
    expect(kinds([taxed(1, 125_000n)], 138_750n - 2_500n)).toEqual([
      ['known-fee'],
      ['income-tax-23'],
    ]);
  });

  it('is not explained by an amount near one of these, nor by nine hundredths', () => {
    for (const paid of [1_107_501n, 1_107_499n, 1_089_999n, 1_090_001n, 1_109_991n]) {
      expect(kinds([item], paid)).toEqual([]);
    }
    const dollars = anItem(1, { open: money(100_000n, 'AUD') });
    expect(explainShort([dollars], money(99_991n, 'AUD'), { ...grammar, fees: [] })).toEqual([]);
  });
});

describe('withheld tax', () => {
  it('is at most the rate of the legal entity, and none when that is nothing', () => {
    const at = (withholdingBasisPoints: number, paid: bigint): number =>
      explainShort([taxed(1, 1_000_000n)], money(paid, 'IDR'), {
        ...grammar,
        withholdingBasisPoints,
      }).length;
    expect(at(150, 1_095_000n)).toBe(1);
    expect(at(150, 1_090_000n)).toBe(0);
    expect(at(0, 1_095_000n)).toBe(0);
  });

  it('is not thought of when a part of the invoice is settled, or in another currency', () => {
    const part = { ...taxed(1, 1_000_000n), open: money(600_000n, 'IDR') };
    expect(kinds([part], 580_000n)).toEqual([]);
    const foreign = anItem(1, {
      open: money(111_000n, 'AUD'),
      taxed: { net: 100_000n, tax: 11_000n },
    });
    expect(explainShort([foreign], money(109_000n, 'AUD'), grammar)).toEqual([]);
  });

  it('is taken of each invoice, rounded down or up', () => {
    const [a, b] = [taxed(1, 100_049n), taxed(2, 200_001n)];
    const total = a.open.amount + b.open.amount;
    for (const withheld of [2_000n + 4_000n, 2_001n + 4_001n]) {
      expect(kinds([a, b], total - withheld)).toContainEqual(['income-tax-23', 'income-tax-23']);
    }
  });
});

describe('every reading of a short payment', () => {
  const someItems = fc.array(fc.bigInt(20_000n, 900_000n), { minLength: 1, maxLength: 5 });

  it('uses the payment up, and settles its items exactly with what was kept back', () => {
    const part = fc.record({
      tax: fc.constantFrom(0n, 150n, 200n),
      fee: fc.constantFrom(0n, 2_500n, 6_500n),
    });
    fc.assert(
      fc.property(someItems, part, (nets, { tax, fee }) => {
        const items = nets.map((net, n) => taxed(n + 1, net));
        const open = items.reduce((sum, one) => sum + one.open.amount, 0n);
        const withheld = nets.reduce((sum, net) => sum + (net * tax) / 10_000n, 0n);
        const paid = open - withheld - fee;
        const readings = explainShort(items, money(paid, 'IDR'), grammar);
        expect(readings.length > 0).toBe(paid < open);
        for (const { allocations, kept } of readings) {
          expect(allocations.reduce((sum, { amount }) => sum + amount, 0n)).toBe(paid);
          for (const { id, open: of } of items) {
            const settled = [...allocations, ...kept].filter(({ openItemId }) => openItemId === id);
            expect(settled.reduce((sum, { amount }) => sum + amount, 0n)).toBe(of.amount);
          }
        }
      }),
    );
  });
});

describe('a unique code', () => {
  it('is the end of the invoice number, and nothing else', () => {
    const item = anItem(12_345, { open: money(500_000n, 'IDR') });
    expect(uniqueCodeOf(item, money(500_345n, 'IDR'))).toBe(345n);
    for (const paid of [500_346n, 500_000n, 501_345n, 499_655n]) {
      expect(uniqueCodeOf(item, money(paid, 'IDR'))).toBeUndefined();
    }
  });
});

describe('a short payment of a named invoice', () => {
  const books = someBooks({ openItems: [taxed(1, 1_000_000n), taxed(2, 500_000n)] });

  it('is offered with what was kept back, in its sum, and is never booked', () => {
    const decision = matchPayment(aPayment(1_090_000n, { text: referenceOf(1) }), books, policy);
    expect(decision).toMatchObject({
      kind: 'suggest',
      suggestions: [{ doubts: ['amount-short'] }],
    });
    if (decision.kind !== 'suggest') throw new Error('not suggested');
    const [first] = decision.suggestions;
    expect(first === undefined ? '' : equationText(first.equation)).toBe(
      `IDR 1090000 = ${invoiceNumber(1)} 1090000 (of 1110000) [income-tax-23 20000]`,
    );
  });

  it('is offered over all invoices that it names', () => {
    const text = `${referenceOf(1)}, ${referenceOf(2)}`;
    expect(matchPayment(aPayment(1_665_000n - 30_000n, { text }), books, policy)).toMatchObject({
      suggestions: [
        {
          allocations: [{ amount: 1_090_000n }, { amount: 545_000n }],
          equation: { rest: 0n, kept: [{ kind: 'income-tax-23' }, { kind: 'income-tax-23' }] },
        },
      ],
    });
  });
});
