import { Temporal } from 'temporal-polyfill';
import { createCapture } from '../../activities/sale/capture/capture.js';
import { createSaleActivities, deliverSale } from '../../activities/sale/sale-activities.js';
import { createInvoiceActivities } from '../../activities/invoice/invoice-activities.js';
import { CREDIT_REFUSALS } from '../../contract/sale/capture-errors.js';
import { Refusal } from '../../domain/refusal.js';
import { groupBy } from '../../domain/group-by.js';
import { dateOf } from '../../prisma/date-of.js';
import type { SampleCustomer } from '../make-customers.js';
import { dayOf } from '../make-master-data.js';
import { planSales, type PlannedSale } from './plan-sales.js';
import { clockAt, inParallel, isAfter, momentOf, staffContext, type World } from './world.js';

/** A life begins a few seconds after the sale. */
const SOON = { seconds: 4 };

/** The tills sell all day; sales of carried goods are invoiced or closed right after. */
export async function trade(world: World, day: Temporal.PlainDate): Promise<void> {
  const soldBefore = await countSold(world, day);
  const priceBook = await world.sources.priceBook();
  const debtors = await findDebtors(world, day);
  const planned = planSales(world, { day, priceBook, soldBefore, debtors });
  const sold = planned.filter(({ at }) => !isAfter(at.add(SOON), world.until));
  const byTill = groupBy(sold, ({ body }) => String(body.terminal));
  // A till makes one sale after the other, so that its receipt numbers follow the time.
  await inParallel([...byTill.values()], async (sales) => {
    for (const sale of sales) await capture(world, sale);
  });
  const carried = sold.filter(({ body }) => body.delivery?.kind !== 'later');
  const isOnAccount = ({ body }: PlannedSale) =>
    body.tenders.some(({ type }) => type === 'onAccount');
  await inParallel(
    carried.filter((sale) => !isOnAccount(sale)),
    ({ saleId, at }) => salesAt(world, at.add(SOON)).closeSale({ saleId, outcome: 'paid' }),
  );
  // One by one, so that invoice numbers follow the time.
  for (const { saleId, at } of carried.filter(isOnAccount))
    await invoice(world, { saleId, at: at.add(SOON) });
}

/** More customers than buy on account on one day, so that enough are left when some get no credit. */
const DEBTORS_ASKED = 16;

/**
 * Customers with credit in the morning; during the day some use it up. An interrupted day goes on with the customers it
 * began with.
 */
async function findDebtors(
  world: World,
  day: Temporal.PlainDate,
): Promise<readonly SampleCustomer[]> {
  const { customers, random } = world;
  const noted = world.debtorsNoted();
  if (noted?.day === day.toString())
    return noted.customerIds.flatMap((key) => customers.filter(({ id }) => id === key));
  const chance = random.fork(`debtors of ${day.toString()}`);
  const asked = new Set(Array.from({ length: DEBTORS_ASKED }, () => chance.pick(customers)));
  const refused = await refusedCredit(world, { asked: [...asked], at: momentOf(day, '08:00') });
  const debtors = [...asked].filter(({ id }) => !refused.has(id));
  await world.noteDebtors({ day: day.toString(), customerIds: debtors.map(({ id }) => id) });
  return debtors;
}

