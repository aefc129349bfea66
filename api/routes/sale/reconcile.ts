import { findTill } from '../../../activities/sale/capture/find-till.js';
import { reconcileRoute } from '../../../contract/sale/sync-sales.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { Refusal } from '../../../domain/refusal.js';
import { route } from '../../route.js';
import { arrivedInSandbox } from './sandbox-sales.js';
import { sellerOf } from './seller-of.js';

/** Most sales in one question; after a longer outage a till asks in parts. */
const SEQUENCES_MAX = 100_000;

type Range = Readonly<{ from: number; to: number }>;

export const reconcile = route(reconcileRoute).answers(
  async ({ body, principal }, { database, sources }) => {
    const seller = sellerOf(principal);
    const till = await findTill(sources, { reference: body.terminal, seller });
    const { prisma } = database;
    checkRanges(body.ranges);
    const { terminalId } = till;
    if (till.isSandbox) return { status: 200, body: await reconcileSandbox(prisma, till, body) };
    const [terminal, missingSequences, known, quarantined] = await Promise.all([
      prisma.terminal.findUniqueOrThrow({ where: { id: terminalId } }),
      missingIn(prisma, { terminalId, ranges: body.ranges }),
      arrivedOf(prisma, { saleIds: body.saleIds, terminalId }),
      // Nor does what another store's till was refused.
      prisma.quarantine.findMany({
        where: {
          subjectId: { in: body.saleIds },
          resolvedAt: null,
          ...(principal.storeId === undefined ? {} : { storeId: principal.storeId }),
        },
        select: { subjectId: true },
      }),
    ]);
    const booked = new Set(known.map(({ id }) => id));
    const aside = new Set(quarantined.map(({ subjectId }) => subjectId));
    const unknown = body.saleIds.filter((id) => !booked.has(id));
    return {
      status: 200,
      body: {
        terminal: { id: terminal.id, code: terminal.code },
        lastDeviceSequence: await lastSequence(prisma, terminal),
        missingSequences,
        missingSaleIds: unknown.filter((id) => !aside.has(id)),
        quarantinedSaleIds: unknown.filter((id) => aside.has(id)),
      },
    };
  },
);

/** Booked, or kept in shadow. A sale of another till with the same id does not count. */
async function arrivedOf(
  prisma: PrismaClient,
  { saleIds, terminalId }: Readonly<{ saleIds: string[]; terminalId: string }>,
): Promise<{ id: string }[]> {
  const asked = { where: { id: { in: saleIds }, terminalId }, select: { id: true } };
  const [booked, kept] = await Promise.all([
    prisma.sale.findMany(asked),
    prisma.shadowSale.findMany(asked),
  ]);
  return [...booked, ...kept];
}

/** A sale in shadow leaves the counters of its terminal alone. */
async function lastSequence(
  prisma: PrismaClient,
  { id: terminalId, lastDeviceSequence }: Readonly<{ id: string; lastDeviceSequence: bigint }>,
): Promise<number> {
  const { _max } = await prisma.shadowSale.aggregate({
    where: { terminalId },
    _max: { deviceSequence: true },
  });
  return Math.max(Number(lastDeviceSequence), Number(_max.deviceSequence ?? 0n));
}

async function reconcileSandbox(
  prisma: PrismaClient,
  { terminalId, terminalCode }: Readonly<{ terminalId: string; terminalCode: string }>,
  { ranges, saleIds }: Readonly<{ ranges: Range[]; saleIds: string[] }>,
) {
  const arrived = await arrivedInSandbox(prisma, terminalId);
  return {
    terminal: { id: terminalId, code: terminalCode },
    lastDeviceSequence: arrived.last,
    missingSequences: ranges.flatMap((range) => gapsIn(range, arrived.sequences)),
    missingSaleIds: saleIds.filter((id) => !arrived.ids.has(id)),
    quarantinedSaleIds: [],
  };
}

function checkRanges(ranges: readonly Range[]): void {
  const asked = ranges.reduce((total, { from, to }) => total + Math.max(0, to - from + 1), 0);
  if (asked <= SEQUENCES_MAX && ranges.every(({ from, to }) => from <= to)) return;
  throw new Refusal({
    code: 'FIELD_INVALID',
    param: 'ranges',
    detail: `A range goes upwards, and at most ${SEQUENCES_MAX} numbers are compared at once.`,
  });
}

/** The missing sequence numbers between those that arrived, as ranges. */
async function missingIn(
  prisma: PrismaClient,
  { terminalId, ranges }: Readonly<{ terminalId: string; ranges: readonly Range[] }>,
): Promise<Range[]> {
  const missing: Range[] = [];
  for (const { from, to } of ranges) {
    const rows = await prisma.$queryRaw<{ deviceSequence: bigint }[]>`
      SELECT device_sequence AS "deviceSequence" FROM sale
      WHERE terminal_id = ${terminalId}::uuid AND device_sequence BETWEEN ${from} AND ${to}
      UNION SELECT device_sequence FROM shadow_sale
      WHERE terminal_id = ${terminalId}::uuid AND device_sequence BETWEEN ${from} AND ${to}
      ORDER BY 1`;
    const arrived = rows.map(({ deviceSequence }) => Number(deviceSequence));
    missing.push(...gapsIn({ from, to }, arrived));
  }
  return missing;
}

/** What of a range is not among the numbers, which go upwards. */
function gapsIn({ from, to }: Range, numbers: readonly number[]): Range[] {
  const gaps: Range[] = [];
  let expected = from;
  for (const arrived of numbers.filter((number) => number >= from && number <= to)) {
    if (arrived > expected) gaps.push({ from: expected, to: arrived - 1 });
    expected = Math.max(expected, arrived + 1);
  }
  return expected <= to ? [...gaps, { from: expected, to }] : gaps;
}
