import { money } from '../../../domain/money/money.js';
import { priceSale } from '../../../domain/pricing/price-sale.js';
import type { RequestedLine, SaleRequest } from '../../../domain/pricing/sale-request.js';
import { refusalOf } from '../../support/refusal-of.js';
import { aCatalogue, aLine, anItem, aSale, paid, rupiah } from './a-basket.js';

const FAULTY_LINES = [
  ['an unknown SKU', { sku: 'HILANG-01' }, 'SKU_UNKNOWN', 'lines[1].sku'],
  ['an unknown barcode', { sku: undefined, barcode: '899' }, 'SKU_UNKNOWN', 'lines[1].barcode'],
  ['a line without an item', { sku: undefined }, 'SKU_UNKNOWN', 'lines[1].sku'],
  [
    'the barcode of another item than the SKU',
    { sku: 'BERAS-01', barcode: '8990001000012' },
    'BARCODE_MISMATCH',
    'lines[1].barcode',
  ],
  ['a quantity of zero', { quantityMilli: 0n }, 'QUANTITY_NOT_ALLOWED', 'lines[1].quantity'],
  ['a negative quantity', { quantityMilli: -1_000n }, 'QUANTITY_NOT_ALLOWED', 'lines[1].quantity'],
  ['half a shirt', { quantityMilli: 500n }, 'QUANTITY_NOT_ALLOWED', 'lines[1].quantity'],
  [
    'a price that is not on the list',
    { unitPrice: rupiah(149_999n) },
    'PRICE_MISMATCH',
    'lines[1].unitPrice',
  ],
  ['a negative price', { unitPrice: rupiah(-1n) }, 'PRICE_NEGATIVE', 'lines[1].unitPrice'],
  [
    'a discount above the price',
    { discount: rupiah(150_001n) },
    'DISCOUNT_TOO_LARGE',
    'lines[1].discount',
  ],
  [
    'a discount that adds to the price',
    { discount: rupiah(-1n) },
    'DISCOUNT_NEGATIVE',
    'lines[1].discount',
  ],
  [
    'a price in dollars',
    { unitPrice: money(995n, 'USD') },
    'CURRENCY_MISMATCH',
    'lines[1].unitPrice.currency',
  ],
  [
    'a discount in dollars',
    { discount: money(1n, 'USD') },
    'CURRENCY_MISMATCH',
    'lines[1].discount.currency',
  ],
  ['an item sold in dollars', { sku: 'IMPOR-01' }, 'CURRENCY_MISMATCH', 'lines[1].sku'],
  ['an item without a tax rule', { sku: 'SALAH-01' }, 'TAX_RULE_MISSING', 'lines[1].sku'],
] as const;

describe('priceSale refuses', () => {
  it.each(FAULTY_LINES)('%s', (_what, line, ...[code, param]) => {
    const request = aSale({ lines: [aLine(), aLine(line)] });
    expect(refusalOf(() => priceSale(request, aCatalogue()))).toMatchObject({
      code,
      param,
      errors: [{ code, param }],
    });
  });

  it('everything at once, with the first fault in front', () => {
    const request = aSale({
      lines: [
        aLine({ sku: 'HILANG-01' }),
        aLine({ quantityMilli: 500n, discount: rupiah(90_000n) }),
      ],
      tenders: [paid('card', 1n, 2n), paid('onAccount', 1n)],
    });
    const refusal = refusalOf(() => priceSale(request, aCatalogue()));
    expect(refusal).toMatchObject({ code: 'SKU_UNKNOWN', param: 'lines[0].sku' });
    expect(refusal.errors.map(({ code }) => code)).toEqual([
      'SKU_UNKNOWN',
      'QUANTITY_NOT_ALLOWED',
      'DISCOUNT_TOO_LARGE',
      'TENDERS_DO_NOT_ADD_UP',
      'CUSTOMER_REQUIRED',
    ]);
  });
});