async function refusedCredit(
  { database }: World,
  { asked, at }: Readonly<{ asked: readonly SampleCustomer[]; at: Temporal.Instant }>,
): Promise<ReadonlySet<string>> {
  const rows = await database.prisma.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM customer c
    WHERE c.id = ANY (${asked.map(({ id }) => id)}::uuid[])
      AND EXISTS (SELECT 1 FROM credit_reasons(c.id, 0, c.currency, ${at.toString()}::timestamptz, NULL))`;
  return new Set(rows.map(({ id }) => id));
}

async function countSold(
  { database }: World,
  day: Temporal.PlainDate,
): Promise<Map<string, number>> {
  const counts = await database.prisma.sale.groupBy({
    by: ['terminalId'],
    where: { businessDate: { lt: dateOf(day) } },
    _count: true,
  });
  return new Map(counts.map(({ terminalId, _count }) => [terminalId, _count]));
}

async function capture(world: World, { saleId, at, body }: PlannedSale): Promise<void> {
  const { database, sources } = world;
  const book = createCapture({ database, sources, clock: clockAt(at), workflowLink: (id) => id });
  const till = await sources.priceBook().then((prices) => prices.till(String(body.terminal)));
  const actor = {
    kind: 'terminal',
    id: till?.terminalId ?? '',
    name: String(body.terminal),
  } as const;
  const ctx = { actor, origin: 'seed', at: at.toString(), requestId: `seed-${saleId}` };
  await book({ saleId, body, seller: {}, ctx });
}

function salesAt({ database }: World, at: Temporal.Instant) {
  return createSaleActivities({ database, clock: clockAt(at) });
}

/** One in eight customers never collects the kept goods. */
const NEVER_FETCHED_PERCENT = 12;
const FETCHED_AFTER_DAYS = { from: 1, to: 3 };

/** Kept goods leave the shop in the afternoon, or their time runs out. */
export async function deliver(world: World, day: Temporal.PlainDate): Promise<void> {
  const { database } = world;
  const at = momentOf(day, '15:00');
  if (isAfter(at, world.until)) return;
  const kept = await database.prisma.sale.findMany({
    where: {
      lifecycle: { deliveryState: 'pending' },
      bookedAt: { lte: new Date(at.epochMilliseconds) },
    },
    select: { id: true, businessDate: true, lifecycle: { select: { deliveryExpiresAt: true } } },
    orderBy: { id: 'asc' },
  });
  for (const { id: saleId, businessDate, lifecycle } of kept) {
    const random = world.random.fork(`delivery of ${saleId}`);
    const isNeverFetched = random.percent(NEVER_FETCHED_PERCENT);
    const waitsDays = random.whole(FETCHED_AFTER_DAYS);
    const soldOn = Temporal.PlainDate.from(businessDate.toISOString().slice(0, 10));
    const moment = { saleId, at };
    const isFetched = Temporal.PlainDate.compare(soldOn.add({ days: waitsDays }), day) <= 0;
    // This includes goods that were not delivered because credit was refused.
    if ((lifecycle?.deliveryExpiresAt?.getTime() ?? Infinity) <= at.epochMilliseconds) {
      await giveUp(world, moment);
    } else if (!isNeverFetched && isFetched) {
      await handOver(world, moment);
    }
  }
  await invoiceDelivered(world, at);
}

type AtMoment = Readonly<{ saleId: string; at: Temporal.Instant }>;

/** Issues and mails the invoice, as `saleToCash` and `receivable` do. */
async function invoice(world: World, { saleId, at }: AtMoment): Promise<void> {
  const { database } = world;
  const issued = await salesAt(world, at).issueInvoice({ saleId });
  if (issued.kind === 'paid-at-the-till') return;
  const mailer = world.mailerAt(clockAt(at.add(SOON)));
  await createInvoiceActivities({ database, mailer }).mailInvoice({ invoiceId: issued.invoiceId });
}

async function handOver(world: World, { saleId, at }: AtMoment): Promise<void> {
  const ctx = staffContext(world, { role: 'cashier', at, request: `deliver-${saleId}` });
  try {
    await deliverSale({ database: world.database, clock: clockAt(at) }, { saleId, ctx });
  } catch (error) {
    if (!isCreditRefusal(error)) throw error;
  }
}

/** Goods of a customer without credit are not delivered. */
function isCreditRefusal(error: unknown): boolean {
  return error instanceof Refusal && CREDIT_REFUSALS.some((code) => code === error.code);
}

/** Does what `saleToCash` does when the time of kept goods is over. */
async function giveUp(world: World, { saleId, at }: AtMoment): Promise<void> {
  const sales = salesAt(world, at);
  await sales.releaseStock({ saleId });
  await sales.closeSale({ saleId, outcome: 'cancelled' });
}

async function invoiceDelivered(world: World, at: Temporal.Instant): Promise<void> {
  const delivered = await world.database.prisma.sale.findMany({
    where: {
      delivery: 'later',
      bookedAt: { lte: new Date(at.epochMilliseconds) },
      onAccountAmount: { gt: 0 },
      lifecycle: { deliveryState: 'delivered' },
      OR: [{ invoice: null }, { invoice: { issuedOn: dateOf(dayOf(at)) } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id: saleId } of delivered) await invoice(world, { saleId, at: at.add(SOON) });
}
