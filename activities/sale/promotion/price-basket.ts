import { Temporal } from 'temporal-polyfill';
import type { BasketBody, BasketPrices } from '../../../contract/sale/price-basket.js';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import { money, moneyToWire, type MoneyOnWire } from '../../../domain/money/money.js';
import { priceBasket } from '../../../domain/pricing/price-sale.js';
import type { PricedBasket, PricedLine } from '../../../domain/pricing/priced-sale.js';
import { applyPromotions } from '../../../domain/promotion/apply-promotions.js';
import {
  outcomeOfPromotion,
  type PromotedSale,
  type PromotionOutcome,
} from '../../../domain/promotion/promotion-outcome.js';
import { indexPromotions } from '../../../domain/promotion/promotion-index.js';
import type {
  Gift,
  Promotion,
  PromotedLine,
  PromotionOccasion,
} from '../../../domain/promotion/promotion.js';
import { parseQuantity, quantityToWire } from '../../../domain/quantity/quantity.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Clock } from '../../../platform/clock.js';
import type { Till } from '../capture/capture-catalogue.js';
import type { CaptureSources, SoldTo } from '../capture/capture-sources.js';
import { findTill, type Seller } from '../capture/find-till.js';
import { readPromotions } from './read-promotions.js';

type Asked = Readonly<{ body: BasketBody; seller: Seller }>;

type Known = Readonly<{ sources: CaptureSources; clock: Clock }>;

/**
 * What a basket costs at a till and at a moment, and why, with promotions that are tried on it. Nothing is booked.
 *
 * @throws Refusal `TERMINAL_UNKNOWN`, `CUSTOMER_UNKNOWN`, those of `readPromotions`, `parseQuantity` and `priceBasket`.
 */
export async function priceBasketAt(
  { sources, clock }: Known,
  { body, seller }: Asked,
): Promise<BasketPrices> {
  const till = await findTill(sources, { reference: body.terminal, seller });
  const customer = await findCustomer(sources, body.customer);
  const at = body.at === undefined ? clock.now() : Temporal.Instant.from(body.at);
  const promotions = readPromotions(body.promotions, till);
  const occasion = occasionOf(body, { till, customer, at });

  const catalogue = await catalogueOf(sources, { till, customer, at });
  const tried = { promotions, occasion };
  const { promote, promoted } = promoter(tried);
  const basket = priceBasket(
    { ...requestOf(body, till), businessDate: dayOf(at, till) },
    { ...catalogue, promote },
  );
  const outcomes = promotions.map((one) => outcomeOfPromotion(one, promoted()));
  return pricesOnWire(basket, { at, outcomes });
}

async function findCustomer(
  sources: CaptureSources,
  reference: string | undefined,
): Promise<SoldTo | undefined> {
  const customer = reference === undefined ? undefined : await sources.customer(reference);
  if (reference === undefined || customer?.active) return customer;
  const detail = 'There is no such customer.';
  throw new Refusal({ code: 'CUSTOMER_UNKNOWN', param: 'customer', detail });
}

type Place = Readonly<{ till: Till; customer: SoldTo | undefined; at: Temporal.Instant }>;

async function catalogueOf(sources: CaptureSources, { till, customer, at }: Place) {
  const book = await sources.freshPriceBook();
  const atMs = at.epochMilliseconds;
  return book.catalogue({
    till: book.till(till.terminalId) ?? till,
    priceVersion: book.versionAt(atMs),
    knownVersion: book.number,
    atMs,
    segment: customer?.segment,
    mode: 'online',
    language: till.language,
  });
}

function occasionOf(body: BasketBody, { till, customer, at }: Place): PromotionOccasion {
  const { dayOfWeek, hour, minute } = at.toZonedDateTimeISO(till.timeZone);
  const uses = new Map(body.promotions.map(({ code, usedToday }) => [code, usedToday]));
  return {
    atMs: at.epochMilliseconds,
    weekday: dayOfWeek,
    minute: hour * 60 + minute,
    store: till.storeCode,
    segment: customer?.segment,
    customer: customer === undefined ? 'unknown' : 'named',
    coupons: body.coupons,
    usesOf: (code) => uses.get(code) ?? { byCustomer: 0, byAll: 0 },
  };
}

/** Gives promotions, and remembers on which lines, to say what became of each. */
function promoter({
  promotions,
  occasion,
}: Readonly<{ promotions: readonly Promotion[]; occasion: PromotionOccasion }>) {
  const index = indexPromotions(promotions);
  let sale: PromotedSale = { lines: [], occasion, gifts: [] };
  return {
    promote: (lines: readonly PromotedLine[]): readonly Gift[] => {
      const gifts = applyPromotions(index, lines, occasion);
      sale = { lines, occasion, gifts };
      return gifts;
    },
    promoted: () => sale,
  };
}

function requestOf({ lines }: BasketBody, { currency }: Readonly<{ currency: CurrencyCode }>) {
  return {
    mode: 'online',
    currency,
    lines: lines.map(({ sku, barcode, quantity }, index) => ({
      sku,
      barcode,
      quantityMilli: parseQuantity(quantity, `lines[${index}].quantity`),
    })),
  } as const;
}

function dayOf(at: Temporal.Instant, { timeZone }: Till): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}

type Why = Readonly<{ at: Temporal.Instant; outcomes: readonly PromotionOutcome[] }>;

function pricesOnWire(
  { currency, lines, totals }: PricedBasket,
  { at, outcomes }: Why,
): BasketPrices {
  const wire = (amount: bigint): MoneyOnWire => moneyToWire(money(amount, currency));
  const { gross, discount, net, tax, total } = totals;
  return {
    at: new Date(at.epochMilliseconds).toISOString(),
    lines: lines.map((line) => lineOnWire(line, wire)),
    promotions: outcomes.map((one) => ({ ...one, amount: wire(one.amount) })),
    totals: {
      gross: wire(gross),
      discount: wire(discount),
      net: wire(net),
      tax: wire(tax),
      total: wire(total),
    },
  };
}

function lineOnWire(
  line: PricedLine,
  wire: (amount: bigint) => MoneyOnWire,
): BasketPrices['lines'][number] {
  return {
    number: line.number,
    sku: line.sku,
    name: line.name,
    unit: line.unit,
    quantity: quantityToWire(line.quantityMilli),
    unitPrice: wire(line.unitPrice),
    priceList: line.pricedBy?.list?.code ?? null,
    priceVersion: line.pricedBy?.version ?? 0,
    priceIncludesTax: line.priceIncludesTax,
    gross: wire(line.gross),
    promotions: line.promotions.map(({ code, amount }) => ({ code, amount: wire(amount) })),
    discount: wire(line.discount),
    net: wire(line.net),
    taxCode: line.taxCode,
    tax: wire(line.tax),
    total: wire(line.total),
  };
}
