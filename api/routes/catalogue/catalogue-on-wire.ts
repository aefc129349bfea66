import type { CurrencyCode } from '../../../domain/money/currency.js';
import {
  priceInForce,
  pricesToCome,
  type PriceVersion,
} from '../../../domain/pricing/price-in-force.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { isPrice, type HeldList, type RealPrice } from '../../../domain/pricing/price-list.js';
import { wireDate, wireMoney, wireMoneyOrNull } from '../../wire.js';
import type { CatalogueRow } from './catalogue-rows.js';

type At = Readonly<{
  currency: CurrencyCode;
  at: Date;
  /** The weightiest first. */
  lists: readonly HeldList[];
}>;

/** Items as they are sold, and those that are sold no longer. */
export function itemsOnWire(rows: readonly CatalogueRow[], at: At) {
  return {
    items: rows.filter(({ active }) => active).map((row) => itemOnWire(row, at)),
    withdrawn: rows
      .filter(({ active }) => !active)
      .map(({ id, sku, replacedBy }) => ({ id, sku, replacedBy })),
  };
}

/** Prices on lists that have ended, with no other to come: what a delta tells beside the items. */
export function endedPricesOnWire(rows: readonly CatalogueRow[], { at, lists }: At) {
  return rows
    .filter(({ active }) => active)
    .flatMap(({ id, sku, prices: read }) => {
      const prices = (read ?? []).map(readPrice);
      return lists
        .filter((list) => prices.some((price) => price.list.listId === list.id))
        .filter((list) => isGone(prices, list.id, at))
        .map(({ code }) => ({ id, sku, priceList: code }));
    });
}

/** Whether an item has neither a price on a list nor one to come. */
function isGone(prices: readonly Price[], listId: string, at: Date): boolean {
  const own = prices.filter(({ list }) => list.listId === listId);
  const known = knownAt(at);
  const now = priceInForce(own, known);
  return (now === undefined || !isPrice(now)) && pricesToCome(own, known).length === 0;
}

function knownAt(at: Date) {
  return { version: Number.MAX_SAFE_INTEGER, atMs: at.getTime() };
}

function itemOnWire(row: CatalogueRow, { currency, at, lists }: At) {
  const { step, prices: rows, barcodes, change: _c, replacedBy: _r, active: _a, ...item } = row;
  const prices = (rows ?? []).map(readPrice);
  const known = knownAt(at);
  const show = (price: RealPrice<Price>) => priceOnWire(price, currency);
  const on = (listId: string | undefined) => {
    const own = prices.filter(({ list }) => list.listId === listId);
    const price = priceInForce(own, known);
    const shown = price !== undefined && isPrice(price) ? show(price) : null;
    return { price: shown, toCome: pricesToCome(own, known) };
  };
  const { price, toCome } = on(undefined);
  return {
    ...item,
    active: true as const,
    quantityStep: quantityToWire(BigInt(step)),
    barcodes: barcodes ?? [],
    price,
    futurePrices: toCome.filter(isPrice).map(show),
    // By code: a list that gets another weight changes no item, so no delta would tell of another order.
    listPrices: lists
      .filter(({ id }) => !isGone(prices, id, at))
      .toSorted((one, other) => (one.code < other.code ? -1 : 1))
      .map(({ id, code }) => {
        const { price: now, toCome: later } = on(id);
        const futurePrices = later.map((one) => (isPrice(one) ? show(one) : endOnWire(one)));
        return { priceList: code, price: now, futurePrices };
      }),
  };
}

type Price = Readonly<{ list: PriceVersion; unitAmount: bigint | null; includesTax: boolean }>;

function readPrice([version, fromMs, unitAmount, includesTax, listId]: NonNullable<
  CatalogueRow['prices']
>[number]): Price {
  const list = { version, fromMs, withdrawnIn: undefined, listId: listId ?? undefined };
  return { list, unitAmount: unitAmount === null ? null : BigInt(unitAmount), includesTax };
}

function endOnWire({ list, includesTax }: Price) {
  const effectiveFrom = new Date(list.fromMs).toISOString();
  return { version: list.version, effectiveFrom, unitPrice: null, includesTax };
}

function priceOnWire({ list, unitAmount, includesTax }: RealPrice<Price>, currency: CurrencyCode) {
  const effectiveFrom = new Date(list.fromMs).toISOString();
  const unitPrice = wireMoney(unitAmount, currency);
  return { version: list.version, effectiveFrom, unitPrice, includesTax };
}

type TenderRow = Awaited<ReturnType<PrismaClient['tenderRule']['findMany']>>[number];

export function tenderRuleOnWire({
  type,
  offlineAllowed,
  perSaleLimitAmount,
  perSaleLimitCurrency,
}: TenderRow) {
  const perSaleLimit = wireMoneyOrNull(perSaleLimitAmount, perSaleLimitCurrency);
  return { type, offlineAllowed, perSaleLimit };
}

type TaxRow = Awaited<ReturnType<PrismaClient['taxRule']['findMany']>>[number];

export function taxRuleOnWire(rule: TaxRow) {
  return {
    code: rule.code,
    kind: rule.kind,
    validFrom: wireDate(rule.validFrom),
    rate: { numerator: rule.rateNumerator, denominator: rule.rateDenominator },
    baseFactor: { numerator: rule.baseNumerator, denominator: rule.baseDenominator },
    rounding: rule.rounding,
    label: { id: rule.labelId, en: rule.labelEn },
  };
}
