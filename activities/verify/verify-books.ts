import type { Database } from '../../prisma/database.js';
import { invariants } from './invariants.js';

export type Finding = Readonly<{
  id: string;
  says: string;
  /** The places that break it, at most `placesMax`; empty when it holds. */
  places: readonly string[];
}>;

/** Enough to see what is wrong; a broken rule may break everywhere. */
const placesMax = 10;

/** Runs every invariant over the books as they are. `at` is business time now, ISO 8601. Changes nothing. */
export async function verifyBooks(
  database: Pick<Database, 'prisma'>,
  at: string,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { id, says, sql } of invariants) {
    const query = `SELECT place FROM (${sql}) broken LIMIT ${placesMax}`;
    const rows = await (sql.includes('$1')
      ? database.prisma.$queryRawUnsafe<{ place: string }[]>(query, at)
      : database.prisma.$queryRawUnsafe<{ place: string }[]>(query));
    findings.push({ id, says, places: rows.map(({ place }) => place) });
  }
  return findings;
}
