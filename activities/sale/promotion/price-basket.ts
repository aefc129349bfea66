import { Temporal } from 'temporal-polyfill';
import type { BasketBody, BasketPrices } from '../../../contract/sale/price-basket.js';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import { money, moneyToWire, type MoneyOnWire } from '../../../domain/money/money.js';
import type { Catalogue } from '../../../domain/pricing/catalogue.js';
import { priceBasket } from '../../../domain/pricing/price-sale.js';
import type { PricedBasket, PricedLine } from '../../../domain/pricing/priced-sale.js';
import { applyPromotions } from '../../../domain/promotion/apply-promotions.js';
import {
  outcomeOfPromotion,
  type PromotedSale,
  type PromotionOutcome,
} from '../../../domain/promotion/promotion-outcome.js';
import {
  indexPromotions,
  indexWith,
  type PromotionIndex,
} from '../../../domain/promotion/promotion-index.js';
import type { Gift, PromotedLine, PromotionOccasion } from '../../../domain/promotion/promotion.js';
import { parseQuantity, quantityToWire } from '../../../domain/quantity/quantity.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Clock } from '../../../platform/clock.js';
import type { PrismaClient } from '../../../prisma/database.js';
import type { PriceBook, Till } from '../capture/capture-catalogue.js';
import type { CaptureSources, SoldTo } from '../capture/capture-sources.js';
import { findTill, type Seller } from '../capture/find-till.js';
import { occasionOf } from './occasion.js';
import { readUses, unused, type UsesOf } from './promotion-uses.js';
import { readPromotions } from './read-promotions.js';

type Asked = Readonly<{ body: BasketBody; seller: Seller }>;

type Known = Readonly<{
  sources: CaptureSources;
  clock: Clock;
  prisma: Pick<PrismaClient, '$queryRaw'>;
}>;

/**
 * What a basket costs at a till and at a moment, and why: with the promotions in force, and others that are tried on it.
 * One that is tried takes the place of the one with its code. Nothing is booked.
 *
 * @throws Refusal `TERMINAL_UNKNOWN`, `CUSTOMER_UNKNOWN`, those of `readPromotions`, `parseQuantity` and `priceBasket`.
 */
export async function priceBasketAt(
  { sources, clock, prisma }: Known,
  { body, seller }: Asked,
): Promise<BasketPrices> {
  const till = await findTill(sources, { reference: body.terminal, seller });
  const customer = await findCustomer(sources, body.customer);
  const at = body.at === undefined ? clock.now() : Temporal.Instant.from(body.at);
  const businessDate = dayOf(at, till);
  const book = await sources.freshPriceBook();
  const kept = book.promotions.indexAt({
    version: book.number,
    atMs: at.epochMilliseconds,
    currency: till.currency,
  });
  const tried = readPromotions(body.promotions, till);
  const index = indexWith(kept ?? indexPromotions([]), tried);
  const countedBy = { businessDate: businessDate.toString(), customerId: customer?.id };
  const usesSoFar = kept && (await readUses(prisma, countedBy));
  const occasion = shopping(body, { till, customer, at, usesSoFar });

  const { promote, promoted } = promoter({ index, occasion });
  const basket = priceBasket(
    { ...requestOf(body, till), businessDate },
    { ...catalogueOf(book, { till, customer, at }), promote },
  );
  const triedCodes = new Set(tried.map(({ code }) => code));
  const given = [...new Set(promoted().gifts.map(({ code }) => code))].toSorted();
  const outcomes = [
    ...tried,
    ...given.flatMap((code) => (triedCodes.has(code) ? [] : (index.byCode.get(code) ?? []))),
  ].map((one) => outcomeOfPromotion(one, promoted()));
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

function catalogueOf(book: PriceBook, { till, customer, at }: Place): Catalogue {
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

/** Promotions that are tried count as used as the request says, those that are kept as they are. */
function shopping(
  body: BasketBody,
  { till, customer, at, usesSoFar = unused }: Place & Readonly<{ usesSoFar: UsesOf | undefined }>,
): PromotionOccasion {
  const tried = new Map(body.promotions.map(({ code, usedToday }) => [code, usedToday]));
  const shopper = {
    segment: customer?.segment,
    customer: customer === undefined ? ('unknown' as const) : ('named' as const),
    coupons: body.coupons,
    usesOf: (code: string) => tried.get(code) ?? usesSoFar(code),
  };
  return occasionOf(shopper, { till, atMs: at.epochMilliseconds });
}

/** Gives promotions, and remembers on which lines, to say what became of each. */
function promoter({
  index,
  occasion,
}: Readonly<{ index: PromotionIndex; occasion: PromotionOccasion }>) {
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
