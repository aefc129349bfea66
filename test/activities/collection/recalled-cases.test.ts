import {
  reportEvent,
  type AgencyReportCommand,
} from '../../../activities/collection/report-event.js';
import { money } from '../../../domain/money/money.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';
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
  it('is taken for some days after a recall when it came before it, and earns its commission', async () => {
    const placed = await anAcceptedCase(world);
    const before = world.clock.iso();
    world.clock.set('2026-07-10T09:00:00+07:00');
    await recall(placed);
    await world.call(collectionCommands.closePlacement, { placementId: placed.placementId });
    world.clock.set('2026-07-24T09:00:00+07:00');
    const late = { ...payment(1, 100_000n), occurredAt: before };
    await expect(report(placed, { ...late, type: 'direct_payment' })).rejects.toMatchObject({
      code: 'PLACEMENT_CLOSED',
    });
    await report(placed, late);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      state: 'recalled',
      collectedAmount: 100_000n,
      recalledAmount: 350_000n,
    });
    const event = await world.database.prisma.placementEvent.findFirstOrThrow();
    expect(event.commissionAmount).toBe(15_000n);
    await expect(
      report(placed, { ...late, sequence: 2, amount: rupiah(350_001n) }),
    ).rejects.toThrow(expect.objectContaining({ code: 'PAYMENT_EXCEEDS_OUTSTANDING' }));
    world.clock.set('2026-07-24T09:00:01+07:00');
    await expect(report(placed, { ...late, sequence: 2 })).rejects.toMatchObject({
      code: 'PLACEMENT_CLOSED',
    });
  });

  it('is refused after a recall when another agency has the case by now', async () => {
    const placed = await anAcceptedCase(world);
    const before = world.clock.iso();
    await recall(placed);
    await world.call(collectionCommands.closePlacement, { placementId: placed.placementId });
    await aCase(world, { owed: placed, agency: world.shop.agencies[1] });
    await expect(
      report(placed, { ...payment(1, 100_000n), occurredAt: before }),
    ).rejects.toMatchObject({ code: 'PLACEMENT_CLOSED' });
  });

  it('is refused when it came before the placement', async () => {
    const placed = await anAcceptedCase(world);
    const early = { ...payment(1, 100_000n), occurredAt: '2026-06-30T10:00:00+07:00' };
    await expect(report(placed, early)).rejects.toMatchObject({ code: 'EVENT_BEFORE_PLACEMENT' });
    expect(await world.database.prisma.payment.count()).toBe(0);
  });
});

function report(
  { placementId, agencyId }: AgencyCase,
  said: Pick<AgencyReportCommand, 'sequence' | 'type' | 'amount'> & Partial<AgencyReportCommand>,
) {
  return asAgency(world, agencyId, (tx, ctx) =>
    reportEvent(tx, ctx, {
      placementId,
      occurredAt: world.clock.iso(),
      content: JSON.stringify({ ...said, amount: said.amount?.amount.toString() }),
      promisedFor: undefined,
      reason: undefined,
      ...said,
    }),
  );
}

function payment(sequence: number, amount: bigint) {
  return { sequence, type: 'payment' as const, amount: rupiah(amount) };
}

function rupiah(amount: bigint) {
  return money(amount, 'IDR');
}

function recall({ placementId }: AgencyCase): Promise<unknown> {
  return world.call(collectionCommands.recallPlacement, { placementId, reason: 'paid' });
}
