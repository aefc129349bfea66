import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { aCase } from '../../support/agency-case.js';
import { openOwingShop, type Owed, type OwingShop } from '../../support/owing-shop.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';

let world: OwingShop;
let decideNextStep: ReturnType<typeof createDunningActivities>['decideNextStep'];
let owed: Owed;

beforeEach(async () => {
  world = await openOwingShop();
  const { database, clock } = world;
  const mailer = { sendOnce: () => Promise.reject(new Error('no letter is sent here')) };
  ({ decideNextStep } = createDunningActivities({ database, clock, mailer }));
  // Due on 15 July; the levels are due on 18 July, 25 July and 4 August, the agency on 14 August.
  owed = await world.sell('C-0001');
});

afterEach(async () => {
  await world.verify();
  await world.close();
});

describe('the decision about a receivable', () => {
  it('waits for the first level, and says so in the lists', async () => {
    expect(await decide()).toEqual({
      kind: 'wait',
      reason: 'not-due',
      untilMs: jakarta('2026-07-18T00:00'),
    });
    expect(await life()).toMatchObject({
      stage: 'collecting',
      nextStep: 'reminder-1',
      nextStepAt: new Date(jakarta('2026-07-18T08:00')),
    });
  });

  it('announces a reminder for the hour in which it will leave, not for a midnight or a Sunday', async () => {
    world.clock.set('2026-07-02T09:00:00+07:00');
    owed = await world.sell('C-0001');
    expect(await decide()).toMatchObject({ untilMs: jakarta('2026-07-19T00:00') });
    expect(await life()).toMatchObject({
      nextStep: 'reminder-1',
      nextStepAt: new Date(jakarta('2026-07-20T08:00')),
    });
  });

  it('waits for the hours in which the debtor may be contacted', async () => {
    world.clock.set('2026-07-18T06:15:00+07:00');
    expect(await decide()).toEqual({
      kind: 'wait',
      reason: 'contact-hours',
      untilMs: jakarta('2026-07-18T08:00'),
    });
    world.clock.set('2026-07-18T08:00:00+07:00');
    expect(await decide()).toEqual({ kind: 'remind', level: 1 });
  });

  it('closes the receivable and its sale in the same step once it is paid', async () => {
    await world.pay(owed.invoiceId, owed.amount);
    expect(await decide()).toEqual({ kind: 'close', outcome: 'paid' });
    expect(await decide()).toEqual({ kind: 'close', outcome: 'paid' });
    expect(await life()).toMatchObject({ stage: 'closed', outcome: 'paid' });
  });

  it('holds while money of the customer that may be for it is not matched', async () => {
    world.clock.set('2026-07-20T09:00:00+07:00');
    await world.receive(world.shop.customers.warung.id, owed.amount);
    expect(await decide()).toMatchObject({ kind: 'hold', reason: 'unmatched-cash' });
  });

  it('holds while a dispute is open, and goes on where it was when the seller was right', async () => {
    world.clock.set('2026-07-20T09:00:00+07:00');
    const { disputeId } = await world.call(receivableCommands.openDispute, {
      invoiceId: owed.invoiceId,
      reason: 'wrong-price',
    });
    expect(await decide()).toEqual({ kind: 'hold', reason: 'dispute', untilMs: null });
    await world.call(receivableCommands.resolveDispute, { disputeId, resolution: 'for-seller' });
    expect(await decide()).toEqual({ kind: 'remind', level: 1 });
  });

  it('holds until the day after a hold that a person set, for the invoice or for the customer', async () => {
    world.clock.set('2026-07-20T09:00:00+07:00');
    const hold = { invoiceId: owed.invoiceId, reason: 'new owner', today: '2026-07-20' };
    const { holdId } = await world.call(receivableCommands.placeHold, {
      ...hold,
      covers: 'customer',
      heldUntil: '2026-07-22',
    });
    const untilMs = jakarta('2026-07-23T00:00');
    expect(await decide()).toEqual({ kind: 'hold', reason: 'manual', untilMs });
    await world.call(receivableCommands.releaseHold, { holdId });
    await world.call(receivableCommands.placeHold, { ...hold, covers: 'invoice' });
    const reviewMs = jakarta('2026-08-03T00:00');
    expect(await decide()).toEqual({ kind: 'hold', reason: 'manual', untilMs: reviewMs });
  });

  it('sees a promise kept from the money that came, and closes', async () => {
    await promise('2026-07-21', owed.amount);
    world.clock.set('2026-07-20T09:00:00+07:00');
    expect(await decide()).toMatchObject({ kind: 'hold', reason: 'promise-to-pay' });
    await world.pay(owed.invoiceId, owed.amount);
    expect(await decide()).toEqual({ kind: 'close', outcome: 'paid' });
    expect(await promiseStates()).toEqual(['kept']);
  });

  it('keeps no promise by money that was here before it', async () => {
    await world.pay(owed.invoiceId, 225_000n);
    world.clock.set('2026-07-20T09:00:00+07:00');
    await promise('2026-07-21', 225_000n);
    expect(await decide()).toMatchObject({ kind: 'hold', reason: 'promise-to-pay' });
    expect(await promiseStates()).toEqual(['open']);
  });

  it('sees a promise broken on the first day after its grace, and reminds', async () => {
    await promise('2026-07-21', owed.amount);
    await world.pay(owed.invoiceId, 100_000n);
    world.clock.set('2026-07-23T09:00:00+07:00');
    const untilMs = jakarta('2026-07-24T00:00');
    expect(await decide()).toEqual({ kind: 'hold', reason: 'promise-to-pay', untilMs });
    world.clock.set('2026-07-24T09:00:00+07:00');
    expect(await decide()).toEqual({ kind: 'remind', level: 1 });
    expect(await promiseStates()).toEqual(['broken']);
    const told = await world.database.prisma.lifecycleEvent.findMany({
      where: { saleId: owed.saleId, kind: 'promise-broken' },
    });
    expect(told).toHaveLength(1);
  });

  it('closes as written off when a second person gave up the rest', async () => {
    await world.pay(owed.invoiceId, 100_000n);
    const { writeOffId } = await world.call(receivableCommands.requestWriteOff, {
      invoiceId: owed.invoiceId,
      reason: 'bankrupt',
    });
    await world.call(
      receivableCommands.decideWriteOff,
      {
        writeOffId,
        decision: 'approved',
        businessDate: '2026-07-01',
        accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
      },
      { actor: { kind: 'user', id: world.shop.users.owner.id, name: 'second' } },
    );
    expect(await decide()).toEqual({ kind: 'close', outcome: 'written-off' });
    expect(await life()).toMatchObject({ stage: 'closed', outcome: 'written-off' });
  });
});

