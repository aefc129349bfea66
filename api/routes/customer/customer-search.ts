import { Prisma } from '../../../prisma/database.js';
import { literal } from '../query-conditions.js';

/** What is looked in: the expression of the index `customer_search` (prisma/migrations/0004_customers), word for word. */
const SEARCHED = Prisma.sql`(c.number || E'\n' || c.name || E'\n' || c.legal_name || E'\n' || coalesce(c.phone, ''))`;

/** At least five digits and nothing but what people write between them. */
const TELEPHONE = /^[+(]?\d(?:[\s().-]*\d){4,}$/;
/** Digits of a country or of the trunk in front of a number differ between the ways in which it is written. */
const TRUNK = /^0+/;

/** Conditions for customers of whom each word of `q` is a part of name, number or telephone number. */
export function searchConditions(q: string): Prisma.Sql[] {
  const words = TELEPHONE.test(q.trim())
    ? [q.replaceAll(/\D/g, '').replace(TRUNK, '')]
    : q.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => Prisma.sql`${SEARCHED} ILIKE ${`%${literal(word)}%`}`);
}
