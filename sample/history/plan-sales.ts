import { Temporal } from 'temporal-polyfill';
import type { PriceBook } from '../../activities/sale/capture/capture-catalogue.js';
import { readSaleRequest } from '../../activities/sale/capture/read-sale-request.js';
import type { SaleBody } from '../../contract/sale/sale-body.js';
import { pricingMoment } from '../../domain/pricing/pricing-moment.js';
import { priceBasket } from '../../domain/pricing/price-sale.js';
import { cashDue } from '../../domain/pricing/settle-tenders.js';
import { COMPANY } from '../data/company.js';
import { FAMILY_NAMES, GIVEN_NAMES } from '../data/names.js';
import type { SampleTerminal } from '../make-company.js';
import type { SampleCustomer } from '../make-customers.js';
import { dayOf } from '../make-master-data.js';
import type { Random } from '../random.js';
import { sampleUuid } from '../uuid.js';
import { fillBasket, PASSER_BY } from './fill-basket.js';
import { momentOf, type World } from './world.js';

/** One sale of the past: its time and the request of the till. */
export type PlannedSale = Readonly<{ saleId: string; at: Temporal.Instant; body: SaleBody }>;

type Day = Readonly<{
  day: Temporal.PlainDate;
  priceBook: PriceBook;
  /** By terminal, the number of sales it made before this day. */
  soldBefore: ReadonlyMap<string, number>;
  /** Customers that may buy on account. */
  debtors: readonly SampleCustomer[];
}>;

/**
 * Weekends are busier, and on Sundays nobody buys on account. In the last weeks the tills have realistic numbers of
 * sales; before that only some of the similar cash sales are made. All sales on account are made.
 */
const SALES_OF_DAY = {
  full: { weekday: { from: 17, to: 26 }, weekend: { from: 26, to: 38 } },
  some: { weekday: { from: 6, to: 9 }, weekend: { from: 8, to: 12 } },
} as const;
const FULL_DAYS = 14;
const ON_ACCOUNT_OF_DAY = { from: 2, to: 5 } as const;
const SATURDAY = 6;
const SUNDAY = 7;

/** The sales of a day, sorted by time: the same day of the same seed is always the same. */
export function planSales(
  world: World,
  { day, priceBook, soldBefore, debtors }: Day,
): readonly PlannedSale[] {
  const random = world.random.fork(`sales of ${day.toString()}`);
  const total = random.whole(salesOf(world, day));
  const onAccount =
    day.dayOfWeek === SUNDAY || debtors.length === 0 ? 0 : random.whole(ON_ACCOUNT_OF_DAY);
  const moments = Array.from({ length: total }, (_, index) => ({
    at: openingHour(day, random),
    isOnAccount: index < onAccount,
  })).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const sequences = new Map(soldBefore);
  return moments.map(({ at, isOnAccount }) => {
    const terminal = chooseTerminal(world, random);
    const deviceSequence = (sequences.get(terminal.id) ?? 0) + 1;
    sequences.set(terminal.id, deviceSequence);
    const head = { terminal: terminal.code, deviceSequence, businessDate: day.toString() };
    const buyer = isOnAccount ? random.pick(debtors) : choosePasserBy(world, random);
    const saleId = sampleUuid(at.epochMilliseconds, random);
    return {
      saleId,
      at,
      body: bodyOf(world, { head, at, buyer, isOnAccount, priceBook, random }),
    };
  });
}

function salesOf({ until }: World, day: Temporal.PlainDate): Range {
  const isFull = day.until(dayOf(until), { largestUnit: 'days' }).days < FULL_DAYS;
  const { weekday, weekend } = SALES_OF_DAY[isFull ? 'full' : 'some'];
  return day.dayOfWeek >= SATURDAY ? weekend : weekday;
}

type Range = Readonly<{ from: number; to: number }>;

function openingHour(day: Temporal.PlainDate, random: Random): Temporal.Instant {
  return momentOf(day, '08:00').add({ seconds: random.whole({ from: 0, to: 12 * 3_600 }) });
}

/** The first till has no history, so that sales tried out there do not collide with it. */
function chooseTerminal({ company }: World, random: Random): SampleTerminal {
  const stores = company.stores.map((store) => [store, store.data.weight] as const);
  const opensToday = company.stores[0]?.terminals[0];
  const { terminals } = random.weighted(stores);
  return random.pick(terminals.filter((terminal) => terminal !== opensToday));
}

const KNOWN_SHOPPER_PERCENT = 8;

