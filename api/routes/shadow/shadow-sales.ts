import { shadowSaleOf } from '../../../activities/sale/capture/capture-answer.js';
import { listShadowSalesRoute, readShadowSaleRoute } from '../../../contract/shadow/shadow-days.js';
import { Refusal } from '../../../domain/refusal.js';
import { Prisma } from '../../../prisma/database.js';
import type { StoredSale } from '../../../prisma/commands/sale.js';
import { pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { afterCursor, inTurn, latestDayFirst } from '../page-turn.js';
import { visibleStore } from './switches-on-wire.js';

const LATEST_FIRST = latestDayFirst(Prisma.sql`k.business_date`, Prisma.sql`k.id`);

type FoundRow = Readonly<{
  id: string;
  number: string;
  till: string;
  day: string;
  capturedAt: Date;
  due: bigint;
  currency: string;
  exceptions: number;
}>;

export const listShadowSales = route(listShadowSalesRoute).answers(
  async ({ params: { storeId }, query, principal }, { database: { prisma } }) => {
    await visibleStore(prisma, { storeId, of: principal });
    const { limit, cursor, day, till, exceptions } = query;
    const conditions = [
      Prisma.sql`k.store_id = ${storeId}::uuid`,
      ...(day === undefined ? [] : [Prisma.sql`k.business_date = ${day}::date`]),
      ...(till === undefined ? [] : [Prisma.sql`k.till = ${till}`]),
      ...(exceptions === undefined ? [] : [Prisma.sql`k.exceptions <> '[]'`]),
      ...afterCursor(cursor, LATEST_FIRST),
    ];
    const rows = await prisma.$queryRaw<FoundRow[]>`
      SELECT k.id::text, k.number, k.till, k.business_date::text AS day, k.captured_at AS "capturedAt",
        k.total_amount - k.rounding_amount AS due, k.currency, jsonb_array_length(k.exceptions) AS exceptions
      FROM shadow_sale k WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY ${inTurn(LATEST_FIRST)} LIMIT ${limit + 1}`;
    const positionOf = ({ day: key, id }: FoundRow) => ({ key, id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: foundOnWire }) };
  },
);

function foundOnWire({ due, currency, capturedAt, ...row }: FoundRow) {
  return { ...row, capturedAt: capturedAt.toISOString(), total: wireMoney(due, currency) };
}

export const readShadowSale = route(readShadowSaleRoute).answers(
  async ({ params: { saleId }, principal }, { database: { prisma } }) => {
    const row = await prisma.shadowSale.findUnique({ where: { id: saleId } });
    const isOwn = principal.storeId === undefined || principal.storeId === row?.storeId;
    if (row === null || !isOwn) {
      const detail = 'There is no such sale for you.';
      throw new Refusal({ code: 'NOT_FOUND', param: 'saleId', detail });
    }
    const kept = {
      number: row.number,
      till: row.till,
      bookedAt: row.receivedAt.toISOString(),
      // Written by the capture of this sale.
      priced: row.priced as unknown as StoredSale,
      exceptions: row.exceptions as { kind: string; detail: string }[],
    };
    return { status: 200, body: shadowSaleOf(saleId, kept) };
  },
);
