import { Temporal } from 'temporal-polyfill';
import {
  createPriceBook,
  type SoldItem,
  type Till,
} from '../../../../activities/sale/capture/capture-catalogue.js';

const till: Till = {
  terminalId: 'till-1',
  terminalCode: 'JKT1-01',
  storeId: 'store-1',
  storeCode: 'JKT1',
  storeName: 'Toko Melati',
  storeAddress: 'Jalan Misal 1',
  timeZone: 'Asia/Jakarta',
  cashRoundingStep: 100n,
  locationId: 'floor-1',
  legalEntityId: 'entity-1',
  legalName: 'PT Misal',
  taxNumber: '0000000000000000',
  currency: 'IDR',
  language: 'id',
};

const book = createPriceBook({
  versions: [{ version: 1, effectiveFrom: Temporal.PlainDate.from('2026-01-01') }],
  items: [
    anItem('TEH', { barcode: '111', formerBarcodes: ['112'] }),
    anItem('KOPI', { barcode: '222', withdrawn: { replacedBy: 'TEH' } }),
  ],
  prices: ['TEH', 'KOPI'].map((itemId) => ({
    itemId,
    version: 1,
    currency: 'IDR',
    unitAmount: 10_000n,
    includesTax: true,
  })),
  taxRules: [],
  taxRuleRows: [],
  tenderLimits: [],
  tills: [till],
});

describe('an item that was taken off the list', () => {
  const online = book.catalogue({ till, version: 1, mode: 'online' });

  it('says so, and its barcode is not free for a line that names another SKU', () => {
    expect(online.itemByBarcode('222')?.withdrawn).toEqual({ replacedBy: 'TEH' });
    expect(online.skuOfBarcode('222')).toBe('KOPI');
  });
});

describe('a barcode that was removed', () => {
  it('is known to a sale that has already happened, and to no other', () => {
    const online = book.catalogue({ till, version: 1, mode: 'online' });
    expect([online.itemByBarcode('112'), online.skuOfBarcode('112')]).toEqual([
      undefined,
      undefined,
    ]);
    const completed = book.catalogue({ till, version: 1, mode: 'completed' });
    expect(completed.itemByBarcode('112')?.sku).toBe('TEH');
  });
});

function anItem(
  sku: string,
  { barcode, ...rest }: Partial<SoldItem> & Readonly<{ barcode: string }>,
): SoldItem {
  return {
    id: sku,
    sku,
    name: sku,
    unit: 'pcs',
    quantityStepMilli: 1_000n,
    taxCode: 'PPN',
    stocked: true,
    barcodes: [barcode],
    formerBarcodes: [],
    ...rest,
  };
}
