import fc from 'fast-check';
import { paymentOf, type OldLine } from '../../../domain/imports/old-receipt.js';
import { tenderNamed } from '../../../domain/imports/tender-names.js';

function line(parts: Partial<OldLine<'cash' | 'qris'>> = {}): OldLine<'cash' | 'qris'> {
  const plain = { quantityMilli: 1_000n, unitPrice: 100n, discount: 0n, total: undefined };
  return { ...plain, tender: 'cash', ...parts };
}

describe('what a receipt of another system was paid with', () => {
  it.each([
    ['what its lines come to', [line(), line({ quantityMilli: 2_500n, discount: 50n })], 300n],
    ['the total that each row repeats', [line({ total: 220n }), line({ total: 220n })], 220n],
    ['totals of the lines', [line({ total: 100n }), line({ total: 100n })], 200n],
    ['a total that stands once', [line({ total: 190n }), line()], 190n],
  ] as const)('is %s', (_, lines, amount) => {
    expect(paymentOf(lines)).toEqual({ kind: 'paid', tenders: [{ type: 'cash', amount }] });
  });

  it('is the total of each of several tenders', () => {
    const lines = [line({ total: 60n }), line({ tender: 'qris', total: 140n })];
    expect(paymentOf(lines)).toEqual({
      kind: 'paid',
      tenders: [
        { type: 'cash', amount: 60n },
        { type: 'qris', amount: 140n },
      ],
    });
  });

  it.each([
    ['totals that contradict each other', [line({ total: 220n }), line({ total: 230n })], 1],
    ['a tender without an amount', [line({ total: 60n }), line({ tender: 'qris' })], 1],
    ['no lines', [], 0],
  ] as const)('is unclear with %s', (_, lines, at) => {
    expect(paymentOf(lines)).toEqual({ kind: 'unclear', line: at });
  });

  it('property: with one tender and no totals it is the sum of the lines', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1 });
    fc.assert(
      fc.property(amounts, (prices) => {
        const sum = prices.reduce((total, price) => total + price, 0n);
        expect(paymentOf(prices.map((unitPrice) => line({ unitPrice })))).toEqual({
          kind: 'paid',
          tenders: [{ type: 'cash', amount: sum }],
        });
      }),
    );
  });
});

it.each([
  ['Tunai', 'cash'],
  ['Kartu Debit', 'card'],
  ['GoPay', 'qris'],
  ['storeCredit', 'storeCredit'],
  ['Piutang', 'onAccount'],
  ['Kerang', undefined],
])('the tender %s is %s', (name, type) => {
  expect(tenderNamed(name)).toBe(type);
});
