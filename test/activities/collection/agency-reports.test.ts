import {
  reportEvent,
  type AgencyReportCommand,
} from '../../../activities/collection/report-event.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { money } from '../../../domain/money/money.js';
import { Refusal } from '../../../domain/refusal.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import { callIn } from '../../../prisma/database.js';
import {
  aCase,
  anAcceptedCase,
  asAgency,
  balanceOf,
  type AgencyCase,
} from '../../support/agency-case.js';
import { useOwingShop } from '../../support/owing-shop.js';

const world = useOwingShop('each');

describe('a payment that an agency reports', () => {
  it('settles the debt, makes the agency our debtor and earns the agreed commission', async () => {
    const placed = await anAcceptedCase(world);
    world.clock.set('2026-08-20T10:00:00+07:00');
    await report(placed, payment(1, 100_000n));
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      collectedAmount: 100_000n,
      outstandingAmount: 350_000n,
    });
    const event = await world.database.prisma.placementEvent.findFirstOrThrow();
    expect(event).toMatchObject({ type: 'payment', commissionAmount: 15_000n, outOfOrder: false });
    expect(await balanceOfAccount('agencyClearing')).toBe(100_000n);
    expect(await balanceOfAccount('receivables')).toBe(350_000n);
    expect(await balanceOfAccount('unappliedCash')).toBe(0n);
  });

  it('is taken on a case that has grown: money from before it went back', async () => {
    const owed = await world.sell('C-0001', 10);
    await world.pay(owed.invoiceId, 150_000n);
    const placed = await anAcceptedCase(world, { owed });
    const { id: allocationId } = await world.database.prisma.allocation.findFirstOrThrow();
    const reversedOn = world.clock.today('Asia/Jakarta').toString();
    await world.call(paymentCommands.reverseAllocation, {
      allocationId,
      reversedOn,
      reason: 'bounced',
    });

    await report(placed, payment(1, 400_000n));
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      placedAmount: 300_000n,
      adjustedAmount: -150_000n,
      collectedAmount: 400_000n,
      outstandingAmount: 50_000n,
    });
    await expect(report(placed, payment(2, 50_001n))).rejects.toMatchObject({
      code: 'PAYMENT_EXCEEDS_OUTSTANDING',
    });
  });

  it('is refused above what is outstanding', async () => {
    const placed = await anAcceptedCase(world);
    await report(placed, payment(1, 400_000n));
    await expect(report(placed, payment(2, 50_001n))).rejects.toMatchObject({
      code: 'PAYMENT_EXCEEDS_OUTSTANDING',
    });
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      outstandingAmount: 50_000n,
    });
  });

  it('is refused before the case was accepted, and after it was recalled', async () => {
    const placed = await aCase(world);
    await expect(report(placed, payment(1, 1n))).rejects.toMatchObject({
      code: 'PLACEMENT_NOT_ACKNOWLEDGED',
    });
    const accepted = await anAcceptedCase(world);
    await recall(accepted);
    world.clock.set('2026-07-01T09:00:01+07:00');
    await expect(report(accepted, payment(1, 1n))).rejects.toMatchObject({
      code: 'PLACEMENT_CLOSED',
    });
    expect(await world.database.prisma.payment.count()).toBe(0);
  });
});

