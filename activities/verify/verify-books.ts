import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { INVARIANTS } from './invariants.js';

export type Finding = Readonly<{
  id: string;
  says: string;
  /** The places that break it, at most `placesMax`; empty when it holds. */
  places: readonly string[];
}>;

/** Enough to see what is wrong; a broken rule may break everywhere. */
const PLACES_MAX = 10;

/**
 * Runs every invariant over the books as they are, while they go on changing. Each that asks for the time is told that of
 * its own moment: where a day takes seconds, the books are hours further by the last one. Changes nothing.
 */
export async function verifyBooks(
  database: Pick<Database, 'prisma'>,
  clock: Pick<Clock, 'iso'>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { id, says, sql } of INVARIANTS) {
    const query = `SELECT place FROM (${sql}) broken LIMIT ${PLACES_MAX}`;
    const rows = await (sql.includes('$1')
      ? database.prisma.$queryRawUnsafe<{ place: string }[]>(query, clock.iso())
      : database.prisma.$queryRawUnsafe<{ place: string }[]>(query));
    findings.push({ id, says, places: rows.map(({ place }) => place) });
  }
  return findings;
}
