import { createCollectionActivities } from '../../../activities/collection/collection-activities.js';
import { Secret } from '../../../platform/secret.js';
import {
  aCase,
  anAcceptedCase,
  asAgency,
  balanceOf,
  type AgencyCase,
} from '../../support/agency-case.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import { callIn } from '../../../prisma/database.js';
import { placementIdOf } from '../../support/placement-id-of.js';

let world: OwingShop;
let collection: ReturnType<typeof createCollectionActivities>;

beforeEach(async () => {
  world = await openOwingShop();
  const { database, clock } = world;
  const codecKey = new Secret(Buffer.alloc(32).toString('base64'));
  const config = { codecKey, environment: 'development' } as const;
  collection = createCollectionActivities({ database, clock, config });
});

afterEach(async () => {
  await world.verify();
  await world.close();
});

describe('the next step of a placement', () => {
  it('is to tell the agency, then to wait for its answer, then for the end of the term', async () => {
    const placed = await aCase(world);
    expect(await next(placed)).toEqual({ kind: 'tell' });
    await collection.tellAgency(placed);
    expect(await next(placed)).toEqual({ kind: 'wait', untilMs: jakarta('2026-07-09') });
    await acknowledge(placed);
    expect(await next(placed)).toEqual({ kind: 'wait', untilMs: jakarta('2026-12-28') });
  });

  it('is its recall when the agency did not answer in time', async () => {
    const placed = await aCase(world);
    await collection.tellAgency(placed);
    world.clock.set('2026-07-09T08:00:00+07:00');
    expect(await next(placed)).toEqual({ kind: 'tell' });
    expect(await world.database.prisma.placement.findFirst()).toMatchObject({
      state: 'recalled',
      recallReason: 'not-acknowledged',
      closedAt: null,
    });
    await collection.tellAgency(placed);
    expect(await next(placed)).toEqual({ kind: 'close' });
    await collection.closePlacement(placed);
    await collection.closePlacement(placed);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      state: 'recalled',
      recalledAmount: placed.amount,
      outstandingAmount: 0n,
    });
    expect(await world.database.prisma.receivable.findFirst()).toMatchObject({ state: 'open' });
  });

  it('is its recall when the customer disputes the debt', async () => {
    const placed = await anAcceptedCase(world);
    await collection.tellAgency(placed);
    await world.call(receivableCommands.openDispute, {
      invoiceId: placed.invoiceId,
      reason: 'never delivered',
    });
    expect(await next(placed)).toEqual({ kind: 'tell' });
    expect(await world.database.prisma.placement.findFirst()).toMatchObject({
      recallReason: 'disputed',
    });
  });

  it('is none when the customer disputes a part: the agency collects the rest, and the part again when the seller is right', async () => {
    const placed = await anAcceptedCase(world);
    const { invoiceId, placementId } = placed;
    const { disputeId } = await world.call(receivableCommands.openDispute, {
      invoiceId,
      reason: 'one packet was open',
      amount: '45000',
    });
    await collection.tellAgency(placed);
    expect(await messages(placed)).toEqual([
      'placement.created',
      'placement.adjusted 45000 outstanding 405000',
    ]);
    expect(await next(placed)).toMatchObject({ kind: 'wait' });
    expect(await balanceOf(world, placementId)).toMatchObject({
      state: 'acknowledged',
      recalledAmount: 45_000n,
      outstandingAmount: 405_000n,
    });
    await world.pay(invoiceId, 105_000n);
    expect(await balanceOf(world, placementId)).toMatchObject({
      paidDirectAmount: 105_000n,
      recalledAmount: 45_000n,
      outstandingAmount: 300_000n,
    });
    await world.verify();
    await world.call(receivableCommands.resolveDispute, { disputeId, resolution: 'for-seller' });
    expect(await balanceOf(world, placementId)).toMatchObject({
      recalledAmount: 0n,
      outstandingAmount: 345_000n,
    });
    expect((await messages(placed)).at(-1)).toBe('placement.adjusted -45000 outstanding 345000');
  });

  it('is its recall when what is left is disputed, once the rest is paid', async () => {
    const placed = await anAcceptedCase(world);
    await world.call(receivableCommands.openDispute, {
      invoiceId: placed.invoiceId,
      reason: 'one packet was open',
      amount: '45000',
    });
    await world.pay(placed.invoiceId, 405_000n);
    await collection.tellAgency(placed);
    expect(await next(placed)).toEqual({ kind: 'tell' });
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      state: 'recalled',
      paidDirectAmount: 405_000n,
      recalledAmount: 45_000n,
    });
  });

  it('is to look again when a promise will be broken, and says so although an agency has the case', async () => {
    const placed = await anAcceptedCase(world);
    await collection.tellAgency(placed);
    await world.call(receivableCommands.recordPromise, {
      invoiceId: placed.invoiceId,
      amount: '450000',
      currency: 'IDR',
      promisedOn: '2026-07-01',
      promisedFor: '2026-07-15',
      channel: 'phone',
    });
    const again = await next(placed);
    expect(again).toEqual({ kind: 'wait', untilMs: jakarta('2026-07-18') });
    world.clock.set('2026-07-18T00:00:00+07:00');
    const [given] = await world.database.prisma.promiseToPay.findMany();
    const stale = [{ promiseId: given?.id ?? '', state: 'broken' }] as const;
    const { invoiceId } = placed;
    await world.call(receivableCommands.judgePromises, { invoiceId, version: 0, promises: stale });
    expect(await world.database.prisma.promiseToPay.findMany()).toMatchObject([{ state: 'open' }]);
    expect(await next(placed)).toEqual({ kind: 'wait', untilMs: jakarta('2026-12-28') });
    expect(await world.database.prisma.promiseToPay.findMany()).toMatchObject([
      { state: 'broken' },
    ]);
  });

  it('is to close it once nothing is outstanding and the agency knows', async () => {
    const placed = await anAcceptedCase(world);
    await collection.tellAgency(placed);
    await world.pay(placed.invoiceId, placed.amount);
    expect(await next(placed)).toEqual({ kind: 'tell' });
    await collection.tellAgency(placed);
    expect(await next(placed)).toEqual({ kind: 'close' });
    await collection.closePlacement(placed);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      state: 'closed',
      paidDirectAmount: placed.amount,
    });
  });

  it('is to close it when the agency turned it down, with everything back', async () => {
    const placed = await aCase(world);
    await collection.tellAgency(placed);
    await asAgency(world, placed.agencyId, (tx, ctx) =>
      callIn(tx, collectionCommands.acknowledgePlacement, [
        ctx,
        { placementId: placed.placementId, accepted: false, reason: 'we act for the debtor' },
      ]),
    );
    expect(await next(placed)).toEqual({ kind: 'close' });
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      state: 'rejected',
      recalledAmount: placed.amount,
    });
  });

  it('leaves a placement open whose money was taken back in the moment of closing', async () => {
    const placed = await anAcceptedCase(world);
    await collection.closePlacement(placed);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      state: 'acknowledged',
      outstandingAmount: placed.amount,
    });
  });
});

