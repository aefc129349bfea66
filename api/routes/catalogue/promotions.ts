import {
  promotionRows,
  type PromotionRow,
  notOver,
} from '../../../activities/catalogue/promotion-rows.js';
import {
  addPromotion as add,
  changePromotion as change,
  endPromotion as end,
  periodOf,
  promotionNotFound,
} from '../../../activities/catalogue/promotions.js';
import {
  addPromotionRoute,
  changePromotionRoute,
  endPromotionRoute,
  listPromotionsRoute,
  readPromotionRoute,
} from '../../../contract/catalogue/promotions.js';
import { isOver } from '../../../domain/pricing/plan-price-list.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { olderThan, pageOf, positionById } from '../../http/cursor.js';
import { command, route } from '../../route.js';

const NEWEST_FIRST = Prisma.sql`p.id DESC`;

export const listPromotions = route(listPromotionsRoute).answers(
  async ({ query: { limit, cursor, state } }, { database, clock }) => {
    const at = new Date(clock.iso());
    const before = olderThan(cursor).id?.lt;
    const rows = await promotionRows(database.prisma, {
      where: Prisma.join(
        [
          before === undefined ? Prisma.sql`true` : Prisma.sql`p.id < ${before}::uuid`,
          state === undefined ? Prisma.sql`true` : IN_STATE[state](at),
        ],
        ' AND ',
      ),
      order: NEWEST_FIRST,
      limit: limit + 1,
    });
    const show = (row: PromotionRow) => promotionOnWire(row, at.getTime());
    return { status: 200, body: pageOf(rows, { limit, positionOf: positionById, show }) };
  },
);

export const readPromotion = route(readPromotionRoute).answers(
  async ({ params: { promotionId: id }, ctx }, { database }) => ({
    status: 200,
    body: await onePromotion(database.prisma, { id, at: ctx.at }),
  }),
);

export const addPromotion = command(addPromotionRoute).answers(async ({ body, tx, ctx }) => {
  const { code, name, validFrom, validUntil, ...terms } = body;
  const id = await add(tx, ctx, { code, name, terms, validFrom, validUntil });
  return { status: 201, body: await onePromotion(tx, { id, at: ctx.at }) };
});

export const changePromotion = route(changePromotionRoute).answers(
  async ({ params: { promotionId: id }, body, ctx }, { database }) => {
    const { name, validFrom, validUntil, ...terms } = body;
    await database.transaction(ctx, (tx) =>
      change(tx, ctx, { id, name, terms, validFrom, validUntil }),
    );
    return { status: 200, body: await onePromotion(database.prisma, { id, at: ctx.at }) };
  },
);

export const endPromotion = command(endPromotionRoute).answers(
  async ({ params: { promotionId: id }, body, tx, ctx }) => {
    await end(tx, ctx, { id, at: body.at });
    return { status: 200, body: await onePromotion(tx, { id, at: ctx.at }) };
  },
);

const IN_STATE = {
  planned: (at: Date) => Prisma.sql`t.valid_from > ${at}::timestamptz AND ${notOver(at)}`,
  inForce: (at: Date) => Prisma.sql`t.valid_from <= ${at}::timestamptz AND ${notOver(at)}`,
  over: (at: Date) => Prisma.sql`NOT ${notOver(at)}`,
} as const;

async function onePromotion(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  { id, at }: Readonly<{ id: string; at: string }>,
) {
  const where = Prisma.sql`p.id = ${id}::uuid`;
  const [row] = await promotionRows(prisma, { where, order: NEWEST_FIRST });
  if (row === undefined) throw promotionNotFound();
  return promotionOnWire(row, Date.parse(at));
}

function promotionOnWire(row: PromotionRow, nowMs: number) {
  const period = periodOf(row);
  const begun = period.fromMs > nowMs ? ('planned' as const) : ('inForce' as const);
  return {
    ...keptOnWire(row),
    state: isOver(period, nowMs) ? ('over' as const) : begun,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A promotion with what was decided about it last. */
export function keptOnWire({ id, code, name, terms, validFrom, validUntil }: PromotionRow) {
  return {
    id,
    code,
    name,
    ...terms,
    validFrom: validFrom.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
  };
}
