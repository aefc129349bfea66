import {
  giveDayTotals as give,
  withdrawDayTotals as withdraw,
} from '../../../activities/shadow/day-totals.js';
import { readShadowDays } from '../../../activities/shadow/shadow-days.js';
import { readSwitchFacts } from '../../../activities/shadow/switch-facts.js';
import {
  giveDayTotalsRoute,
  listShadowDaysRoute,
  readShadowDayRoute,
  readSwitchChecklistRoute,
  withdrawDayTotalsRoute,
} from '../../../contract/shadow/shadow-days.js';
import { switchChecklist } from '../../../domain/shadow/switch-checklist.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { pageOf } from '../../http/cursor.js';
import { command, route } from '../../route.js';
import { afterCursor, inTurn, latestDayFirst } from '../page-turn.js';
import { dayInFull, dayOnWire } from './days-on-wire.js';
import { switchesOnWire, visibleStore } from './switches-on-wire.js';

type Reader = Pick<PrismaClient, '$queryRaw' | 'shadowDayTotal' | 'store'>;

export const listShadowDays = route(listShadowDaysRoute).answers(
  async ({ params: { storeId }, query: { limit, cursor }, principal }, { database }) => {
    const { prisma } = database;
    await visibleStore(prisma, { storeId, of: principal });
    const turn = latestDayFirst(Prisma.sql`day`, Prisma.sql`${storeId}::uuid`);
    const after = afterCursor(cursor, turn);
    const where = after.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(after)}`;
    const rows = await prisma.$queryRaw<{ day: string }[]>`
      SELECT day::text FROM (
        SELECT business_date AS day FROM shadow_sale WHERE store_id = ${storeId}::uuid
        UNION SELECT day FROM shadow_day_total WHERE store_id = ${storeId}::uuid) days
      ${where} ORDER BY ${inTurn(turn)} LIMIT ${limit + 1}`;
    const days = await readShadowDays(prisma, { storeId, days: rows.map(({ day }) => day) });
    const positionOf = ({ day }: Readonly<{ day: string }>) => ({ key: day, id: storeId });
    return { status: 200, body: pageOf(days, { limit, positionOf, show: dayOnWire }) };
  },
);

export const readShadowDay = route(readShadowDayRoute).answers(
  async ({ params, principal }, { database: { prisma } }) => {
    await visibleStore(prisma, { storeId: params.storeId, of: principal });
    return { status: 200, body: await inFull(prisma, params) };
  },
);

export const giveDayTotals = route(giveDayTotalsRoute).answers(
  async ({ params, body, principal, ctx }, { database }) => {
    await visibleStore(database.prisma, { storeId: params.storeId, of: principal });
    await database.transaction(ctx, (tx) => give(tx, ctx, { ...params, ...body }));
    return { status: 200, body: await inFull(database.prisma, params) };
  },
);

export const withdrawDayTotals = command(withdrawDayTotalsRoute).answers(
  async ({ params, body: { till }, principal, tx }) => {
    await visibleStore(tx, { storeId: params.storeId, of: principal });
    await withdraw(tx, { ...params, till });
    return { status: 200, body: await inFull(tx, params) };
  },
);

export const readSwitchChecklist = route(readSwitchChecklistRoute).answers(
  async ({ params: { storeId }, principal, ctx }, { database: { prisma } }) => {
    const { mode } = await switchesOnWire(prisma, { storeId, of: principal, at: ctx.at });
    const checks = switchChecklist(await readSwitchFacts(prisma, storeId));
    return { status: 200, body: { mode, checks: [...checks] } };
  },
);

async function inFull(
  prisma: Reader,
  { storeId, day }: Readonly<{ storeId: string; day: string }>,
) {
  const [facts] = await readShadowDays(prisma, { storeId, days: [day] });
  if (facts === undefined) throw new Error(`${day} was asked for and is not answered`);
  return dayInFull(facts);
}
