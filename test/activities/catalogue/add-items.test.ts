import { addItems, type AddedItem } from '../../../activities/catalogue/add-items.js';
import type { NewItem } from '../../../activities/catalogue/item-values.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { createShop, testContext } from '../../support/shop.js';

const opened = useEmptyBooks();

beforeAll(() => createShop(opened().database));

function anItem(sku: string, parts: Partial<NewItem> = {}): NewItem {
  return {
    sku,
    name: `Barang ${sku}`,
    unit: 'pcs',
    category: 'lain',
    quantityStep: '1',
    taxCode: 'PPN',
    stocked: true,
    barcodes: [],
    unitPrice: { amount: '1000', currency: 'IDR' },
    priceIncludesTax: true,
    ...parts,
  };
}

function add(items: readonly NewItem[]): Promise<readonly AddedItem[]> {
  const ctx = testContext();
  return opened().database.transaction(ctx, (tx) => addItems(tx, ctx, { items, note: 'many' }));
}

const codesOf = (added: readonly AddedItem[]) =>
  added.map((one) => (one.kind === 'added' ? 'added' : one.refusal.code));

describe('many items at once', () => {
  it('judges each by itself, writes the good ones, and begins one price version', async () => {
    const versions = () => opened().database.prisma.catalogueVersion.count();
    const before = await versions();
    const added = await add([
      anItem('M-1', { barcodes: ['8990000000013'] }),
      anItem('M-2', { taxCode: 'VAT' }),
      anItem('M-1'),
      anItem('M-3', { barcodes: ['8990000000013'] }),
      anItem('M-4', { unitPrice: { amount: '-1', currency: 'IDR' } }),
      anItem('TEH-100'),
      anItem('M-5'),
    ]);
    expect(codesOf(added)).toEqual([
      'added',
      'TAX_CODE_UNKNOWN',
      'SKU_TAKEN',
      'BARCODE_TAKEN',
      'PRICE_NEGATIVE',
      'SKU_TAKEN',
      'added',
    ]);
    expect(await versions()).toBe(before + 1);
    const rows = await opened().database.prisma.item.findMany({
      where: { sku: { startsWith: 'M-' } },
      include: { barcodes: true, prices: true },
      orderBy: { sku: 'asc' },
    });
    expect(rows).toMatchObject([
      { sku: 'M-1', barcodes: [{ barcode: '8990000000013' }], prices: [{ unitAmount: 1000n }] },
      { sku: 'M-5', barcodes: [], prices: [{ unitAmount: 1000n }] },
    ]);
  });

  it('begins no price version when none is good', async () => {
    const versions = () => opened().database.prisma.catalogueVersion.count();
    const before = await versions();
    expect(codesOf(await add([anItem('M-1')]))).toEqual(['SKU_TAKEN']);
    expect(await versions()).toBe(before);
  });
});
