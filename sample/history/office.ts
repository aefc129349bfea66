import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { applyPayment } from '../../activities/payment/apply-payment.js';
import { decideCreditNote } from '../../activities/invoice/decide-credit-note.js';
import { creditInvoice } from '../../activities/invoice/issue-credit-note.js';
import { money, type Money } from '../../domain/money/money.js';
import { COMPANY } from '../data/company.js';
import { dayOf } from '../make-master-data.js';
import { readDesk } from './desk.js';
import { creditFor, type InvoiceWithHabit } from './habits.js';
import { isAfter, momentOf, staffContext, type World } from './world.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';

const COMPLAINT = 'Sebagian barang rusak saat diterima';

/** The accounts office: promises and disputes by telephone, payments that a person must apply. */
export async function workInTheOffice(world: World, day: Temporal.PlainDate): Promise<void> {
  const at = momentOf(day, '11:00');
  if (isAfter(at, world.until)) return;
  for (const one of await readDesk(world)) {
    await takePromise(world, { ...one, day, at });
    await takeDispute(world, { ...one, day, at });
    await settleDispute(world, { ...one, day, at });
  }
  await placePayments(world, { day, at });
}

type Call = InvoiceWithHabit & Readonly<{ day: Temporal.PlainDate; at: Temporal.Instant }>;

async function takePromise(world: World, { invoice, habit, day, at }: Call): Promise<void> {
  const { promise } = habit;
  if (promise === undefined || !promise.madeOn.equals(day)) return;
  const { invoiceId } = invoice;
  const before = await world.database.prisma.promiseToPay.count({ where: { invoiceId } });
  if (before > 0) return;
  await recordPromise(world, { invoiceId, at, promisedFor: promise.promisedFor });
}

/** Paid invoices get no promise. */
export async function recordPromise(
  world: World,
  {
    invoiceId,
    at,
    promisedFor,
  }: Readonly<{ invoiceId: string; at: Temporal.Instant; promisedFor: Temporal.PlainDate }>,
): Promise<void> {
  const amount = await openAmountOf(world, invoiceId);
  if (amount === 0n) return;
  const ctx = staffContext(world, { role: 'arClerk', at, request: `promise-${invoiceId}` });
  await world.database.call(receivableCommands.recordPromise, ctx, {
    invoiceId,
    amount: amount.toString(),
    currency: COMPANY.currency,
    promisedOn: dayOf(at).toString(),
    promisedFor: promisedFor.toString(),
    channel: 'phone',
  });
}

async function takeDispute(world: World, { invoice, habit, day, at }: Call): Promise<void> {
  const { dispute } = habit;
  if (dispute === undefined || !dispute.openedOn.equals(day)) return;
  const { invoiceId } = invoice;
  const before = await world.database.prisma.dispute.count({ where: { invoiceId } });
  if (before === 0) await openDispute(world, { invoiceId, at });
}

export async function openDispute(
  world: World,
  { invoiceId, at }: Readonly<{ invoiceId: string; at: Temporal.Instant }>,
): Promise<void> {
  if ((await openAmountOf(world, invoiceId)) === 0n) return;
  const ctx = staffContext(world, { role: 'arClerk', at, request: `dispute-${invoiceId}` });
  await world.database.call(receivableCommands.openDispute, ctx, { invoiceId, reason: COMPLAINT });
}

async function settleDispute(world: World, { invoice, habit, day, at }: Call): Promise<void> {
  const settled = habit.dispute?.settled;
  if (settled === undefined || !settled.on.equals(day)) return;
  const { prisma } = world.database;
  const { invoiceId } = invoice;
  const dispute = await prisma.dispute.findFirst({ where: { invoiceId, state: 'open' } });
  if (dispute === null) return;
  const ctx = staffContext(world, { role: 'arManager', at, request: `settle-${dispute.id}` });
  if (settled.for === 'seller') {
    await world.database.call(receivableCommands.resolveDispute, ctx, {
      disputeId: dispute.id,
      resolution: 'for-seller',
    });
    return;
  }
  const total = invoice.items.reduce((sum, { amount }) => sum + amount, 0n);
  const issuedOn = day.toString();
  const credit = await world.database.transaction(ctx, (tx) =>
    creditInvoice(tx, ctx, {
      invoiceId,
      amount: money(creditFor(total), COMPANY.currency),
      reason: COMPLAINT,
      disputeId: dispute.id,
      issuedOn,
    }),
  );
  if (credit.kind === 'issued') return;
  const { creditNoteRequestId } = credit;
  const second = staffContext(world, {
    role: 'creditController',
    at,
    request: `agree-${dispute.id}`,
  });
  await world.database.transaction(second, (tx) =>
    decideCreditNote(tx, second, { creditNoteRequestId, decision: 'approved', issuedOn }),
  );
}

async function openAmountOf({ database }: World, invoiceId: string): Promise<bigint> {
  const { _sum } = await database.prisma.openItem.aggregate({
    where: { invoiceId },
    _sum: { openAmount: true },
  });
  return _sum.openAmount ?? 0n;
}

const suggestedItems = z.array(
  z.object({ openItemId: z.string(), amount: z.string(), open: z.string() }),
);
const WAITS_AT_LEAST_DAYS = 2;
/** A missing amount up to this is a bank fee. */
const FEE_MAX = 10_000n;
/** Percent of the payments that stay in the work queue, so that there is something to do. */
const LEFT_PERCENT = 30;

/** A clerk books the matcher's suggestions, a few days later. */
async function placePayments(
  world: World,
  { day, at }: Readonly<{ day: Temporal.PlainDate; at: Temporal.Instant }>,
): Promise<void> {
  const until = at.subtract({ hours: 24 * WAITS_AT_LEAST_DAYS });
  const waiting = await world.database.prisma.payment.findMany({
    where: { state: 'suggested', receivedAt: { lte: new Date(until.epochMilliseconds) } },
    include: { suggestions: { orderBy: { rank: 'asc' }, take: 1 } },
    orderBy: [{ receivedAt: 'asc' }, { externalId: 'asc' }],
  });
  for (const { id: paymentId, externalId, suggestions } of waiting) {
    const [best] = suggestions;
    if (best === undefined || world.random.fork(`queue ${externalId}`).percent(LEFT_PERCENT))
      continue;
    const items = suggestedItems.parse(best.items);
    if (!(await isUnchanged(world, items))) continue;
    const ctx = staffContext(world, { role: 'arClerk', at, request: `place-${paymentId}` });
    await world.database.transaction(ctx, (tx) =>
      applyPayment(tx, ctx, {
        paymentId,
        bookedOn: day.toString(),
        role: 'arClerk',
        items: items.map(({ openItemId, amount }) => ({ openItemId, amount: rupiah(amount) })),
        deductions: items.flatMap(({ openItemId, amount, open }) => {
          const missing = BigInt(open) - BigInt(amount);
          if (missing <= 0n || missing > FEE_MAX) return [];
          return [{ openItemId, kind: 'bankFee' as const, amount: rupiah(missing) }];
        }),
      }),
    );
  }
}

function rupiah(amount: string | bigint): Money {
  return money(BigInt(amount), COMPANY.currency);
}

/** The suggested items may have been paid in another way since. */
async function isUnchanged(
  { database }: World,
  items: z.output<typeof suggestedItems>,
): Promise<boolean> {
  const rows = await database.prisma.openItem.findMany({
    where: { id: { in: items.map(({ openItemId }) => openItemId) } },
  });
  const openOf = new Map(rows.map(({ id, openAmount }) => [id, openAmount.toString()]));
  return items.every(({ openItemId, open }) => open === openOf.get(openItemId));
}
