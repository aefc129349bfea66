import { z } from 'zod';
import { creditWordsOfKind } from '../../http/credit-words.js';
import { listWorkRoute } from '../../../contract/lifecycle/work-queue.js';
import { endingOf } from '../../../domain/lifecycle/work-kinds.js';
import { Prisma } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import {
  decodeCursor,
  isTimestamp,
  pageOf,
  UUID_FORM,
  type PositionForm,
} from '../../http/cursor.js';
import { route } from '../../route.js';
import { wireMoneyOrNull } from '../../wire.js';
import { customerOf } from './lifecycle-rows.js';
import { companyToday } from './list-lifecycles.js';

type WorkRow = Readonly<{
  id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  sale_id: string | null;
  amount: bigint | null;
  currency: string | null;
  detail: unknown;
  opened_at: Date;
  opened_key: string;
  rank: bigint;
  store: string | null;
  customer_id: string | null;
  customer_number: string | null;
  customer_name: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  snoozed_until: string | null;
  version: number;
  notes: number;
}>;

/** Items without a store use the day in the company's zone; books without a company have no items. */
const ZONE = Prisma.sql`coalesce(st.time_zone, (SELECT time_zone FROM organisation ORDER BY id LIMIT 1), 'UTC')`;
/** The oldest day first, within a day the largest amount, regardless of its sign. */
const DAY = Prisma.sql`(w.opened_at AT TIME ZONE ${ZONE})::date`;
const RANK = Prisma.sql`-abs(coalesce(w.amount, 0))`;
const DAY_AND_RANK = /^(?<day>\d{4}-\d\d-\d\d) -?\d{1,18}$/;
const BY_DAY_AND_RANK: PositionForm = {
  key: { test: (key) => isTimestamp(`${DAY_AND_RANK.exec(key)?.groups?.['day']} 00:00:00+00`) },
  id: UUID_FORM,
};

export const listWork = route(listWorkRoute).answers(async ({ query, principal }, deps) => {
  const { limit, cursor, kind, show, assignee } = query;
  const { database } = deps;
  const conditions = openWork(query, principal);
  if (show !== 'all') conditions.push(shownNow(await companyToday(deps), show));
  if (assignee !== undefined) conditions.push(workOf(assignee, principal));
  if (kind !== undefined) conditions.push(Prisma.sql`w.kind = ANY(${kind.split(',')})`);
  if (cursor !== undefined) {
    const { key, id } = decodeCursor(cursor, BY_DAY_AND_RANK);
    const [day, rank] = key.split(' ');
    conditions.push(
      Prisma.sql`(${DAY}, ${RANK}, w.id) > (${day}::date, ${rank}::bigint, ${id}::uuid)`,
    );
  }
  const rows = await database.prisma.$queryRaw<WorkRow[]>`
    SELECT w.id, w.kind, w.subject_kind, w.subject_id, w.sale_id, w.amount, w.currency, w.detail, w.opened_at,
      ${DAY}::text AS opened_key, ${RANK} AS rank, st.code AS store, c.id AS customer_id, c.number AS customer_number,
      c.name AS customer_name, u.id AS assignee_id, u.name AS assignee_name, w.snoozed_until::text AS snoozed_until, w.version,
      (SELECT count(*)::int FROM work_note n WHERE n.work_item_id = w.id AND n.withdrawn_at IS NULL) AS notes
    FROM work_item w LEFT JOIN store st ON st.id = w.store_id LEFT JOIN customer c ON c.id = w.customer_id
      LEFT JOIN app_user u ON u.id = w.assignee_id
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${DAY}, ${RANK}, w.id LIMIT ${limit + 1}`;
  const positionOf = (row: WorkRow) => ({ key: `${row.opened_key} ${row.rank}`, id: row.id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show: workOnWire }) };
});

/** What is open and the caller may see, of one store if that is asked for. */
export function openWork(
  { store }: Readonly<{ store?: string | undefined }>,
  { storeId }: Principal,
): Prisma.Sql[] {
  const conditions = [Prisma.sql`w.state = 'open'`];
  if (store !== undefined) conditions.push(Prisma.sql`st.code = ${store}`);
  if (storeId !== undefined) conditions.push(Prisma.sql`w.store_id = ${storeId}::uuid`);
  return conditions;
}

/** What is not put off today, or what is. */
export function shownNow(today: string, show: 'now' | 'later'): Prisma.Sql {
  const isLater = Prisma.sql`coalesce(w.snoozed_until > ${today}::date, false)`;
  return show === 'later' ? isLater : Prisma.sql`NOT ${isLater}`;
}

function workOf(assignee: string, { actor }: Principal): Prisma.Sql {
  if (assignee === 'nobody') return Prisma.sql`w.assignee_id IS NULL`;
  return Prisma.sql`w.assignee_id::text = ${assignee === 'me' ? actor.id : assignee}`;
}

function workOnWire(row: WorkRow) {
  return {
    id: row.id,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    store: row.store,
    customer: customerOf(row),
    saleId: row.sale_id,
    amount: wireMoneyOrNull(row.amount, row.currency),
    detail: row.detail,
    openedAt: row.opened_at.toISOString(),
    ends: endsOnWire(row),
    words: wordsOf(row) ?? null,
    assignee:
      row.assignee_id === null || row.assignee_name === null
        ? null
        : { id: row.assignee_id, name: row.assignee_name },
    snoozedUntil: row.snoozed_until,
    notes: row.notes,
    version: row.version,
  };
}

function endsOnWire({ kind, subject_kind: subjectKind }: WorkRow) {
  const ending = endingOf({ kind, subjectKind });
  return ending === undefined
    ? null
    : {
        ...ending,
        calls: [...ending.calls],
        repairs: [...(ending.repairs ?? [])],
      };
}

const withFacts = z.object({ facts: z.record(z.string(), z.unknown()) });

/** Of a reason against credit with which a completed sale was booked. */
function wordsOf({ kind, detail }: WorkRow) {
  const known = withFacts.safeParse(detail);
  return known.success ? creditWordsOfKind(kind, known.data.facts) : undefined;
}
