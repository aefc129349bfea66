import { Temporal } from 'temporal-polyfill';
import { money } from '../../../domain/money/money.js';
import { priceBasket, priceSale } from '../../../domain/pricing/price-sale.js';
import { cashDue } from '../../../domain/pricing/settle-tenders.js';
import {
  aCatalogue,
  aLine,
  anItem,
  aSale,
  paid,
  rupiah,
  RUPIAH_CASH_ROUNDING,
} from './a-basket.js';

describe('priceSale', () => {
  it('prices a shirt paid in cash, with the tax inside the price', () => {
    const sale = priceSale(aSale({ tenders: [paid('cash', 150_000n, 200_000n)] }), aCatalogue());
    expect(sale.lines).toEqual([
      {
        number: 1,
        itemId: 'item-KAOS-01',
        sku: 'KAOS-01',
        name: 'Kaos katun',
        unit: 'pcs',
        stocked: true,
        quantityMilli: 1_000n,
        unitPrice: 150_000n,
        listPrice: 150_000n,
        priceIncludesTax: true,
        taxCode: 'PPN',
        gross: 150_000n,
        discount: 0n,
        promotions: [],
        net: 150_000n,
        discountBase: 0n,
        taxBase: 135_135n,
        otherBase: 123_874n,
        tax: 14_865n,
        total: 150_000n,
      },
    ]);
    expect(sale).toMatchObject({
      currency: 'IDR',
      priceVersion: 7,
      change: 50_000n,
      exceptions: [],
    });
    expect(sale.totals).toMatchObject({
      total: 150_000n,
      rounding: 0n,
      due: 150_000n,
      paid: 150_000n,
      onAccount: 0n,
    });
  });

  it.each([
    ['its barcode', { sku: undefined, barcode: '8990001000012' }],
    ['its SKU and its own barcode', { barcode: '8990001000012' }],
    ['its SKU and a barcode that nobody knows', { barcode: '8999999999999' }],
  ])('finds an item by %s', (_what, line) => {
    const sale = priceSale(aSale({ lines: [aLine(line)] }), aCatalogue());
    expect(sale.lines[0]?.sku).toBe('KAOS-01');
  });

  it('weighs exempt rice to the gram and rounds the line to the nearest rupiah', () => {
    const lines = [aLine({ sku: 'BERAS-01', quantityMilli: 1_333n })];
    const sale = priceSale(aSale({ lines, tenders: [paid('card', 19_795n)] }), aCatalogue());
    expect(sale.lines[0]).toMatchObject({ gross: 19_795n, taxBase: 19_795n, tax: 0n });
    expect(sale.taxes).toMatchObject([{ code: 'PPN-EXEMPT', kind: 'exempt', tax: 0n }]);
  });

  it('adds the tax where the price does not include it', () => {
    const lines = [aLine({ sku: 'KABEL-01', quantityMilli: 10_000n })];
    const sale = priceSale(aSale({ lines, tenders: [paid('card', 86_325n)] }), aCatalogue());
    expect(sale.totals).toMatchObject({
      gross: 77_770n,
      net: 77_770n,
      taxBase: 77_770n,
      tax: 8_555n,
      total: 86_325n,
    });
  });
});

describe('priceBasket', () => {
  it('shows the till what a basket comes to before anybody has paid', () => {
    const lines = [aLine({ sku: 'BERAS-01', quantityMilli: 1_333n })];
    const basket = priceBasket(aSale({ lines, tenders: [] }), aCatalogue());
    expect(basket.totals.total).toBe(19_795n);
    expect(cashDue(basket.totals.total, RUPIAH_CASH_ROUNDING)).toBe(19_700n);
    expect(cashDue(19_795n, { step: 0n, direction: 'down' })).toBe(19_795n);
  });
});

describe('priceSale with discounts and taxes', () => {
  it('takes the discount off the price and tells how much of it was tax', () => {
    const lines = [aLine({ discount: rupiah(39_000n) })];
    const sale = priceSale(aSale({ lines, tenders: [paid('cash', 111_000n)] }), aCatalogue());
    expect(sale.lines[0]).toMatchObject({
      gross: 150_000n,
      net: 111_000n,
      tax: 11_000n,
      discountBase: 35_135n,
    });
  });

  it('gives a basket away when the discount is the whole price', () => {
    const lines = [aLine({ discount: rupiah(150_000n) })];
    const sale = priceSale(aSale({ lines, tenders: [paid('cash', 0n)] }), aCatalogue());
    expect(sale.totals).toMatchObject({ total: 0n, tax: 0n, due: 0n, discount: 150_000n });
    expect(sale.tenders).toEqual([]);
  });

  it('computes the tax of three equal lines on their sum and shares it by largest remainder', () => {
    const catalogue = aCatalogue({ itemBySku: (sku) => anItem({ sku, unitPrice: 5n }) });
    const lines = ['A', 'B', 'C'].map((sku) => aLine({ sku }));
    const sale = priceSale(aSale({ lines, tenders: [paid('card', 15n)] }), catalogue);
    expect(sale.totals.tax).toBe(1n);
    expect(sale.lines.map(({ tax }) => tax)).toEqual([1n, 0n, 0n]);
  });

  it('sums the taxes by code, whether the prices included them or not', () => {
    const lines = [
      aLine(),
      aLine({ sku: 'KABEL-01', quantityMilli: 250n }),
      aLine({ sku: 'BERAS-01' }),
    ];
    const sale = priceSale(aSale({ lines, tenders: [paid('card', 167_008n)] }), aCatalogue());
    expect(sale.taxes).toMatchObject([
      { code: 'PPN', taxBase: 137_079n, tax: 15_079n },
      { code: 'PPN-EXEMPT', taxBase: 14_850n, tax: 0n },
    ]);
  });
});

describe('priceSale by date and currency', () => {
  it('takes the tax rule of the business date, not of today', () => {
    const businessDate = Temporal.PlainDate.from('2022-03-31');
    const tenders = [paid('cash', 150_000n)];
    expect(priceSale(aSale({ businessDate, tenders }), aCatalogue()).totals.tax).toBe(13_636n);
  });

  it('prices in the currency of the price list', () => {
    const catalogue = aCatalogue({
      currency: 'SGD',
      itemBySku: (sku) => anItem({ sku, unitPrice: 1_250n, soldInCurrency: 'SGD' }),
      cashRounding: { step: 5n, direction: 'down' },
    });
    const tenders = [{ type: 'card', amount: money(1_250n, 'SGD'), reference: '004211' }] as const;
    const sale = priceSale(aSale({ currency: 'SGD', tenders }), catalogue);
    expect(sale.tenders).toEqual([
      { type: 'card', amount: 1_250n, tendered: 1_250n, change: 0n, reference: '004211' },
    ]);
  });
});
