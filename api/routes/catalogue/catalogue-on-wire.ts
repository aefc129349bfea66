import type { CurrencyCode } from '../../../domain/money/currency.js';
import {
  priceInForce,
  pricesToCome,
  type PriceVersion,
} from '../../../domain/pricing/price-in-force.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { PrismaClient } from '../../../prisma/database.js';
import type { HeldList } from '../../../domain/pricing/price-list.js';
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

function itemOnWire(row: CatalogueRow, { currency, at, lists }: At) {
  const { step, prices: rows, barcodes, change: _c, replacedBy: _r, active: _a, ...item } = row;
  const prices = (rows ?? []).map(readPrice);
  const known = { version: Number.MAX_SAFE_INTEGER, atMs: at.getTime() };
  const show = (price: Price) => priceOnWire(price, currency);
  const on = (listId: string | undefined) => {
    const own = prices.filter(({ list }) => list.listId === listId);
    const price = priceInForce(own, known);
    const futurePrices = pricesToCome(own, known).map(show);
    return { price: price === undefined ? null : show(price), futurePrices };
  };
  return {
    ...item,
    active: true as const,
    quantityStep: quantityToWire(BigInt(step)),
    barcodes: barcodes ?? [],
    ...on(undefined),
    // By code: a list that gets another weight changes no item, so no delta would tell of another order.
    listPrices: lists
      .filter(({ id }) => prices.some(({ list }) => list.listId === id))
      .toSorted((one, other) => (one.code < other.code ? -1 : 1))
      .map(({ id, code }) => ({ priceList: code, ...on(id) })),
  };
}

type Price = Readonly<{ list: PriceVersion; unitAmount: bigint; includesTax: boolean }>;

function readPrice([version, fromMs, unitAmount, includesTax, listId]: NonNullable<
  CatalogueRow['prices']
>[number]): Price {
  const list = { version, fromMs, withdrawnIn: undefined, listId: listId ?? undefined };
  return { list, unitAmount: BigInt(unitAmount), includesTax };
}

function priceOnWire({ list, unitAmount, includesTax }: Price, currency: CurrencyCode) {
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
