import { listQuarantineRoute } from '../../../contract/quarantine/quarantine.js';
import { Prisma } from '../../../prisma/database.js';
import { pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import { actorNameIn } from '../actor-names.js';
import { afterCursor, inTurn, latestFirst } from '../page-turn.js';
import { quarantineOnWire, type QuarantineRow } from './quarantine-on-wire.js';
import { visibleQuarantine } from './visible-quarantine.js';

type Row = QuarantineRow & Readonly<{ receivedKey: string }>;

const LATEST_FIRST = latestFirst(Prisma.sql`q.received_at`, Prisma.sql`q.id`);

/** Newest first, without the contents. */
export const listQuarantine = route(listQuarantineRoute).answers(
  async ({ query, principal }, { database }) => {
    const { limit, cursor, code, state } = query;
    const { door, storeId } = visibleQuarantine(principal);
    const conditions = [
      Prisma.sql`q.door = ANY (${door.in})`,
      ...(storeId === undefined ? [] : [Prisma.sql`q.store_id = ${storeId}::uuid`]),
      ...(code === undefined ? [] : [Prisma.sql`q.code = ${code}`]),
      ...(state === 'open' ? [Prisma.sql`q.resolved_at IS NULL`] : []),
      ...(state === 'resolved' ? [Prisma.sql`q.resolved_at IS NOT NULL`] : []),
      ...afterCursor(cursor, LATEST_FIRST),
    ];
    const rows = await database.prisma.$queryRaw<Row[]>`
    SELECT q.id, q.door, q.subject_id AS "subjectId", q.code, q.detail, q.param, q.content_type AS "contentType",
      length(q.content) AS size, ${actorNameIn(Prisma.sql`q.actor_id`)} AS "sentBy", q.received_at AS "receivedAt",
      q.received_at::text AS "receivedKey", q.resolved_at AS "resolvedAt", q.resolved_by AS "resolvedBy"
    FROM quarantine q WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY ${inTurn(LATEST_FIRST)} LIMIT ${limit + 1}`;
    const positionOf = (row: Row) => ({ key: row.receivedKey, id: row.id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: quarantineOnWire }) };
  },
);
