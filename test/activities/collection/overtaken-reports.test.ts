import { Temporal } from 'temporal-polyfill';
import { reportEvent } from '../../../activities/collection/report-event.js';
import { money } from '../../../domain/money/money.js';
import { Refusal } from '../../../domain/refusal.js';
import { anAcceptedCase, asAgency, balanceOf, type AgencyCase } from '../../support/agency-case.js';
import { useOwingShop } from '../../support/owing-shop.js';

const world = useOwingShop('each');

type Late = Readonly<{ occurredAfterHours: number; reportedAfterHours: number; outcome: string }>;

/** Hours are counted from the closure. */
const CASES: readonly (readonly [what: string, late: Late])[] = [
  ['before it', { occurredAfterHours: -1, reportedAfterHours: 24, outcome: 'taken' }],
  ['after it', { occurredAfterHours: 1, reportedAfterHours: 24, outcome: 'PLACEMENT_CLOSED' }],
  [
    'before it, told when the agreed 14 days are over',
    { occurredAfterHours: -1, reportedAfterHours: 15 * 24, outcome: 'PLACEMENT_CLOSED' },
  ],
];

describe('a payment with a number below that of the closure by the agency', () => {
  it.each(CASES)('made %s', async (_what, late) => {
    const { occurredAfterHours, reportedAfterHours, outcome } = late;
    const placed = await anAcceptedCase(world);
    const closedAt = Temporal.Instant.from(world.clock.iso()).add({ hours: 2 });
    world.clock.set(closedAt.toString());
    await report(placed, { sequence: 1_000, type: 'closed', occurredAt: closedAt });
    world.clock.set(closedAt.add({ hours: reportedAfterHours }).toString());

    const occurredAt = closedAt.add({ hours: occurredAfterHours });
    const paid = report(placed, { sequence: 7, type: 'payment', occurredAt });
    await expect(paid.then(() => 'taken', codeOf)).resolves.toBe(outcome);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({
      collectedAmount: outcome === 'taken' ? 100_000n : 0n,
      outstandingAmount: 0n,
    });
  });
});

type Report = Readonly<{
  sequence: number;
  type: 'payment' | 'closed';
  occurredAt: Temporal.Instant;
}>;

function report({ placementId, agencyId }: AgencyCase, { sequence, type, occurredAt }: Report) {
  return asAgency(world, agencyId, (tx, ctx) =>
    reportEvent(tx, ctx, {
      placementId,
      sequence,
      type,
      occurredAt: occurredAt.toString(),
      content: JSON.stringify({ sequence, type }),
      amount: type === 'payment' ? money(100_000n, 'IDR') : undefined,
      promisedFor: undefined,
      reason: type === 'closed' ? 'gone abroad' : undefined,
    }),
  );
}

function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  throw error;
}
