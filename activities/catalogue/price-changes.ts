import type { CommandContext } from '../../domain/context.js';
import type { MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { PrismaClient, Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { readPrice } from './item-values.js';
import { plannedMoment } from './planned-moment.js';
import { openListByCode } from './price-lists.js';

export type PriceChange = Readonly<{
  items: readonly Readonly<{
    sku: string;
    /** Null: from then on the item has no price on the list. */
    unitPrice: MoneyOnWire | null;
    includesTax?: boolean | undefined;
  }>[];
  /** An instant, or a day, which begins at midnight of the company; now when it is left out. */
  effectiveFrom: string | undefined;
  /** Code of the list that they stand on; without one they hold for everybody. */
  priceList?: string | undefined;
  note: string;
}>;

/**
 * Decides prices from a moment on, or that items have none on a list any more. Answers the version that they are.
 *
 * @throws Refusal `COMPANY_MISSING`, `PRICE_IN_PAST`, `PRICE_LIST_UNKNOWN`, `ITEM_UNKNOWN`, `ITEM_REPEATED`,
 * `PRICE_LIST_REQUIRED`, `PRICE_NEGATIVE`, `CURRENCY_MISMATCH`, and those of `parseMoney`
 */
export async function planPriceChange(
  tx: Transaction,
  ctx: CommandContext,
  { items, effectiveFrom, priceList, note }: PriceChange,
): Promise<number> {
  const { currency, timeZone } = await companyOf(tx);
  const from = momentOf(ctx, { effectiveFrom, timeZone });
  const list = priceList === undefined ? undefined : await openListByCode(tx, ctx, priceList);
  refuseRepeated(items);
  const known = await knownItems(tx, { skus: items.map(({ sku }) => sku), currency });
  const prices = items.map(({ sku, unitPrice, includesTax }, index) => {
    const param = `items[${index}]`;
    const item = known.get(sku);
    if (item === undefined) {
      const detail = `There is no item ${sku}.`;
      throw new Refusal({ code: 'ITEM_UNKNOWN', param: `${param}.sku`, detail });
    }
    const unitAmount =
      unitPrice === null
        ? endOf(list, `${param}.unitPrice`)
        : readPrice(unitPrice, { currency, param: `${param}.unitPrice` });
    return { itemId: item.id, currency, unitAmount, includesTax: includesTax ?? item.includesTax };
  });
  const { version } = await tx.catalogueVersion.create({
    data: {
      effectiveFrom: from,
      createdAt: new Date(ctx.at),
      note,
      priceListId: list?.id ?? null,
    },
  });
  await tx.price.createMany({ data: prices.map((price) => ({ ...price, version })) });
  return version;
}

/** What has a price for everybody is sold; an item that is not is withdrawn. */
function endOf(list: object | undefined, param: string): null {
  if (list !== undefined) return null;
  const detail = 'Only on a price list an item may have no price; withdraw it to sell it no more.';
  throw new Refusal({ code: 'PRICE_LIST_REQUIRED', param, detail });
}

/**
 * Takes a planned change of prices back. Repeated, it changes nothing.
 *
 * @throws Refusal `PRICE_CHANGE_NOT_FOUND`, `PRICE_CHANGE_IN_FORCE`
 */
export async function withdrawPriceChange(
  tx: Transaction,
  ctx: CommandContext,
  version: number,
): Promise<void> {
  const { effectiveFrom, withdrawnIn } = await findPriceChange(tx, version);
  if (withdrawnIn !== null) return;
  if (effectiveFrom <= new Date(ctx.at)) {
    const detail = 'These prices hold already: change them again instead.';
    throw new Refusal({ code: 'PRICE_CHANGE_IN_FORCE', param: 'version', detail });
  }
  // The books put in the number of this change (number_price_version).
  await tx.catalogueVersion.update({ where: { version }, data: { withdrawnIn: 0 } });
}

/** @throws Refusal `PRICE_CHANGE_NOT_FOUND` */
export async function findPriceChange(tx: Pick<PrismaClient, 'catalogueVersion'>, version: number) {
  const change = await tx.catalogueVersion.findUnique({ where: { version } });
  if (change !== null) return change;
  const detail = `There is no change of prices ${version}.`;
  throw new Refusal({ code: 'PRICE_CHANGE_NOT_FOUND', param: 'version', detail });
}

type Said = Readonly<{ effectiveFrom: string | undefined; timeZone: string }>;

function momentOf({ at }: CommandContext, { effectiveFrom, timeZone }: Said): Date {
  const now = new Date(at);
  const from = effectiveFrom === undefined ? now : plannedMoment(effectiveFrom, timeZone);
  if (from >= now) return from;
  const detail = `It is ${at}; what was sold until now keeps its price. Left out, it is now.`;
  throw new Refusal({ code: 'PRICE_IN_PAST', param: 'effectiveFrom', detail });
}

function refuseRepeated(items: PriceChange['items']): void {
  const skus = items.map(({ sku }) => sku);
  const index = skus.findIndex((sku, place) => skus.indexOf(sku) < place);
  if (index === -1) return;
  const detail = `Item ${skus[index]} has two prices in one change.`;
  throw new Refusal({ code: 'ITEM_REPEATED', param: `items[${index}].sku`, detail });
}

async function knownItems(
  tx: Transaction,
  { skus, currency }: Readonly<{ skus: string[]; currency: string }>,
) {
  const ofAll = { currency, catalogueVersion: { priceListId: null } };
  const newest = { where: ofAll, orderBy: { version: 'desc' }, take: 1 } as const;
  const rows = await tx.item.findMany({
    where: { sku: { in: skus } },
    select: { id: true, sku: true, prices: { ...newest, select: { includesTax: true } } },
  });
  return new Map(
    rows.map(({ id, sku, prices: [price] }) => [
      sku,
      { id, includesTax: price?.includesTax ?? true },
    ]),
  );
}
