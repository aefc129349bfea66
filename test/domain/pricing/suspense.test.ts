import fc from 'fast-check';
import { priceSale } from '../../../domain/pricing/price-sale.js';
import type { RequestedLine, SaleRequest } from '../../../domain/pricing/sale-request.js';
import { SUSPENSE_ITEM_ID } from '../../../domain/pricing/suspense.js';
import { PPN, PPN_EXEMPT } from '../../../domain/tax/indonesian-tax-rules.js';
import { refusalOf } from '../../support/refusal-of.js';
import { aCatalogue, aLine, aSale, paid, rupiah } from './a-basket.js';

const unknown = aLine({ sku: 'HILANG-01' });

describe('a completed sale of what nobody knows', () => {
  it('is booked with name, price and tax as it was sold', () => {
    const line = {
      ...unknown,
      name: 'Beras merah',
      unitPrice: rupiah(20_000n),
      taxCode: PPN_EXEMPT,
      priceIncludesTax: false,
    };
    const sale = priced({ lines: [aLine(), line], tenders: [paid('cash', 170_000n)] });
    expect(sale.lines[1]).toMatchObject({
      itemId: SUSPENSE_ITEM_ID,
      sku: 'HILANG-01',
      name: 'Beras merah',
      unitPrice: 20_000n,
      taxCode: PPN_EXEMPT,
      tax: 0n,
      stocked: false,
    });
    expect(sale.exceptions).toMatchObject([
      {
        code: 'SKU_UNKNOWN',
        param: 'lines[1].sku',
        kind: 'item',
        bookedAs: { name: 'Beras merah', price: 20_000n, tax: PPN_EXEMPT },
      },
    ]);
  });

  it('takes the tax of ordinary goods, included, where the till says none or one that is none', () => {
    for (const taxCode of [undefined, 'GST']) {
      const line = { ...unknown, taxCode, unitPrice: rupiah(11_100n) };
      const sale = priced({ lines: [line], tenders: [paid('cash', 11_100n)] });
      expect(sale.lines[0]).toMatchObject({ taxCode: PPN, taxBase: 10_000n, tax: 1_100n });
    }
  });

  it('has the price that is left of the tenders, when the till says none', () => {
    const lines = [aLine(), { ...unknown, quantityMilli: 3_000n }];
    const sale = priced({ lines, tenders: [paid('cash', 150_100n)] });
    expect(sale.lines[1]).toMatchObject({ unitPrice: 34n, gross: 102n, discount: 2n, net: 100n });
    expect(sale.totals.total).toBe(150_100n);
  });

  it('adds up to its tenders, however many of its lines nobody knows', () => {
    const line = fc.record({
      sku: fc.constantFrom('HILANG-01', 'HILANG-02', 'KAOS-01'),
      quantityMilli: fc.bigInt({ min: 1n, max: 99n }).map((pieces) => pieces * 1_000n),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (lines, beyond) => {
          const known = lines.filter(({ sku }) => sku === 'KAOS-01');
          const total = known.reduce(
            (sum, { quantityMilli }) => sum + quantityMilli * 150n,
            beyond,
          );
          const sale = priced({ lines: [unknown, ...lines], tenders: [paid('card', total)] });
          expect(sale.totals.total).toBe(total);
        },
      ),
    );
  });

  it('has the item that it may have been in suspense, when SKU and barcode are two', () => {
    const line = aLine({ sku: 'BERAS-01', barcode: '8990001000012' });
    const sale = priced({ lines: [line], tenders: [paid('card', 14_850n)] });
    expect(sale.lines[0]).toMatchObject({
      itemId: SUSPENSE_ITEM_ID,
      sku: 'BERAS-01 / 8990001000012',
      unitPrice: 14_850n,
      taxCode: PPN_EXEMPT,
    });
    expect(sale.exceptions).toMatchObject([{ code: 'BARCODE_MISMATCH' }]);
  });

  it('has the tax of ordinary goods when its own has no rule', () => {
    const line = aLine({ sku: 'SALAH-01' });
    const sale = priced({ lines: [line], tenders: [paid('card', 10_000n)] });
    expect(sale.lines[0]).toMatchObject({ itemId: SUSPENSE_ITEM_ID, taxCode: PPN });
    expect(sale.exceptions).toMatchObject([{ code: 'TAX_RULE_MISSING' }]);
  });

  it('keeps no card number that somebody scanned for an item', () => {
    const line = aLine({ sku: '4111111111111111', unitPrice: rupiah(1_000n) });
    const sale = priced({ lines: [line], tenders: [paid('cash', 1_000n)] });
    expect(sale.lines[0]).toMatchObject({ sku: '************1111', name: '************1111' });
  });

  it('is refused where there is no tax rule at all', () => {
    const request = aSale({ mode: 'completed', lines: [unknown] });
    const refusal = refusalOf(() => priceSale(request, aCatalogue({ taxRules: [] })));
    expect(refusal.code).toBe('SKU_UNKNOWN');
  });
});

function priced(changes: Partial<SaleRequest> & Readonly<{ lines: readonly RequestedLine[] }>) {
  return priceSale(aSale({ mode: 'completed', ...changes }), aCatalogue());
}
