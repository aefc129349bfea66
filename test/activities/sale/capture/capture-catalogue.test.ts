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
  items: [anItem('TEH', { barcode: '111' }), anItem('KOPI', { barcode: '222', active: false })],
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

  it('is not sold, but its barcode is not free for a line that names another SKU', () => {
    expect(online.itemByBarcode('222')).toBeUndefined();
    expect(online.skuOfBarcode('222')).toBe('KOPI');
  });

  it('is still known to a sale that has already happened', () => {
    const completed = book.catalogue({ till, version: 1, mode: 'completed' });
    expect(completed.itemByBarcode('222')?.sku).toBe('KOPI');
  });
});

function anItem(
  sku: string,
  { barcode, active = true }: Readonly<{ barcode: string; active?: boolean }>,
): SoldItem {
  return {
    id: sku,
    sku,
    name: sku,
    unit: 'pcs',
    quantityStepMilli: 1_000n,
    taxCode: 'PPN',
    stocked: true,
    active,
    barcodes: [barcode],
  };
}