describe('priceSale refuses as a whole', () => {
  it('a sale without lines, and one with more than 500', () => {
    const five = (count: number): RequestedLine[] => Array.from({ length: count }, () => aLine());
    expect(refused({ lines: [] })).toMatchObject({ code: 'LINES_EMPTY', param: 'lines' });
    expect(refused({ lines: five(501) })).toMatchObject({ code: 'TOO_MANY_LINES', param: 'lines' });
    const largest = aSale({ lines: five(500), tenders: [paid('card', 75_000_000n)] });
    expect(priceSale(largest, aCatalogue()).lines).toHaveLength(500);
  });

  it('a sale in another currency than the price list', () => {
    expect(refused({ currency: 'SGD' })).toMatchObject({
      code: 'CURRENCY_MISMATCH',
      param: 'currency',
    });
  });

  it('a line, and a sum of lines, that the books cannot hold', () => {
    const dear = aCatalogue({
      itemBySku: (sku) => anItem({ sku, unitPrice: 600_000_000_000_000n }),
    });
    const twice = aSale({ lines: [aLine({ quantityMilli: 2_000n })] });
    expect(refusalOf(() => priceSale(twice, dear))).toMatchObject({
      code: 'MONEY_TOO_LARGE',
      param: 'lines[0]',
    });
    const both = aSale({ lines: [aLine(), aLine()] });
    expect(refusalOf(() => priceSale(both, dear))).toMatchObject({
      code: 'MONEY_TOO_LARGE',
      param: 'lines',
    });
  });
});

describe('a completed sale', () => {
  it('is booked at the price the till took, and the price is listed', () => {
    const lines = [aLine(), aLine({ unitPrice: rupiah(120_000n) })];
    const sale = priceSale(completed({ lines, tenders: [paid('cash', 270_000n)] }), aCatalogue());
    expect(sale.lines[1]).toMatchObject({
      unitPrice: 120_000n,
      listPrice: 150_000n,
      net: 120_000n,
    });
    expect(sale.exceptions).toEqual([
      {
        kind: 'price',
        code: 'PRICE_MISMATCH',
        param: 'lines[1].unitPrice',
        detail: 'The price list has another price for item KAOS-01.',
        expected: 150_000n,
        given: 120_000n,
      },
    ]);
  });

  it('is booked with half a piece, and the quantity is listed', () => {
    const lines = [aLine({ quantityMilli: 1_500n })];
    const sale = priceSale(completed({ lines, tenders: [paid('cash', 225_000n)] }), aCatalogue());
    expect(sale.totals.total).toBe(225_000n);
    expect(sale.exceptions).toMatchObject([{ kind: 'quantity', expected: 1_000n, given: 1_500n }]);
  });

  it.each([
    ['QUANTITY_NOT_ALLOWED', { lines: [aLine({ quantityMilli: -1_000n })] }],
    ['DISCOUNT_TOO_LARGE', { lines: [aLine({ discount: rupiah(150_001n) })] }],
    ['PRICE_NEGATIVE', { lines: [aLine({ unitPrice: rupiah(-1n) })] }],
    ['CUSTOMER_REQUIRED', { tenders: [paid('onAccount', 150_000n)] }],
    ['LINES_EMPTY', { lines: [] }],
  ])('is refused with %s, because nobody could book it', (code, changes) => {
    expect(refusalOf(() => priceSale(completed(changes), aCatalogue())).code).toBe(code);
  });

  it('is refused for its faults only, not for what would be booked', () => {
    const lines = [aLine({ unitPrice: rupiah(1n) }), aLine({ sku: 'IMPOR-01' })];
    const refusal = refusalOf(() => priceSale(completed({ lines }), aCatalogue()));
    expect(refusal.errors.map(({ code }) => code)).toEqual(['CURRENCY_MISMATCH']);
  });
});

function refused(changes: Partial<SaleRequest>) {
  return refusalOf(() => priceSale(aSale(changes), aCatalogue()));
}

function completed(changes: Partial<SaleRequest>): SaleRequest {
  return aSale({ mode: 'completed', ...changes });
}
