import {
  notOver,
  promotionRows,
  type PromotionRow,
} from '../../../activities/catalogue/promotion-rows.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import {
  firstPromotion,
  promotionsCursor,
  type Bound,
  type CatalogueChange,
} from './catalogue-cursor.js';
import { keptOnWire } from './promotions.js';

/** A promotion may name hundreds of items. */
const PROMOTIONS_OF_PAGE_MAX = 200;

type Asked = Readonly<{
  /** The version that the till has; a snapshot tells no promotion that is over. */
  since?: number | undefined;
  /** To which all pages are bound. */
  version: number;
  /** Where the page before ended; undefined before the first. */
  after?: CatalogueChange | undefined;
  at: Date;
  limit: number;
}>;

/** Promotions of a page of the catalogue, those that ended, and where the next page goes on. */
export async function promotionsPage(prisma: PrismaClient, asked: Asked) {
  const { since, version, at } = asked;
  const limit = Math.min(asked.limit, PROMOTIONS_OF_PAGE_MAX);
  const { change, id } = asked.after ?? firstPromotion(since ?? 0);
  const rows = await promotionRows(prisma, {
    where: Prisma.sql`(t.version, p.id) > (${change}::integer, ${id}::uuid)
      AND ${since === undefined ? notOver(at) : Prisma.sql`t.version <= ${version}::integer`}`,
    order: Prisma.sql`t.version, p.id`,
    limit: limit + 1,
  });
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const isOpen = ({ validFrom, validUntil }: PromotionRow) =>
    validUntil === null || (validUntil > at && validUntil > validFrom);
  return {
    promotions: kept.filter(isOpen).map(keptOnWire),
    promotionsEnded: kept
      .filter((row) => !isOpen(row))
      .map(({ id: promotionId, code }) => ({ id: promotionId, code })),
    nextCursor:
      rows.length > kept.length && last !== undefined
        ? promotionsCursor(placeAfter(last, version))
        : null,
  };
}

function placeAfter(row: PromotionRow, version: number): Bound<CatalogueChange> {
  return { version, after: { change: row.version, id: row.id } };
}
