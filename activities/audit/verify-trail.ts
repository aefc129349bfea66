import {
  checkSeal,
  describeFault,
  type Link,
  type SealFault,
  type StoredSeal,
} from '../../domain/audit/check-seal.js';
import type { TrailName } from '../../domain/audit/seal.js';
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
 * Checks the audit trail and the journal against their seals: each row is as it was sealed, none is missing, none was
 * inserted, each seal is signed and follows the one before it, the last seal recorded outside the database is in the
 * trail, and no row has waited long for its seal. Then, when everything is read, each row of an audited table against
 * the trail. Reads a seal at a time. Changes nothing.
 */
export async function verifyTrail(
  { prisma }: Pick<Database, 'prisma'>,
  { folder, seals = 'all' }: TrailCheck,
): Promise<readonly Finding[]> {
  const placesOf = async (trail: TrailName): Promise<string[]> => {
    const pass = { trail, known: readKnownKeys(folder), seals };
    const places = [
      ...(await brokenHead(prisma, trail, folder)),
      ...(await brokenSeals(prisma, pass)),
      ...(await forgottenRows(prisma, trail)),
    ];
    return places.slice(0, PLACES_MAX);
  };
  return [
    { id: 'I14c', says: 'the audit trail is as it was sealed', places: await placesOf('audit') },
    {
      id: 'I14d',
      says: 'the journal and its documents are as they were sealed',
      places: await placesOf('journal'),
    },
    ...(seals === 'all' ? [await rowsUnlikeTrail(prisma)] : []),
  ];
}

/** Master data, documents and approvals: what a row is must be what its changes in the trail have made of it. */
async function rowsUnlikeTrail(prisma: PrismaClient): Promise<Finding> {
  const tables = await prisma.$queryRaw<{ name: string; isTold: boolean }[]>`
    SELECT table_name AS name, is_told AS "isTold" FROM audited_tables()`;
  const places: string[] = [];
  for (const { name, isTold } of tables) {
    if (!isTold) places.push(`${name} tells the audit trail of no changes any more`);
    else places.push(...(await unlikeTrail(prisma, name)));
  }
  return {
    id: 'I14e',
    says: 'master data, documents and approvals are what the audit trail says',
    places: places.slice(0, PLACES_MAX),
  };
}

async function unlikeTrail(prisma: PrismaClient, table: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ place: string }[]>`
    SELECT place FROM rows_unlike_trail(${table}, ${PLACES_MAX}::integer)`;
  return rows.map(({ place }) => place);
}

async function brokenHead(
  prisma: PrismaClient,
  trail: TrailName,
  folder: string,
): Promise<string[]> {
  const head = readLastHead(folder, trail);
  const file = headFileIn(folder, trail);
  if (head === undefined) {
    // The head of the first seal may not be written yet; it is written before the second seal is
    // made.
    return (await prisma.auditSeal.count({ where: { trail }, take: 2 })) > 1
      ? [`the trail has seals, and ${file} has none`]
      : [];
  }
  if (await isHeadInTrail(prisma, trail, head)) return [];
  return [
    `the seal up to row ${head.lastRow} of ${head.sealedAt}, remembered in ${file}, is not in the trail`,
  ];
}

type Pass = Readonly<{ trail: TrailName; known: KnownKeys; seals: 'all' | number }>;

async function brokenSeals(prisma: PrismaClient, { trail, known, seals }: Pass): Promise<string[]> {
  const places: string[] = [];
  let previous = seals === 'all' ? undefined : await linkBefore(prisma, trail, seals);
  while (places.length < PLACES_MAX) {
    const after = previous?.lastRow ?? BEFORE_ALL_ROWS;
    const seal = await sealAfter(prisma, { trail, after, known });
    if (seal === undefined) break;
    // Reads more rows than the seal has, to find inserted ones.
    const limit = seal.leaves.length + PLACES_MAX;
    const rows = await readLeaves(prisma, trail, { after, upTo: seal.lastRow, limit });
    const faults = checkSeal(seal, { previous, rows });
    places.push(...(await described(prisma, trail, faults)));
    previous = seal;
  }
  return places;
}

/** In the journal a place also says which document the entry is of. */
async function described(
  prisma: PrismaClient,
  trail: TrailName,
  faults: readonly SealFault[],
): Promise<string[]> {
  const numbers = faults.flatMap((fault) => ('row' in fault ? [fault.row] : []));
  const entries =
    trail === 'audit' || numbers.length === 0
      ? []
      : await prisma.journalEntry.findMany({
          where: { position: { in: numbers } },
          select: { position: true, kind: true, description: true },
        });
  return faults.map((fault) => {
    const entry = entries.find(({ position }) => 'row' in fault && position === fault.row);
    const of = entry === undefined ? '' : ` (${entry.kind}: ${entry.description})`;
    return `${describeFault(fault, trail)}${of}`;
  });
}

/** The seal before the newest `count` seals; undefined when there are no more than that. */
async function linkBefore(
  prisma: PrismaClient,
  trail: TrailName,
  count: number,
): Promise<Link | undefined> {
  const [seal] = await prisma.auditSeal.findMany({
    where: { trail },
    select: { lastRow: true, digest: true },
    orderBy: { lastRow: 'desc' },
    skip: count,
    take: 1,
  });
  return seal && { lastRow: seal.lastRow, digest: hexOf(seal.digest) };
}

async function sealAfter(
  prisma: PrismaClient,
  { trail, after, known }: Readonly<{ trail: TrailName; after: bigint; known: KnownKeys }>,
): Promise<StoredSeal | undefined> {
  const row = await prisma.auditSeal.findFirst({
    where: { trail, lastRow: { gt: after } },
    orderBy: { lastRow: 'asc' },
  });
  return row === null ? undefined : storedSeal(row, known);
}

async function forgottenRows(prisma: PrismaClient, trail: TrailName): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ place: string }[]>`
    WITH sealed AS (
      SELECT coalesce(max(last_row), ${BEFORE_ALL_ROWS}) AS up_to FROM audit_seal WHERE trail = ${trail}),
    unsealed AS (
      SELECT id AS number, recorded_at, 'row ' || id AS name
      FROM audit_row, sealed WHERE ${trail} = 'audit' AND id > up_to
      UNION ALL
      SELECT "position", uuid_extract_timestamp(id), 'journal entry ' || "position"
      FROM journal_entry, sealed WHERE ${trail} = 'journal' AND "position" > up_to)
    SELECT name || ' of ' || recorded_at || ' waits for its seal' AS place FROM unsealed
    WHERE recorded_at < now() - make_interval(mins => ${UNSEALED_MINUTES_MAX})
    ORDER BY number LIMIT 1`;
  return rows.map(({ place }) => place);
}
