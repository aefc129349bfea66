import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { INVARIANTS } from './invariants.js';

export type Finding = Readonly<{
  id: string;
  says: string;
  /** The places that break it, at most `placesMax`; empty when it holds. */
  places: readonly string[];
}>;

/** Enough to see what is wrong; a broken invariant may break in thousands of places. */
const PLACES_MAX = 10;

/**
 * Runs every invariant over the live books. Each gets the business time of its own start: with a fast clock, hours may
 * pass between the first and the last. Changes nothing.
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
