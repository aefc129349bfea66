import { setTimeout as sleep } from 'node:timers/promises';
import type { TrailName } from '../../domain/audit/seal.js';
import type { PrismaClient } from '../../prisma/database.js';

/** How far a trail reaches once every transaction of this moment has ended. */
export type Horizon = Readonly<{ lastRow: bigint; settledAfter: string; notedAt: Date }>;

/** Longer than any transaction of the product may take (20 seconds, `prisma/database.ts`). */
const SETTLE_WITHIN_DEFAULT_MS = 25_000;
const SETTLE_POLL_MS = 50;

export async function noteHorizon(prisma: PrismaClient, trail: TrailName): Promise<Horizon> {
  const [noted] = await prisma.$queryRaw<[Horizon]>`
    SELECT last_row AS "lastRow", settled_after::text AS "settledAfter", noted_at AS "notedAt"
    FROM audit_horizon(${trail})`;
  return noted;
}

type Waiting = Readonly<{ prisma: PrismaClient; settleWithinMs?: number | undefined }>;

/** Waits until no further row can appear up to the horizon; false when a transaction takes too long. */
export async function isSettledInTime(
  { prisma, settleWithinMs = SETTLE_WITHIN_DEFAULT_MS }: Waiting,
  { settledAfter }: Horizon,
): Promise<boolean> {
  const deadline = performance.now() + settleWithinMs;
  for (;;) {
    const [row] = await prisma.$queryRaw<
      [{ settled: boolean }]
    >`SELECT transactions_have_ended(${settledAfter}::text::xid8) AS settled`;
    if (row.settled) return true;
    if (performance.now() > deadline) return false;
    await sleep(SETTLE_POLL_MS);
  }
}
