import fc from 'fast-check';
import { inOneForm, type SaidSale } from '../../../domain/sale/same-sale.js';

const line = { sku: 'KOPI-250', quantity: '1', unitPrice: rupiah('45000') };
const cash = { type: 'cash', amount: rupiah('45000') };
const sale = {
  terminal: 'JKT1-01',
  capturedAt: '2026-11-22T03:15:30.000Z',
  lines: [line],
  tenders: [cash],
};

describe('the same sale', () => {
  it.each([
    ['at the same instant in another zone', { capturedAt: '2026-11-22T10:15:30+07:00' }],
    ['with a finer clock than the books keep', { capturedAt: '2026-11-22T03:15:30.000000000123Z' }],
    ['with idle zeros', { lines: [{ ...line, quantity: '1.000', unitPrice: rupiah('45000.00') }] }],
    ['with a discount of nothing', { lines: [{ ...line, discount: rupiah('0.00') }] }],
    ['with cash to the last rupiah', { tenders: [{ ...cash, tendered: rupiah('45000') }] }],
    ['with goods that were carried away', { delivery: { kind: 'carried' } }],
  ])('is one, said %s', (_how, said) => {
    expect(plain(inOneForm({ ...sale, ...said }))).toEqual(sale);
  });

  it.each([
    ['another quantity', { lines: [{ ...line, quantity: '10' }] }],
    ['another second', { capturedAt: '2026-11-22T03:15:31Z' }],
    [
      'another currency',
      { tenders: [{ type: 'cash', amount: { amount: '45000', currency: 'SGD' } }] },
    ],
    ['change', { tenders: [{ ...cash, tendered: rupiah('50000') }] }],
    ['goods that leave later', { delivery: { kind: 'later' } }],
    ['a slip of its own', { receipt: { printedAt: '2026-11-22T03:15:30Z' } }],
  ])('is not one with %s', (_what, said) => {
    expect(plain(inOneForm<SaidSale>({ ...sale, ...said }))).not.toEqual(sale);
  });

  it('keeps the number that a text says, and is in its one form already', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/), (quantity) => {
        const once = inOneForm({ ...sale, lines: [{ quantity }] });
        expect(Number(once.lines[0]?.quantity)).toBeCloseTo(Number(quantity), 9);
        expect(inOneForm(once)).toEqual(once);
      }),
    );
  });
});

function rupiah(amount: string) {
  return { amount, currency: 'IDR' };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