function choosePasserBy({ customers }: World, random: Random): SampleCustomer | undefined {
  if (!random.percent(KNOWN_SHOPPER_PERCENT)) return undefined;
  return random.pick(customers.filter(({ segment }) => segment.code === 'retail-vip'));
}

type Making = Readonly<{
  head: Pick<SaleBody, 'terminal' | 'deviceSequence' | 'businessDate'>;
  at: Temporal.Instant;
  buyer: SampleCustomer | undefined;
  isOnAccount: boolean;
  priceBook: PriceBook;
  random: Random;
}>;

const DELIVERED_LATER_PERCENT = 25;

function bodyOf(world: World, making: Making): SaleBody {
  const { head, at, buyer, isOnAccount, priceBook, random } = making;
  const shopper = isOnAccount && buyer !== undefined ? buyer.segment : PASSER_BY;
  const capturedAt = at.toZonedDateTimeISO(COMPANY.timeZone).toString({ timeZoneName: 'never' });
  const body: SaleBody = {
    ...head,
    capturedAt,
    mode: 'completed',
    lines: [...fillBasket(world.items, shopper, random)],
    tenders: [],
    priceVersion: priceBook.versionAt(at.epochMilliseconds),
    receipt: { printedAt: capturedAt },
    cashier: `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`,
    ...(buyer === undefined ? {} : { customer: buyer.number, language: buyer.language }),
    ...(isOnAccount && random.percent(DELIVERED_LATER_PERCENT)
      ? { delivery: { kind: 'later' } }
      : {}),
  };
  const total = totalOf(body, { priceBook, segment: buyer?.segment.code });
  return { ...body, tenders: isOnAccount ? onAccount(total, random) : paid(total, random) };
}

/** Priced by the engine that till and server share. */
function totalOf(
  body: SaleBody,
  { priceBook, segment }: Readonly<{ priceBook: PriceBook; segment: string | undefined }>,
): bigint {
  const till = priceBook.till(String(body.terminal));
  if (till === undefined) throw new Error(`there is no till ${body.terminal}`);
  const version = body.priceVersion ?? 1;
  const { businessDate, mode } = body;
  const at = Temporal.Instant.from(body.capturedAt);
  const atMs = pricingMoment({ at, businessDate, timeZone: till.timeZone });
  const purchase = { till, priceVersion: version, knownVersion: version, segment, atMs, mode };
  const request = readSaleRequest(body, { currency: till.currency, customerId: undefined });
  return priceBasket(request, priceBook.catalogue({ ...purchase, language: till.language })).totals
    .total;
}

type Tenders = SaleBody['tenders'];

const COIN = { step: 100n, direction: 'down' } as const;
const NOTE = 50_000n;
const PREPAID_PERCENT = 10;

/** Some pay a fifth at once, in whole notes. */
function onAccount(total: bigint, random: Random): Tenders {
  const prepaid = random.percent(PREPAID_PERCENT) ? (total / 5n / NOTE) * NOTE : 0n;
  return [...(prepaid > 0n ? [tender('cash', prepaid)] : []), tender('onAccount', total - prepaid)];
}

function paid(total: bigint, random: Random): Tenders {
  const way = random.weighted([
    ['cash', 46],
    ['qris', 30],
    ['card', 20],
    ['card and cash', 4],
  ] as const);
  const approval = String(random.whole({ from: 100_000, to: 999_999 }));
  switch (way) {
    case 'cash':
      return [cash(cashDue(total, COIN))];
    case 'qris':
      return [{ ...tender('qris', total), reference: `QR${approval}` }];
    case 'card':
      return [{ ...tender('card', total), reference: `APP${approval}` }];
    case 'card and cash': {
      const byCard = total / 2n;
      if (byCard === 0n) return [cash(cashDue(total, COIN))];
      const rest = cashDue(total - byCard, COIN);
      return [{ ...tender('card', byCard), reference: `APP${approval}` }, cash(rest)];
    }
  }
}

/** Handed over in notes of Rp50,000, with change. */
function cash(amount: bigint): Tenders[number] {
  const tendered = ((amount + NOTE - 1n) / NOTE) * NOTE;
  return { ...tender('cash', amount), tendered: rupiah(tendered) };
}

function tender(type: Tenders[number]['type'], amount: bigint): Tenders[number] {
  return { type, amount: rupiah(amount) };
}

function rupiah(amount: bigint): { amount: string; currency: string } {
  return { amount: amount.toString(), currency: COMPANY.currency };
}
