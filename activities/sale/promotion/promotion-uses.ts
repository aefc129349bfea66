import { NO_USES, type Uses } from '../../../domain/promotion/promotion.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { scopesOf, type CountedBy } from './occasion.js';

export type UsesOf = (code: string) => Uses;

/** As if no promotion had been given yet. */
export const unused: UsesOf = () => NO_USES;

type UseRow = Readonly<{ code: string; scope: string; used: number }>;

/** In how many sales promotions with limits have been given; undefined when in none. */
export async function readUses(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  by: CountedBy,
): Promise<UsesOf | undefined> {
  const { byCustomer = '', byAll, ever } = scopesOf(by);
  const rows = await prisma.$queryRaw<UseRow[]>`
    SELECT p.code, c.scope, c.used FROM promotion_count c JOIN promotion p ON p.id = c.promotion_id
    WHERE c.scope IN (${byCustomer}, ${byAll}, ${ever}) AND c.used > 0`;
  if (rows.length === 0) return undefined;
  const used = new Map(rows.map(({ code, scope, used: times }) => [`${code}\n${scope}`, times]));
  const within = (code: string, scope: string) => used.get(`${code}\n${scope}`) ?? 0;
  return (code) => ({
    byCustomer: within(code, byCustomer),
    byAll: within(code, byAll),
    inAll: within(code, ever),
  });
}