describe('an allocation that is older than the placement', () => {
  it('adds to the placement when it is taken back', async () => {
    const owed = await world.sell('C-0001');
    await world.pay(owed.invoiceId, 150_000n);
    const placementId = placementIdOf(
      await world.call(collectionCommands.createPlacement, {
        invoiceId: owed.invoiceId,
        placedOn: '2026-07-01',
      }),
    );
    const allocation = await world.database.prisma.allocation.findFirstOrThrow();
    await world.call(paymentCommands.reverseAllocation, {
      allocationId: allocation.id,
      reversedOn: '2026-07-01',
      reason: 'bounced',
    });
    expect(await balanceOf(world, placementId)).toMatchObject({
      placedAmount: 300_000n,
      outstandingAmount: 450_000n,
    });
  });
});

/** What the agency was told of the case, and by how much. */
async function messages({ placementId }: AgencyCase): Promise<string[]> {
  const told = await world.database.prisma.webhookDelivery.findMany({
    where: { placementId },
    orderBy: { position: 'asc' },
  });
  return told.map(({ type, payload }) => {
    const { amount, outstanding } = payload as {
      amount?: { amount: string };
      outstanding: { amount: string };
    };
    return amount === undefined
      ? type
      : `${type} ${amount.amount} outstanding ${outstanding.amount}`;
  });
}

function next({ placementId }: AgencyCase) {
  return collection.decidePlacementStep({ placementId });
}

function acknowledge({ placementId, agencyId }: AgencyCase): Promise<unknown> {
  return asAgency(world, agencyId, (tx, ctx) =>
    callIn(tx, collectionCommands.acknowledgePlacement, [ctx, { placementId, accepted: true }]),
  );
}

function jakarta(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}
