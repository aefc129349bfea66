import {
  createPriceBook,
  type PricedPurchase,
  type Till,
} from '../../../../activities/sale/capture/capture-catalogue.js';
import {
  emptyShelf,
  putItems,
  type Shelf,
  type ShelfItem,
  type PriceRow,
} from '../../../../activities/sale/capture/price-shelf.js';
import type { Catalogue } from '../../../../domain/pricing/catalogue.js';
import type { PriceVersion } from '../../../../domain/pricing/price-in-force.js';

const till: Till = {
  terminalId: 'till-1',
  terminalCode: 'JKT1-01',
  storeId: 'store-1',
  storeCode: 'JKT1',
  storeName: 'Toko Melati',
  storeAddress: 'Jalan Misal 1',
  timeZone: 'Asia/Jakarta',
  storeGroup: 'JAWA',
  channel: 'counter',
  cashRoundingStep: 100n,
  locationId: 'floor-1',
  legalEntityId: 'entity-1',
  legalName: 'PT Misal',
  taxNumber: '0000000000000000',
  logoId: undefined,
  isSandbox: false,
  currency: 'IDR',
  language: 'id',
};

const FIRST = { version: 1, fromMs: Date.parse('2026-01-01'), withdrawnIn: undefined };
const DEARER = { version: 2, fromMs: Date.parse('2026-12-01'), withdrawnIn: undefined };
const TAKEN_BACK = { version: 3, fromMs: Date.parse('2026-02-01'), withdrawnIn: 4 };
const CHEAPER = { ...FIRST, version: 5, listId: 'list-1' };
const WHOLESALE = {
  id: 'list-1',
  code: 'GROSIR',
  terms: [
    {
      version: 5,
      segment: 'wholesale',
      storeGroup: 'JAWA',
      channel: undefined,
      fromMs: Date.parse('2026-06-01'),
      untilMs: Date.parse('2026-07-01'),
    },
  ],
};

const book = createPriceBook({
  number: 5,
  versions: [FIRST, DEARER, TAKEN_BACK, CHEAPER],
  lists: [WHOLESALE],
  shelf: shelfOf([
    anItem('TEH', { barcodes: ['111'], formerBarcodes: ['112'], nameEn: 'Tea' }),
    anItem('KOPI', { barcodes: ['222'], withdrawn: { replacedBy: 'TEH' } }),
    anItem('BARU', { priceRows: rows([DEARER, 9_000]) }),
    anItem('GULA', { priceRows: rows([CHEAPER, 7_000], [FIRST, 8_000]) }),
  ]),
  taxRules: [],
  taxRuleRows: [],
  tenderLimits: [],
  tills: [till],
});

const online = on('2026-11-30');
const completed = on('2026-11-30', { mode: 'completed' });

describe('an item that was taken off the list', () => {
  it('says so, and its barcode is not free for a line that names another SKU', () => {
    expect(online.itemByBarcode('222')?.withdrawn).toEqual({ replacedBy: 'TEH' });
    expect(online.skuOfBarcode('222')).toBe('KOPI');
  });
});

