import type { Temporal } from 'temporal-polyfill';
import { proposeTaxesAndTenders } from '../activities/company/proposals.js';
import { startOf } from '../domain/pricing/pricing-moment.js';
import { PPN } from '../domain/tax/indonesian-tax-rules.js';
import type { CommandContext } from '../domain/context.js';
import type { Transaction } from '../prisma/database.js';
import { inStoreBarcode } from './barcode.js';
import { COMPANY } from './data/company.js';
import { GOODS, type GoodsFamily } from './data/goods.js';
import type { Random } from './random.js';
import { sampleUuid } from './uuid.js';

export type SampleItem = Readonly<{
  id: string;
  sku: string;
  name: string;
  family: GoodsFamily;
  barcode: string;
  /** Rupiah for one unit, tax included, in the first price list. */
  price: number;
  /** The price in the second list, if it differs. */
  laterPrice: number | undefined;
  /** What one unit costs, in rupiah. */
  cost: number;
}>;

export type CataloguePlan = Readonly<{
  random: Random;
  /** The first list is valid from the day the books begin, the second from a later day. */
  booksFrom: Temporal.PlainDate;
  newPricesFrom: Temporal.PlainDate;
  at: Temporal.Instant;
  ctx: CommandContext;
}>;

const PRICE_STEP = 500;
const WHOLE_PIECE_MILLI = 1_000n;
const GRAM_MILLI = 1n;
/** One price in eight rises by a few percent in the second list. */
const DEARER_PERCENT = 12;

/** Tax table, tender rules, and all items with their barcodes and two price lists. */
export async function makeCatalogue(
  tx: Transaction,
  plan: CataloguePlan,
): Promise<readonly SampleItem[]> {
  await proposeTaxesAndTenders(tx, plan.ctx, COMPANY.currency);
  const items = inventItems(plan);
  const createdAt = new Date(plan.at.epochMilliseconds);
  const begins = (day: Temporal.PlainDate) => new Date(startOf(day, COMPANY.timeZone));
  await tx.catalogueVersion.createMany({
    data: [
      { version: 1, effectiveFrom: begins(plan.booksFrom), createdAt, note: 'Daftar harga awal' },
      { version: 2, effectiveFrom: begins(plan.newPricesFrom), createdAt, note: 'Kenaikan harga' },
    ],
  });
  await tx.item.createMany({ data: items.map(itemRow) });
  await tx.itemBarcode.createMany({
    data: items.map(({ id, barcode }) => ({ barcode, itemId: id })),
  });
  await tx.price.createMany({ data: items.flatMap(priceRows) });
  return items;
}

/** All names in all makes and sizes; the same seed gives the same catalogue. */
export function inventItems({
  random,
  at,
}: Pick<CataloguePlan, 'random' | 'at'>): readonly SampleItem[] {
  const wares = GOODS.flatMap((family) =>
    family.names.flatMap(([name, basePrice]) =>
      family.makes.flatMap((make) =>
        family.sizes.map(([size, factor]) => ({
          family,
          name: [name, make, size].filter(Boolean).join(' '),
          price: basePrice * factor,
        })),
      ),
    ),
  );
  const counted = new Map<string, number>();
  return wares.map(({ family, name, price }, index) => {
    const number = (counted.get(family.prefix) ?? 0) + 1;
    counted.set(family.prefix, number);
    const asked = toStep(price * (0.9 + random.fraction() * 0.25));
    const isDearer = random.percent(DEARER_PERCENT);
    const taxDivisor = family.taxCode === PPN ? 1.11 : 1;
    return {
      id: sampleUuid(at.epochMilliseconds, random),
      sku: `${family.prefix}-${String(number).padStart(3, '0')}`,
      name,
      family,
      barcode: inStoreBarcode(family.sold === 'by-weight' ? 'weighed' : 'piece', index + 1),
      price: asked,
      laterPrice: isDearer ? toStep(asked * 1.06) + PRICE_STEP : undefined,
      cost: Math.round(((asked / taxDivisor) * family.costPercent) / 100),
    };
  });
}

function toStep(price: number): number {
  return Math.max(PRICE_STEP, Math.round(price / PRICE_STEP) * PRICE_STEP);
}

function itemRow({ id, sku, name, family }: SampleItem) {
  const { unit, category, taxCode, sold } = family;
  return {
    id,
    sku,
    name,
    unit,
    category,
    taxCode,
    quantityStepMilli: sold === 'by-weight' ? GRAM_MILLI : WHOLE_PIECE_MILLI,
    stocked: sold !== 'as-service',
    minimumLevelMilli: sold === 'as-service' ? 0n : BigInt(family.basketMax) * 10_000n,
  };
}

/** The second list holds only changed prices. */
function priceRows({ id, price, laterPrice }: SampleItem) {
  const row = (version: number, amount: number) => ({
    itemId: id,
    version,
    currency: COMPANY.currency,
    unitAmount: BigInt(amount),
  });
  return [row(1, price), ...(laterPrice === undefined ? [] : [row(2, laterPrice)])];
}
