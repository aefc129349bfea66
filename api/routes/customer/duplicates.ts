import { DUPLICATE_SIGNS, listDuplicatesRoute } from '../../../contract/customer/merges.js';
import { known } from '../../../domain/known.js';
import { Prisma } from '../../../prisma/database.js';
import { route } from '../../route.js';

type PairRow = Readonly<{
  a_id: string;
  a_number: string;
  a_name: string;
  b_id: string;
  b_number: string;
  b_name: string;
  signs: readonly string[];
}>;

export const listDuplicates = route(listDuplicatesRoute).answers(
  async ({ query: { customer, limit } }, { database: { prisma } }) => {
    const rows = await prisma.$queryRaw<PairRow[]>`
      WITH found AS (${Prisma.join(pairs(customer), ' UNION ALL ')})
      SELECT a.id AS a_id, a.number AS a_number, a.name AS a_name,
        b.id AS b_id, b.number AS b_number, b.name AS b_name, array_agg(DISTINCT found.sign) AS signs
      FROM found JOIN customer a ON a.id = found.a JOIN customer b ON b.id = found.b
      WHERE a.merged_into_id IS NULL AND b.merged_into_id IS NULL AND a.currency = b.currency
      GROUP BY a.id, b.id ORDER BY count(DISTINCT found.sign) DESC, a.number, b.number LIMIT ${limit}`;
    return {
      status: 200,
      body: {
        data: rows.map((row) => ({
          customers: [
            { id: row.a_id, number: row.a_number, name: row.a_name },
            { id: row.b_id, number: row.b_number, name: row.b_name },
          ] as const,
          signs: DUPLICATE_SIGNS.filter((sign) =>
            row.signs.some((one) => known(DUPLICATE_SIGNS, one) === sign),
          ),
        })),
      },
    };
  },
);

/** Columns that say the same of one customer, each with its index. */
const EQUAL = {
  taxNumber: [Prisma.sql`a.tax_number`, Prisma.sql`b.tax_number`],
  identityNumber: [Prisma.sql`a.identity_number`, Prisma.sql`b.identity_number`],
  phone: [Prisma.sql`a.phone`, Prisma.sql`b.phone`],
  email: [Prisma.sql`lower(a.email)`, Prisma.sql`lower(b.email)`],
} as const;

/** Of the trigrams of both names that they share: a letter more or less, and not one word in common. */
const SIMILAR_MIN = 0.6;

/** Pairs of customers by sign. A similar name is looked for of one customer alone: of all it would take minutes. */
function pairs(customer: string | undefined): Prisma.Sql[] {
  const of = customer === undefined ? undefined : Prisma.sql`${customer} IN (a.number, a.id::text)`;
  const order = of === undefined ? Prisma.sql`a.id < b.id` : Prisma.sql`${of} AND a.id <> b.id`;
  const equal = Object.entries(EQUAL).map(
    ([sign, [left, right]]) =>
      Prisma.sql`SELECT a.id AS a, b.id AS b, ${sign}::text AS sign FROM customer a JOIN customer b ON ${left} = ${right} WHERE ${order}`,
  );
  if (of === undefined) return equal;
  const similar = Prisma.sql`SELECT a.id, b.id, 'name' FROM customer a JOIN customer b ON b.name % a.name
    WHERE ${order} AND similarity(b.name, a.name) >= ${SIMILAR_MIN}`;
  return [...equal, similar];
}