describe('a barcode that was removed', () => {
  it('is known to a sale that has already happened, and to no other', () => {
    expect([online.itemByBarcode('112'), online.skuOfBarcode('112')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(completed.itemByBarcode('112')?.sku).toBe('TEH');
  });

  it('is forgotten where it was, once another item has it', () => {
    const shelf = shelfOf([anItem('A', { barcodes: ['1', '2'] })]);
    putItems(shelf, [
      anItem('A', { barcodes: ['2'], formerBarcodes: ['1'] }),
      anItem('B', { barcodes: ['1'] }),
    ]);
    expect([...shelf.byBarcode].map(([barcode, { sku }]) => [barcode, sku])).toEqual([
      ['2', 'A'],
      ['1', 'B'],
    ]);
  });
});

describe('the price of a day', () => {
  it('is that of the list that has begun, whatever is planned', () => {
    expect(priceOf(online)).toBe(10_000n);
    expect(priceOf(on('2026-12-01'))).toBe(12_000n);
    expect(priceOf(on('2025-12-31'))).toBe(10_000n);
  });

  it('is that which the till knew', () => {
    expect(priceOf(on('2026-12-01', { knownVersion: 1 }))).toBe(10_000n);
    expect(priceOf(on('2026-03-01', { knownVersion: 3 }))).toBe(11_000n);
    expect(priceOf(on('2026-03-01', { knownVersion: 4 }))).toBe(10_000n);
  });

  it('whose day has not come is no price, but of what has been sold already', () => {
    expect(online.itemBySku('BARU')).toBeUndefined();
    expect(completed.itemBySku('BARU')?.unitPrice).toBe(9_000n);
  });

  it('is on a version of the moment, which is never one that was taken back', () => {
    const days = ['2025-01-01', '2025-12-31', '2026-12-01'];
    expect(days.map((day) => book.versionAt(Date.parse(day)))).toEqual([1, 1, 5]);
    expect([0, 1, 5, 6].map(book.knowsVersion)).toEqual([false, true, true, false]);
  });
});

describe('the price on a list', () => {
  const sugar = (day: string, parts: Partial<PricedPurchase> = {}) =>
    on(day, { segment: 'wholesale', ...parts }).itemBySku('GULA');

  it('is for whom the list is, while it holds, and says where it comes from', () => {
    expect(sugar('2026-06-15')).toMatchObject({
      unitPrice: 7_000n,
      pricedBy: { version: 5, list: { id: 'list-1', code: 'GROSIR' } },
    });
    const others = [
      sugar('2026-05-31'),
      sugar('2026-07-01'),
      sugar('2026-06-15', { segment: undefined }),
      sugar('2026-06-15', { till: { ...till, storeGroup: undefined } }),
    ];
    const ofAll = { unitPrice: 8_000n, pricedBy: { version: 1, list: undefined } };
    expect(others).toMatchObject(others.map(() => ofAll));
  });

  it('is not that of a till which did not know the list', () => {
    expect(sugar('2026-06-15', { knownVersion: 4 })?.unitPrice).toBe(8_000n);
  });

  it('does not stand in for items that the list does not name', () => {
    expect(priceOf(on('2026-06-15', { segment: 'wholesale' }))).toBe(10_000n);
  });
});

it('an item has its English name on English receipts', () => {
  const names = ['id', 'en'].map((language) => on('2026-11-30', { language }).itemBySku('TEH'));
  expect(names.map((item) => item?.name)).toEqual(['TEH', 'Tea']);
});

function on(day: string, parts: Partial<PricedPurchase> = {}) {
  const atMs = Date.parse(day);
  const purchase = { till, priceVersion: 1, knownVersion: 5, atMs, language: 'id' };
  return book.catalogue({ ...purchase, segment: undefined, mode: 'online', ...parts });
}

function shelfOf(items: readonly ShelfItem[]): Shelf {
  const shelf = emptyShelf();
  putItems(shelf, items);
  return shelf;
}

function priceOf(catalogue: Catalogue): bigint | undefined {
  return catalogue.itemBySku('TEH')?.unitPrice;
}

function rows(...prices: readonly (readonly [PriceVersion, number])[]): string {
  return JSON.stringify(
    prices.map(([{ version }, amount]): PriceRow => [version, 'IDR', String(amount), true]),
  );
}

function anItem(sku: string, parts: Partial<ShelfItem>): ShelfItem {
  return {
    id: sku,
    sku,
    name: sku,
    nameEn: undefined,
    unit: 'pcs',
    quantityStepMilli: 1_000n,
    taxCode: 'PPN',
    stocked: true,
    barcodes: [],
    formerBarcodes: [],
    priceRows: rows([TAKEN_BACK, 11_000], [DEARER, 12_000], [FIRST, 10_000]),
    ...parts,
  };
}
