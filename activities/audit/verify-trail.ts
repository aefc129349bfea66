import {
  checkSeal,
  describeFault,
  type Link,
  type StoredSeal,
} from '../../domain/audit/check-seal.js';
import type { Database, PrismaClient } from '../../prisma/database.js';
import type { Finding } from '../verify/verify-books.js';
import { headFileIn, readLastHead } from './head-file.js';
import { readLeaves } from './leaves.js';
import { BEFORE_ALL_ROWS, isHeadInTrail } from './seal-audit.js';
import { readKnownKeys, type KnownKeys } from './seal-keys.js';
import { hexOf, storedSeal } from './stored-seals.js';

export type TrailCheck = Readonly<{
  /** Folder of heads and public keys. */
  folder: string;
  /** How much of the trail is read again: every seal, or the newest so many. */
  seals?: 'all' | number;
}>;

const PLACES_MAX = 10;
/** Rows are sealed within half a minute; an unsealed row older than this was missed. */
const UNSEALED_MINUTES_MAX = 5;

/**
 * Checks the audit trail against its seals: each row is as it was sealed, none is missing, none was inserted, each seal
 * is signed and follows the one before it, the last seal recorded outside the database is in the trail, and no row has
 * waited long for its seal. Reads a seal at a time. Changes nothing.
 */
export async function verifyTrail(
  { prisma }: Pick<Database, 'prisma'>,
  { folder, seals = 'all' }: TrailCheck,
): Promise<readonly Finding[]> {
  const places = [
    ...(await brokenHead(prisma, folder)),
    ...(await brokenSeals(prisma, { known: readKnownKeys(folder), seals })),
    ...(await forgottenRows(prisma)),
  ];
  return [
    {
      id: 'I14c',
      says: 'the audit trail is as it was sealed',
      places: places.slice(0, PLACES_MAX),
    },
  ];
}

async function brokenHead(prisma: PrismaClient, folder: string): Promise<string[]> {
  const head = readLastHead(folder);
  if (head === undefined) {
    // The head of the first seal may not be written yet; it is written before the second seal is
    // made.
    return (await prisma.auditSeal.count({ take: 2 })) > 1
      ? [`the trail has seals, and ${headFileIn(folder)} has none`]
      : [];
  }
  if (await isHeadInTrail(prisma, head)) return [];
  return [
    `the seal up to row ${head.lastRow} of ${head.sealedAt}, remembered in ${headFileIn(folder)}, is not in the trail`,
  ];
}

type Pass = Readonly<{ known: KnownKeys; seals: 'all' | number }>;

async function brokenSeals(prisma: PrismaClient, { known, seals }: Pass): Promise<string[]> {
  const places: string[] = [];
  let previous = seals === 'all' ? undefined : await linkBefore(prisma, seals);
  while (places.length < PLACES_MAX) {
    const after = previous?.lastRow ?? BEFORE_ALL_ROWS;
    const seal = await sealAfter(prisma, { after, known });
    if (seal === undefined) break;
    // Reads more rows than the seal has, to find inserted ones.
    const limit = seal.leaves.length + PLACES_MAX;
    const rows = await readLeaves(prisma, { after, upTo: seal.lastRow, limit });
    places.push(...checkSeal(seal, { previous, rows }).map(describeFault));
    previous = seal;
  }
  return places;
}

/** The seal before the newest `count` seals; undefined when there are no more than that. */
async function linkBefore(prisma: PrismaClient, count: number): Promise<Link | undefined> {
  const [seal] = await prisma.auditSeal.findMany({
    select: { lastRow: true, digest: true },
    orderBy: { lastRow: 'desc' },
    skip: count,
    take: 1,
  });
  return seal && { lastRow: seal.lastRow, digest: hexOf(seal.digest) };
}

async function sealAfter(
  prisma: PrismaClient,
  { after, known }: Readonly<{ after: bigint; known: KnownKeys }>,
): Promise<StoredSeal | undefined> {
  const row = await prisma.auditSeal.findFirst({
    where: { lastRow: { gt: after } },
    orderBy: { lastRow: 'asc' },
  });
  return row === null ? undefined : storedSeal(row, known);
}

async function forgottenRows(prisma: PrismaClient): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ place: string }[]>`
    SELECT 'row ' || id || ' of ' || recorded_at || ' waits for its seal' AS place FROM audit_row
    WHERE id > coalesce((SELECT max(last_row) FROM audit_seal), ${BEFORE_ALL_ROWS})
      AND recorded_at < now() - make_interval(mins => ${UNSEALED_MINUTES_MAX})
    ORDER BY id LIMIT 1`;
  return rows.map(({ place }) => place);
}