describe('reports of an agency', () => {
  it('count once however often they come, and conflict when they say something else', async () => {
    const placed = await anAcceptedCase(world);
    const first = payment(1, 100_000n);
    expect(await report(placed, first)).toEqual({ kind: 'recorded' });
    expect(await report(placed, first)).toEqual({ kind: 'replayed' });
    await expect(report(placed, payment(1, 100_001n))).rejects.toMatchObject({
      code: 'EVENT_CONFLICT',
    });
    expect(await world.database.prisma.payment.count()).toBe(1);
  });

  it('give the same books in every order, three times over', async () => {
    const reports = [
      { sequence: 1, type: 'contacted' as const },
      payment(2, 100_000n),
      { sequence: 3, type: 'promise' as const, amount: rupiah(50_000n), promisedFor: '2026-09-30' },
      payment(4, 50_000n),
      payment(6, 25_000n),
      { sequence: 7, type: 'closed' as const, reason: 'gone abroad' },
    ];
    const orders = [
      reports,
      reports.toReversed(),
      [reports[3], reports[5], reports[0], reports[4], reports[1], reports[2]],
    ];
    world.clock.set('2026-08-20T10:00:00+07:00');
    const balances = [];
    for (const order of orders) {
      const placed = await anAcceptedCase(world);
      for (const one of [...order, ...order.toReversed(), ...order]) {
        if (one !== undefined) await report(placed, one);
      }
      balances.push(await balanceOf(world, placed.placementId));
      expect(
        await world.database.prisma.placementEvent.count({
          where: { placementId: placed.placementId },
        }),
      ).toBe(6);
    }
    expect(balances[0]).toMatchObject({
      state: 'closed',
      collectedAmount: 175_000n,
      recalledAmount: 275_000n,
      outstandingAmount: 0n,
    });
    expect(balances[1]).toEqual(balances[0]);
    expect(balances[2]).toEqual(balances[0]);
    expect(await balanceOfAccount('agencyClearing')).toBe(3n * 175_000n);
  });

  it('are accepted with gaps and marked when they come late', async () => {
    const placed = await anAcceptedCase(world);
    await report(placed, { sequence: 5, type: 'contacted' });
    await report(placed, { sequence: 2, type: 'skip_trace' });
    const events = await world.database.prisma.placementEvent.findMany({
      orderBy: { sequence: 'asc' },
    });
    expect(events.map(({ sequence, outOfOrder }) => [sequence, outOfOrder])).toEqual([
      [2, true],
      [5, false],
    ]);
  });

  it('of promises hold the latest word, in whatever order they come, and one promise at a time', async () => {
    const placed = await anAcceptedCase(world);
    await world.call(receivableCommands.recordPromise, {
      invoiceId: placed.invoiceId,
      amount: '450000',
      currency: 'IDR',
      promisedOn: '2026-07-01',
      promisedFor: '2026-07-15',
      channel: 'phone',
    });
    const said = (sequence: number, amount: bigint) =>
      report(placed, {
        sequence,
        type: 'promise',
        amount: rupiah(amount),
        promisedFor: '2026-07-20',
      });
    await said(40, 30_000n);
    await said(39, 20_000n);
    expect(await world.database.prisma.promiseToPay.findMany({ where: { state: 'open' } })).toEqual(
      [expect.objectContaining({ amount: 30_000n, channel: 'agency' })],
    );
  });

  it('that turn a case down or close it wake its life', async () => {
    const rejected = await aCase(world);
    await asAgency(world, rejected.agencyId, (tx, ctx) =>
      callIn(tx, collectionCommands.acknowledgePlacement, [
        ctx,
        { placementId: rejected.placementId, accepted: false, reason: 'too far away' },
      ]),
    );
    const closed = await anAcceptedCase(world, { customer: 'C-0002' });
    await world.database.prisma.poke.updateMany({ data: { sentAt: new Date() } });
    await report(closed, { sequence: 1, type: 'closed', reason: 'gone abroad' });
    const pokes = await world.database.prisma.poke.findMany({
      where: {
        workflowId: { in: [rejected, closed].map(({ placementId }) => `placement:${placementId}`) },
      },
    });
    expect(pokes.filter(({ reason }) => ['rejected', 'closed'].includes(reason))).toHaveLength(2);
  });

  it('open a dispute, and the case comes back for it', async () => {
    const placed = await anAcceptedCase(world);
    await report(placed, { sequence: 1, type: 'dispute', reason: 'never ordered it' });
    expect(await world.database.prisma.dispute.findMany()).toMatchObject([
      {
        invoiceId: placed.invoiceId,
        amount: placed.amount,
        state: 'open',
        reason: 'never ordered it',
      },
    ]);
  });

  it('ask for a write-off of the rest, which a second person decides', async () => {
    const placed = await anAcceptedCase(world);
    await report(placed, payment(1, 150_000n));
    await report(placed, { sequence: 2, type: 'uncollectible', reason: 'bankrupt' });
    const [asked] = await world.database.prisma.writeOff.findMany();
    expect(asked).toMatchObject({
      state: 'requested',
      amount: 300_000n,
      placementId: placed.placementId,
    });
    const accounts = { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') };
    const decision = {
      writeOffId: asked?.id ?? '',
      decision: 'approved' as const,
      businessDate: '2026-07-01',
      accounts,
    };
    const second = {
      actor: { kind: 'user', id: world.shop.users.owner.id, name: 'second' },
    } as const;
    await world.call(receivableCommands.decideWriteOff, decision, second);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      collectedAmount: 150_000n,
      writtenOffAmount: 300_000n,
      outstandingAmount: 0n,
    });
    expect(await balanceOfAccount('badDebt')).toBe(300_000n);
    expect(await balanceOfAccount('receivables')).toBe(0n);
  });

  it('about direct payments only become work when our own books do not know the money', async () => {
    const placed = await anAcceptedCase(world);
    await world.pay(placed.invoiceId, 100_000n);
    const seen = (sequence: number, amount: bigint) =>
      report(placed, { sequence, type: 'direct_payment', amount: rupiah(amount) });
    await seen(1, 100_000n);
    expect(await openWork('direct-payment')).toBe(0);
    await seen(2, 70_000n);
    expect(await openWork('direct-payment')).toBe(1);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      paidDirectAmount: 100_000n,
      outstandingAmount: 350_000n,
    });
    await world.pay(placed.invoiceId, 70_000n);
    expect(await openWork('direct-payment')).toBe(0);
  });

  it.each([
    ['we recall it', (placed: AgencyCase) => recall(placed)],
    [
      'the agency closes it',
      (placed: AgencyCase) =>
        report(placed, { sequence: 9, type: 'closed', reason: 'gone abroad' }),
    ],
  ])('about direct payments are no work any more when the case ends: %s', async (_, end) => {
    const placed = await anAcceptedCase(world);
    await report(placed, { sequence: 1, type: 'direct_payment', amount: rupiah(70_000n) });
    expect(await openWork('direct-payment')).toBe(1);
    await end(placed);
    expect(await openWork('direct-payment')).toBe(0);
  });

  it('about direct payments on a case that is paid in full are no work once it is closed', async () => {
    const placed = await anAcceptedCase(world);
    await report(placed, payment(1, 450_000n));
    await report(placed, { sequence: 2, type: 'direct_payment', amount: rupiah(70_000n) });
    await world.call(collectionCommands.closePlacement, { placementId: placed.placementId });
    expect(await openWork('direct-payment')).toBe(0);
  });

  it('of payments that are undone are told to the agency', async () => {
    const placed = await anAcceptedCase(world);
    await report(placed, payment(1, 100_000n));
    const allocation = await world.database.prisma.allocation.findFirstOrThrow();
    const undo = { allocationId: allocation.id, reversedOn: '2026-07-01', reason: 'bounced' };
    await world.call(paymentCommands.reverseAllocation, undo);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      collectedAmount: 0n,
      outstandingAmount: 450_000n,
    });
    const told = await world.database.prisma.webhookDelivery.findMany({
      where: { placementId: placed.placementId, type: 'placement.adjusted' },
    });
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { amount: { amount: '-100000' }, outstanding: { amount: '450000' } },
    ]);
  });
});