describe('the decision to place', () => {
  beforeEach(async () => {
    await afterLastLevel();
    world.clock.set('2026-08-14T09:00:00+07:00');
  });

  it('makes one placement, however many ask at once, and then awaits it', async () => {
    const steps = await Promise.all(Array.from({ length: 8 }, decide));
    const placements = await world.database.prisma.placement.findMany({ include: { items: true } });
    const [placement] = placements;
    expect(placements).toHaveLength(1);
    expect(new Set(steps.map((step) => ('placementId' in step ? step.placementId : step)))).toEqual(
      new Set([placement?.id]),
    );
    expect(placement).toMatchObject({
      agencyId: world.shop.agencies[0].id,
      state: 'created',
      placedAmount: owed.amount,
      outstandingAmount: owed.amount,
    });
    expect(placement?.items).toHaveLength(1);
    expect(await life()).toMatchObject({ stage: 'placed', nextStep: 'collection' });
    expect(await decide()).toEqual({ kind: 'await-placement', placementId: placement?.id });
    const messages = await world.database.prisma.webhookDelivery.findMany();
    expect(messages.map(({ type }) => type)).toEqual(['placement.created']);
    expect(JSON.stringify(messages.map(({ payload }) => payload))).not.toContain('Warung');
  });

  it('goes to the next agency when one turned the case down', async () => {
    const first = await decide();
    expect(first).toMatchObject({ kind: 'place' });
    await rejectBy(world.shop.agencies[0].id, 'placementId' in first ? first.placementId : '');
    expect(await decide()).toMatchObject({ kind: 'place' });
    const { agencyId } = await world.database.prisma.placement.findFirstOrThrow({
      where: { closedAt: null },
    });
    expect(agencyId).toBe(world.shop.agencies[1].id);
  });

  it('holds and asks a person when no agency can take it', async () => {
    await world.database.transaction(contextOf('admin'), (tx) =>
      tx.agency.updateMany({ data: { active: false } }),
    );
    expect(await decide()).toEqual({
      kind: 'hold',
      reason: 'no-agency',
      untilMs: jakarta('2026-08-21T00:00'),
    });
    expect(await openWork()).toEqual(['no-agency']);
    expect(await life()).toMatchObject({ stage: 'collecting', nextStep: 'hold-no-agency' });
  });

  it('comes back to a person again when what had settled it bounced', async () => {
    const step = await decide();
    const placementId = 'placementId' in step ? step.placementId : '';
    await world.call(collectionCommands.recallPlacement, { placementId, reason: 'requested' });
    await world.call(collectionCommands.closePlacement, { placementId });
    await decide();
    await world.pay(owed.invoiceId, owed.amount);
    expect(await decide()).toEqual({ kind: 'close', outcome: 'paid' });
    expect(await openWork()).toEqual([]);
    const { id } = await world.database.prisma.allocation.findFirstOrThrow();
    await world.call(paymentCommands.reverseAllocation, {
      allocationId: id,
      reversedOn: world.clock.today('Asia/Jakarta').toString(),
      reason: 'bounced',
    });
    expect(await decide()).toMatchObject({ kind: 'hold', reason: 'returned-by-agency' });
    expect(await openWork()).toEqual(['returned-by-agency']);
  });

  it('comes back to a person when the agency could not collect it', async () => {
    const step = await decide();
    const placementId = 'placementId' in step ? step.placementId : '';
    await world.call(collectionCommands.recallPlacement, { placementId, reason: 'requested' });
    expect(await decide()).toMatchObject({ kind: 'await-placement' });
    await world.call(collectionCommands.closePlacement, { placementId });
    expect(await decide()).toEqual({ kind: 'hold', reason: 'returned-by-agency', untilMs: null });
    expect(await openWork()).toEqual(['returned-by-agency']);
    await aCase(world, { owed, agency: world.shop.agencies[1] });
    expect(await openWork()).toEqual([]);
    const receivable = await world.database.prisma.receivable.findFirstOrThrow();
    expect(receivable).toMatchObject({ nextStep: 'collection', nextStepAt: null });
  });
});

