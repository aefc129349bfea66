import { Prisma } from '../../../prisma/database.js';
import { literal } from '../query-conditions.js';

/** What is looked in: the expression of the index `customer_search` (prisma/migrations/0004_customers), word for word. */
const SEARCHED = Prisma.sql`(f.number || E'\n' || f.name || E'\n' || f.legal_name || E'\n' || coalesce(f.phone, ''))`;

/** At least five digits and nothing but what people write between them. */
const TELEPHONE = /^[+(]?\d(?:[\s().-]*\d){4,}$/;
/** Digits of a country or of the trunk in front of a number differ between the ways in which it is written. */
const TRUNK = /^0+/;

/**
 * Conditions for customers of whom each word of `q` is a part of name, number or telephone number, and for those that
 * stand for such a customer since a merge.
 */
export function searchConditions(q: string): Prisma.Sql[] {
  const words = TELEPHONE.test(q.trim())
    ? [q.replaceAll(/\D/g, '').replace(TRUNK, '')]
    : q.split(/\s+/).filter((word) => word !== '');
  const found = words.map((word) => Prisma.sql`${SEARCHED} ILIKE ${`%${literal(word)}%`}`);
  if (found.length === 0) return [];
  return [
    Prisma.sql`c.id IN (SELECT coalesce(f.merged_into_id, f.id) FROM customer f WHERE ${Prisma.join(found, ' AND ')}
      UNION SELECT f.id FROM customer f WHERE ${Prisma.join(found, ' AND ')})`,
  ];
}
