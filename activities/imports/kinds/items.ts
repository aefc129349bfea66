import { addItemRoute } from '../../../contract/catalogue/items.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import { unitsToDecimal } from '../../../domain/money/decimal.js';
import { minorUnitOf, parseCurrency } from '../../../domain/money/currency.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { Transaction } from '../../../prisma/database.js';
import { addItems } from '../../catalogue/add-items.js';
import { nextPriceVersion } from '../../catalogue/price-version.js';
import { replaceItem } from '../../catalogue/replace-item.js';
import { importKind, type ExportPage, type RowOutcome } from '../import-kind.js';
import { takenBack } from '../taken-back.js';
import { underSavepoint } from '../under-savepoint.js';
import { unmistakable } from '../unmistakable.js';

const FIELDS: readonly ImportField[] = [
  {
    field: 'sku',
    reads: 'text',
    needed: 'always',
    names: [
      'kode barang',
      'kode produk',
      'kode',
      'item code',
      'internal reference',
      'default_code',
      'id produk',
    ],
  },
  {
    field: 'name',
    reads: 'text',
    needed: 'always',
    names: ['nama barang', 'nama produk', 'nama', 'item name', 'product name', 'product'],
  },
  {
    field: 'unit',
    reads: 'text',
    needed: 'if-there',
    names: ['satuan', 'uom', 'default unit of measure', 'stock_uom', 'unit of measure', 'uom_id'],
  },
  {
    field: 'category',
    reads: 'text',
    needed: 'if-there',
    names: ['kategori', 'kategori produk', 'item group', 'product category', 'categ_id'],
  },
  { field: 'nameEn', reads: 'text', needed: 'if-there', names: ['nama inggris', 'english name'] },
  { field: 'pack', reads: 'text', needed: 'if-there', names: ['kemasan', 'packaging'] },
  { field: 'class', reads: 'text', needed: 'if-there', names: ['kelas'] },
  { field: 'brand', reads: 'text', needed: 'if-there', names: ['merek', 'merk'] },
  { field: 'supplier', reads: 'text', needed: 'if-there', names: ['pemasok', 'vendor'] },
  { field: 'weighed', reads: 'flag', needed: 'if-there', names: ['ditimbang'] },
  {
    field: 'minimumLevel',
    reads: 'quantity',
    needed: 'if-there',
    names: ['stok minimum', 'minimum stok', 'reorder level'],
  },
  {
    field: 'quantityStep',
    reads: 'quantity',
    needed: 'if-there',
    names: ['kelipatan', 'quantity step'],
  },
  {
    field: 'taxCode',
    reads: 'text',
    needed: 'if-there',
    names: ['kode pajak', 'pajak', 'tax code', 'customer taxes', 'item tax template', 'taxes_id'],
  },
  {
    field: 'stocked',
    reads: 'flag',
    needed: 'if-there',
    names: ['kelola stok', 'stok dikelola', 'maintain stock', 'is_stock_item', 'track inventory'],
  },
  {
    field: 'barcodes',
    reads: 'texts',
    needed: 'if-there',
    names: ['barcode', 'kode batang', 'ean', 'barcode (barcodes)', 'gtin'],
  },
  {
    field: 'unitPrice',
    reads: 'amount',
    needed: 'always',
    names: [
      'harga jual',
      'harga',
      'sales price',
      'standard selling rate',
      'list_price',
      'standard_rate',
      'price',
      'selling price',
    ],
  },
  {
    field: 'priceIncludesTax',
    reads: 'flag',
    needed: 'if-there',
    names: ['harga termasuk pajak', 'price includes tax', 'price_include'],
  },
];

/** Where the file says no category: a call has to name one. */
const CATEGORY = 'lain-lain';

/** Items with barcodes and price, under their SKU. */
export const itemsKind = importKind({
  fields: FIELDS,
  exported: exportItems,
  schema: addItemRoute.body,
  keyOf: ({ sku }) => sku,
  bodyOf: ({ unitPrice, ...values }, { currency }) => ({
    category: CATEGORY,
    ...values,
    unitPrice: { amount: unitPrice, currency },
  }),
  write: async (tx, ctx, { bodies, setting: { importId } }) => {
    const note = `import ${importId}`;
    const withdrawn = await withdrawnByUndoing(
      tx,
      bodies.map(({ sku }) => sku),
    );
    const added = await addItems(tx, ctx, {
      items: bodies.filter(({ sku }) => !withdrawn.has(sku)),
      note,
    });
    const outcomes = added.map((one): RowOutcome =>
      one.kind === 'added' ? { kind: 'written', subjectId: one.id } : one,
    );
    if (withdrawn.size === 0) return outcomes;
    const version = await nextPriceVersion(tx, ctx, note);
    const all: RowOutcome[] = [];
    for (const item of bodies) {
      const itemId = withdrawn.get(item.sku);
      const outcome =
        itemId === undefined
          ? outcomes.shift()
          : await underSavepoint(tx, async () => {
              await replaceItem(tx, { itemId, item, version });
              return itemId;
            });
      if (outcome === undefined) throw new Error(`${item.sku} was neither added nor refused`);
      all.push(outcome);
    }
    return all;
  },
});

/** Ids of the items that an undone import had added and nobody has brought back, by SKU. */
async function withdrawnByUndoing(
  tx: Transaction,
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = await takenBack(tx, { kind: 'items', keys: skus });
  if (ids.size === 0) return ids;
  const items = await tx.item.findMany({
    where: { id: { in: [...ids.values()] }, active: false },
    select: { id: true, sku: true },
  });
  return new Map(items.map(({ id, sku }) => [sku, id]));
}

/** Withdrawn items are left out: a file adds items that are sold. */
async function exportItems(
  ...[prisma, { after, limit, currency }]: Parameters<ExportPage>
): ReturnType<ExportPage> {
  const items = await prisma.item.findMany({
    where: { sku: { gt: after }, active: true },
    include: {
      barcodes: { where: { removedAt: null }, orderBy: { barcode: 'asc' } },
      prices: { where: { currency }, orderBy: { version: 'desc' }, take: 1 },
    },
    orderBy: { sku: 'asc' },
    take: limit,
  });
  const decimals = minorUnitOf(parseCurrency(currency));
  return items.map(
    ({ barcodes, prices: [price], quantityStepMilli, minimumLevelMilli, ...item }) => ({
      key: item.sku,
      cells: {
        sku: item.sku,
        name: item.name,
        nameEn: item.nameEn,
        unit: item.unit,
        pack: item.pack,
        category: item.category,
        class: item.class,
        brand: item.brand,
        supplier: item.supplier,
        weighed: item.weighed,
        taxCode: item.taxCode,
        stocked: item.stocked,
        quantityStep: unmistakable(quantityToWire(quantityStepMilli)),
        minimumLevel: unmistakable(quantityToWire(minimumLevelMilli)),
        barcodes: barcodes.map(({ barcode }) => barcode).join('|'),
        unitPrice:
          price === undefined ? '' : unmistakable(unitsToDecimal(price.unitAmount, decimals)),
        priceIncludesTax: price?.includesTax,
      },
    }),
  );
}