describe('a recall and a payment at the same moment', () => {
  it('leave every case in balance, two hundred times', async () => {
    const outcomes = { collected: 0, refused: 0 };
    for (let round = 0; round < 10; round += 1) {
      const cases: AgencyCase[] = [];
      const wishes = { customer: 'C-0002', packets: 4 };
      for (let count = 0; count < 20; count += 1) cases.push(await anAcceptedCase(world, wishes));
      await Promise.all(
        cases.flatMap((placed) => [
          recall(placed),
          report(placed, payment(1, 80_000n)).then(
            () => (outcomes.collected += 1),
            (error: unknown) => {
              if (!(error instanceof Refusal) || error.code !== 'PLACEMENT_CLOSED') throw error;
              outcomes.refused += 1;
            },
          ),
        ]),
      );
      await world.verify();
    }
    const balances = await world.database.prisma.placement.findMany();
    expect(balances).toHaveLength(200);
    for (const { collectedAmount, recalledAmount, outstandingAmount } of balances) {
      expect(outstandingAmount).toBe(0n);
      expect([
        [0n, 180_000n],
        [80_000n, 100_000n],
      ]).toContainEqual([collectedAmount, recalledAmount]);
    }
    expect(outcomes.collected + outcomes.refused).toBe(200);
    expect(await balanceOfAccount('agencyClearing')).toBe(80_000n * BigInt(outcomes.collected));
  });
});

type Report = Readonly<{ sequence: number; type: AgencyReportCommand['type'] }> &
  Partial<AgencyReportCommand>;

function report(placed: AgencyCase, said: Report) {
  const { placementId, agencyId } = placed;
  const occurredAt = world.clock.iso();
  const content = JSON.stringify({ ...said, amount: said.amount?.amount.toString() });
  return asAgency(world, agencyId, (tx, ctx) =>
    reportEvent(tx, ctx, {
      placementId,
      occurredAt,
      content,
      amount: undefined,
      promisedFor: undefined,
      reason: undefined,
      ...said,
    }),
  );
}

function payment(sequence: number, amount: bigint) {
  return { sequence, type: 'payment' as const, amount: rupiah(amount) };
}

const rupiah = (amount: bigint) => money(amount, 'IDR');

function recall({ placementId }: AgencyCase): Promise<unknown> {
  return world.call(collectionCommands.recallPlacement, {
    placementId,
    reason: 'the customer pays again',
  });
}

async function balanceOfAccount(name: Parameters<typeof accountCode>[0]): Promise<bigint> {
  const { _sum } = await world.database.prisma.journalLine.aggregate({
    where: { accountCode: accountCode(name) },
    _sum: { amount: true },
  });
  return _sum.amount ?? 0n;
}

function openWork(kind: string): Promise<number> {
  return world.database.prisma.workItem.count({ where: { kind, state: 'open' } });
}
