import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { importedPrice } from '../../../contract/imports/prices.js';
import type { CommandContext } from '../../../domain/context.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import { unitsToDecimal } from '../../../domain/money/decimal.js';
import { minorUnitOf, parseCurrency } from '../../../domain/money/currency.js';
import { isOver } from '../../../domain/pricing/plan-price-list.js';
import { heldList } from '../../../domain/pricing/price-list.js';
import type { Prisma, PrismaClient, Transaction } from '../../../prisma/database.js';
import { planPriceChange } from '../../catalogue/price-changes.js';
import { pricesHeldAt } from '../../catalogue/prices-held.js';
import { readPriceLists } from '../../catalogue/price-list-rows.js';
import {
  importKind,
  type ExportPage,
  type ImportSetting,
  type RowOutcome,
} from '../import-kind.js';
import { together } from '../together.js';
import { unmistakable } from '../unmistakable.js';

const FIELDS: readonly ImportField[] = [
  {
    field: 'priceList',
    reads: 'text',
    needed: 'if-there',
    names: ['daftar harga', 'pricelist', 'price list', 'kelompok harga'],
  },
  {
    field: 'sku',
    reads: 'text',
    needed: 'always',
    names: ['kode barang', 'kode produk', 'item code', 'internal reference', 'default_code'],
  },
  {
    field: 'unitPrice',
    reads: 'amount',
    needed: 'always',
    names: ['harga jual', 'harga', 'rate', 'price list rate', 'fixed price', 'price'],
  },
  {
    field: 'priceIncludesTax',
    reads: 'flag',
    needed: 'if-there',
    names: ['harga termasuk pajak', 'price includes tax', 'price_include'],
  },
  {
    field: 'effectiveFrom',
    reads: 'moment',
    needed: 'if-there',
    names: ['berlaku mulai', 'berlaku dari', 'tanggal mulai', 'valid from', 'start date'],
  },
  {
    field: 'ends',
    reads: 'flag',
    needed: 'if-there',
    names: ['harga berakhir', 'price ends'],
  },
];

type ImportedPrice = z.output<typeof importedPrice>;

/**
 * Prices from a moment on, for everybody or on a price list that is there, and where they end there. Without a moment a price holds from now on,
 * and each file decides anew; a price that holds then already is known.
 */
export const pricesKind = importKind({
  fields: FIELDS,
  schema: importedPrice,
  exported: exportPrices,
  knownByBooks: true,
  keyOf: ({ sku, priceList = '', effectiveFrom = '' }) => `${sku}/${priceList}/${effectiveFrom}`,
  bodyOf: ({ unitPrice, ...values }, { currency }) => ({
    ...values,
    unitPrice: { amount: unitPrice, currency },
  }),
  write: async (tx, ctx, { bodies, setting }) => {
    const outcomes = new Map<ImportedPrice, RowOutcome>();
    for (const rows of decidedTogether(bodies)) {
      for (const [row, outcome] of await writeRows(tx, ctx, { rows, setting })) {
        outcomes.set(row, outcome);
      }
    }
    return bodies.map((body) => outcomes.get(body) ?? unwritten(body));
  },
});

