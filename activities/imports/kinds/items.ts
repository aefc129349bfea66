import { addItemRoute } from '../../../contract/catalogue/items.js';
import type { CommandContext } from '../../../domain/context.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import { unitsToDecimal } from '../../../domain/money/decimal.js';
import { minorUnitOf, parseCurrency } from '../../../domain/money/currency.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { Prisma, Transaction } from '../../../prisma/database.js';
import { addItems } from '../../catalogue/add-items.js';
import { changeItem } from '../../catalogue/change-item.js';
import { giveBarcodes, removeBarcode } from '../../catalogue/item-barcodes.js';
import { taxCodesOf, type ItemColumns } from '../../catalogue/item-columns.js';
import { itemValues, type NewItem } from '../../catalogue/item-values.js';
import { planPriceChange } from '../../catalogue/price-changes.js';
import { nextPriceVersion } from '../../catalogue/price-version.js';
import { replaceItem } from '../../catalogue/replace-item.js';
import {
  importKind,
  type Change,
  type CurrentRecord,
  type ExportPage,
  type RowSetting,
  type RowOutcome,
} from '../import-kind.js';
import { takenBack } from '../taken-back.js';
import { oneByOne, underSavepoint } from '../under-savepoint.js';
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
  changing: {
    keyField: 'sku',
    current: currentItems,
    cellsOf: async (tx, { body, setting: { currency } }) => {
      const { sku, barcodes, priceIncludesTax: includesTax } = body;
      const rules = { currency, taxCodes: await taxCodesOf(tx) };
      const { columns, unitAmount } = itemValues(body, rules);
      return itemCells(
        { sku, ...columns },
        { barcodes, currency, price: { unitAmount, includesTax } },
      );
    },
    change: changeItems,
  },
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
  ...[prisma, { after, limit, ...moment }]: Parameters<ExportPage>
): ReturnType<ExportPage> {
  const items = await prisma.item.findMany({
    where: { sku: { gt: after }, active: true },
    include: shownAt(moment),
    orderBy: { sku: 'asc' },
    take: limit,
  });
  return items.map((item) => ({ key: item.sku, cells: shownCells(item, moment.currency) }));
}

/** With the price of this moment for everybody; what is planned or stands on a list is not touched. */
async function currentItems(
  tx: Transaction,
  { keys, setting }: Readonly<{ keys: readonly string[]; setting: RowSetting }>,
): Promise<ReadonlyMap<string, CurrentRecord>> {
  const items = await tx.item.findMany({
    where: { sku: { in: [...keys] }, active: true },
    include: shownAt(setting),
  });
  return new Map(
    items.map((item) => [item.sku, { id: item.id, cells: shownCells(item, setting.currency) }]),
  );
}

/** Barcodes, and the price of a moment for everybody: what is planned, withdrawn or on a list is left out. */
function shownAt({ currency, at }: Pick<RowSetting, 'currency' | 'at'>) {
  const began = { withdrawnIn: null, priceListId: null, effectiveFrom: { lte: new Date(at) } };
  return {
    barcodes: { where: { removedAt: null }, orderBy: { barcode: 'asc' } },
    prices: {
      where: { currency, catalogueVersion: began },
      orderBy: [{ catalogueVersion: { effectiveFrom: 'desc' } }, { version: 'desc' }],
      take: 1,
    },
  } satisfies Prisma.ItemInclude;
}

type ItemAt = Prisma.ItemGetPayload<{ include: ReturnType<typeof shownAt> }>;

function shownCells({ barcodes, prices: [price], ...item }: ItemAt, currency: string) {
  const codes = barcodes.map(({ barcode }) => barcode);
  return itemCells(item, { barcodes: codes, currency, price });
}

/** Fields that calls of their own change. */
const APART = new Set(['barcodes', 'unitPrice', 'priceIncludesTax']);

/** Changed prices hold from now on, as one change of prices. */
async function changeItems(
  tx: Transaction,
  ctx: CommandContext,
  {
    changes,
    setting: { importId },
  }: Readonly<{ changes: readonly Change<NewItem>[]; setting: RowSetting }>,
): Promise<readonly RowOutcome[]> {
  const outcomes = await oneByOne(tx, changes, async ({ id, body, fields }) => {
    if ([...fields].some((field) => !APART.has(field))) await changeItem(tx, id, body);
    if (fields.has('barcodes')) {
      await setBarcodes(tx, ctx, { itemId: id, barcodes: body.barcodes });
    }
    return id;
  });
  const priced = changes.filter(
    ({ fields }, index) =>
      outcomes[index]?.kind === 'written' &&
      (fields.has('unitPrice') || fields.has('priceIncludesTax')),
  );
  if (priced.length === 0) return outcomes;
  await planPriceChange(tx, ctx, {
    items: priced.map(({ body: { sku, unitPrice, priceIncludesTax: includesTax } }) => {
      return { sku, unitPrice, includesTax };
    }),
    effectiveFrom: undefined,
    note: `import ${importId}`,
  });
  return outcomes;
}

async function setBarcodes(
  tx: Transaction,
  ctx: CommandContext,
  { itemId, barcodes: wanted }: Readonly<{ itemId: string; barcodes: readonly string[] }>,
): Promise<void> {
  const own = await tx.itemBarcode.findMany({ where: { itemId, removedAt: null } });
  const known = new Set(own.map(({ barcode }) => barcode));
  for (const barcode of known) {
    if (!wanted.includes(barcode)) await removeBarcode(tx, ctx, { itemId, barcode });
  }
  const barcodes = wanted.flatMap((barcode) => (known.has(barcode) ? [] : [{ barcode, itemId }]));
  await giveBarcodes(tx, { barcodes, param: 'barcodes' });
}

type ShownItem = ItemColumns & Readonly<{ sku: string }>;

type ShownWith = Readonly<{
  barcodes: readonly string[];
  currency: string;
  price: Readonly<{ unitAmount: bigint | null; includesTax: boolean }> | undefined;
}>;

function itemCells(
  { quantityStepMilli, minimumLevelMilli, ...item }: ShownItem,
  { barcodes, currency, price }: ShownWith,
) {
  const decimals = minorUnitOf(parseCurrency(currency));
  return {
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
    barcodes: barcodes.join('|'),
    // A price for everybody never ends.
    unitPrice:
      price?.unitAmount == null ? '' : unmistakable(unitsToDecimal(price.unitAmount, decimals)),
    priceIncludesTax: price?.includesTax,
  };
}