const decide = () => decideNextStep({ invoiceId: owed.invoiceId });

function life() {
  return world.database.prisma.saleLifecycle.findUnique({ where: { saleId: owed.saleId } });
}

function promise(promisedFor: string, amount: bigint): Promise<unknown> {
  return world.call(receivableCommands.recordPromise, {
    invoiceId: owed.invoiceId,
    amount: amount.toString(),
    currency: 'IDR',
    promisedOn: '2026-07-01',
    promisedFor,
    channel: 'phone',
  });
}

async function promiseStates(): Promise<string[]> {
  const promises = await world.database.prisma.promiseToPay.findMany();
  return promises.map(({ state }) => state);
}

async function openWork(): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({
    where: { state: 'open', subjectId: owed.invoiceId },
  });
  return items.map(({ kind }) => kind);
}

/** As if the three letters had been sent; the letters themselves are another test's business. */
async function afterLastLevel(): Promise<void> {
  await world.change((tx) =>
    tx.receivable.update({
      where: { invoiceId: owed.invoiceId },
      data: { dunningLevel: 3, lastNoticeOn: new Date('2026-08-04') },
    }),
  );
}

async function rejectBy(agencyId: string, placementId: string): Promise<void> {
  await world.database.partnerTransaction(
    { ctx: contextOf('agency'), agencyId },
    (tx) =>
      tx.$queryRaw`SELECT acknowledge_placement(${JSON.stringify(contextOf('agency'))}::jsonb,
      ${JSON.stringify({ placementId, accepted: false, reason: 'conflict of interest' })}::jsonb)`,
  );
}

function contextOf(id: string) {
  const actor = { kind: 'user', id, name: id } as const;
  return { actor, origin: 'test', at: world.clock.iso(), requestId: id };
}

function jakarta(local: string): number {
  return Date.parse(`${local}:00+07:00`);
}
