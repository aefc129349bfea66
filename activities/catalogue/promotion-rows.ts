import type { PromotionTerms } from '../../contract/sale/promotion-fields.js';
import { Prisma, type PrismaClient } from '../../prisma/database.js';

/** A promotion by the newest that was decided about it. */
export type PromotionRow = Readonly<{
  id: string;
  code: string;
  name: string;
  createdAt: Date;
  /** The change that decided it. */
  version: number;
  terms: PromotionTerms;
  validFrom: Date;
  validUntil: Date | null;
}>;

type Reader = Pick<PrismaClient, '$queryRaw'>;

type Asked = Readonly<{
  /** On a promotion `p` and its newest terms `t`. */
  where: Prisma.Sql;
  order: Prisma.Sql;
  limit?: number | undefined;
}>;

/** Promotions by their newest terms. */
export function promotionRows(
  prisma: Reader,
  { where, order, limit }: Asked,
): Promise<PromotionRow[]> {
  return prisma.$queryRaw<PromotionRow[]>(Prisma.sql`
    SELECT p.id::text, p.code, p.name, p.created_at AS "createdAt", t.version, t.terms,
      t.valid_from AS "validFrom", t.valid_until AS "validUntil"
    FROM promotion p CROSS JOIN LATERAL (SELECT own.* FROM promotion_term own
      WHERE own.promotion_id = p.id ORDER BY own.version DESC LIMIT 1) t
    WHERE ${where} ORDER BY ${order} LIMIT ${limit ?? null}::bigint`);
}

/** Of its newest terms `t`: it holds at a moment or later. */
export function notOver(at: Date): Prisma.Sql {
  return Prisma.sql`(t.valid_until IS NULL OR t.valid_until > greatest(${at}::timestamptz, t.valid_from))`;
}