/** Rows of one list and moment are one change of prices. */
function decidedTogether(bodies: readonly ImportedPrice[]): readonly (readonly ImportedPrice[])[] {
  const groups = new Map<string, ImportedPrice[]>();
  for (const body of bodies) {
    const key = `${body.priceList ?? ''}/${body.effectiveFrom ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), body]);
  }
  return [...groups.values()];
}

type Writing = Readonly<{ rows: readonly ImportedPrice[]; setting: ImportSetting }>;

async function writeRows(
  tx: Transaction,
  ctx: CommandContext,
  { rows, setting: { importId } }: Writing,
): Promise<ReadonlyMap<ImportedPrice, RowOutcome>> {
  const [{ priceList, effectiveFrom } = { priceList: undefined, effectiveFrom: undefined }] = rows;
  const held = await pricesHeldAt(tx, ctx, {
    skus: rows.map(({ sku }) => sku),
    priceList,
    effectiveFrom,
  });
  const known = rows.flatMap((row) => {
    const there = held.get(row.sku);
    if (there === undefined || there.amount !== (row.ends === true ? null : row.unitPrice.amount)) {
      return [];
    }
    const isSame = (row.priceIncludesTax ?? there.includesTax) === there.includesTax;
    return isSame ? [[row, { kind: 'known', subjectId: there.id }] as const] : [];
  });
  const seen = new Set<ImportedPrice>(known.map(([row]) => row));
  const fresh = rows.filter((row) => !seen.has(row));
  const written = await together(tx, fresh, async (left) => {
    const items = left.map(({ sku, unitPrice, ends, priceIncludesTax: includesTax }) => {
      return { sku, unitPrice: ends === true ? null : unitPrice, includesTax };
    });
    const note = `import ${importId}`;
    const change = { items, effectiveFrom, priceList, note };
    return idsOf(tx, left, await planPriceChange(tx, ctx, change));
  });
  return new Map<ImportedPrice, RowOutcome>([...known, ...written]);
}

async function idsOf(
  tx: Transaction,
  rows: readonly ImportedPrice[],
  version: number,
): Promise<readonly string[]> {
  const prices = await tx.price.findMany({
    where: { version },
    select: { id: true, item: { select: { sku: true } } },
  });
  const bySku = new Map(prices.map(({ id, item }) => [item.sku, id]));
  return rows.map(({ sku }) => bySku.get(sku) ?? '');
}

function unwritten({ sku }: ImportedPrice): RowOutcome {
  throw new Error(`the price of ${sku} was neither written nor refused`);
}

/**
 * What holds on each open list, without a moment, and what is planned; what everybody pays today stands with the items.
 * A price that has ended is not there.
 */
async function exportPrices(
  ...[prisma, { after, limit, ...page }]: Parameters<ExportPage>
): ReturnType<ExportPage> {
  const lists = await openLists(prisma, page.at);
  const planned = { priceListId: null, effectiveFrom: { gt: new Date(page.at) } };
  const onList = { priceListId: { in: [...lists.keys()] } };
  const shown = {
    currency: page.currency,
    catalogueVersion: { withdrawnIn: null, OR: [planned, onList] },
  };
  const items = await prisma.item.findMany({
    where: { sku: { gt: after }, active: true, prices: { some: shown } },
    select: { sku: true, prices: { where: shown, include: { catalogueVersion: true } } },
    orderBy: { sku: 'asc' },
    take: limit,
  });
  return items.flatMap(({ sku, prices }) =>
    shownPrices(prices, lists, page).map(([key, price]) => {
      const [priceList = '', effectiveFrom = ''] = key.split(SEPARATOR);
      const decimals = minorUnitOf(parseCurrency(page.currency));
      const { unitAmount, includesTax: priceIncludesTax } = price;
      const unitPrice = unmistakable(unitsToDecimal(unitAmount ?? 0n, decimals));
      const ends = unitAmount === null ? true : undefined;
      const cells = { priceList, sku, unitPrice, priceIncludesTax, effectiveFrom, ends };
      return { key: sku, cells };
    }),
  );
}

/** Codes by id. */
async function openLists(prisma: PrismaClient, at: string): Promise<ReadonlyMap<string, string>> {
  const lists = await readPriceLists(prisma);
  return new Map(
    lists.flatMap((list) => {
      const held = heldList(list, Number.MAX_SAFE_INTEGER);
      return held === undefined || isOver(held.term, Date.parse(at)) ? [] : [[held.id, held.code]];
    }),
  );
}

type PriceRow = Prisma.PriceGetPayload<{ include: { catalogueVersion: true } }>;

/** No code of a list has it. */
const SEPARATOR = '\n';

/** The deciding price of each list and moment, in their order: of several the one that began, or was decided, last. */
function shownPrices(
  prices: readonly PriceRow[],
  lists: ReadonlyMap<string, string>,
  { at, timeZone }: Readonly<{ at: string; timeZone: string }>,
): readonly (readonly [string, PriceRow])[] {
  const deciding = new Map<string, PriceRow>();
  for (const price of prices.toSorted(byDecision)) {
    const { effectiveFrom, priceListId } = price.catalogueVersion;
    const from = effectiveFrom > new Date(at) ? momentText(effectiveFrom, timeZone) : '';
    deciding.set(`${lists.get(priceListId ?? '') ?? ''}${SEPARATOR}${from}`, price);
  }
  return [...deciding].filter(isShown).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** A price, or an end that is to come. */
function isShown([key, { unitAmount }]: readonly [string, PriceRow]): boolean {
  return unitAmount !== null || !key.endsWith(SEPARATOR);
}

function byDecision(a: PriceRow, b: PriceRow): number {
  const [from, other] = [a.catalogueVersion.effectiveFrom, b.catalogueVersion.effectiveFrom];
  return from.getTime() - other.getTime() || a.version - b.version;
}

/** As a day where it is midnight of the company. */
function momentText(moment: Date, timeZone: string): string {
  const zoned = Temporal.Instant.from(moment.toISOString()).toZonedDateTimeISO(timeZone);
  const isMidnight = zoned.startOfDay().epochMilliseconds === zoned.epochMilliseconds;
  return isMidnight ? zoned.toPlainDate().toString() : moment.toISOString();
}
