import { Prisma, type PrismaClient } from './database.js';

/**
 * The rows of a large query, which PostgreSQL sends as one text: the client reads many rows with lists in them several
 * times as slowly. Numbers that may be large are cast to text by the query.
 */
export async function rowsAsJson<Row>(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  query: Prisma.Sql,
): Promise<Row[]> {
  const [found] = await prisma.$queryRaw<{ rows: string }[]>(
    Prisma.sql`SELECT coalesce(json_agg(page), '[]')::text AS rows FROM (${query}) page`,
  );
  return JSON.parse(found?.rows ?? '[]') as Row[];
}
