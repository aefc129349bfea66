import { countWorkRoute } from '../../../contract/lifecycle/work-queue.js';
import { Prisma } from '../../../prisma/database.js';
import { route } from '../../route.js';
import { companyToday } from './list-lifecycles.js';
import { openWork, shownNow } from './list-work.js';

type CountRow = Readonly<{ kind: string; subject_kind: string; items: number; oldest_at: Date }>;
type OwnRow = Readonly<{ mine: number; later: number }>;

export const countWork = route(countWorkRoute).answers(async ({ query, principal }, deps) => {
  const { database } = deps;
  const open = openWork(query, principal);
  const now = shownNow(await companyToday(deps), 'now');
  const [own] = await database.prisma.$queryRaw<[OwnRow]>`
      SELECT count(*) FILTER (WHERE ${now} AND w.assignee_id::text = ${principal.actor.id})::int AS mine,
        count(*) FILTER (WHERE NOT (${now}))::int AS later
      FROM work_item w LEFT JOIN store st ON st.id = w.store_id WHERE ${Prisma.join(open, ' AND ')}`;
  const rows = await database.prisma.$queryRaw<CountRow[]>`
      SELECT w.kind, min(w.subject_kind) AS subject_kind, count(*)::int AS items, min(w.opened_at) AS oldest_at
      FROM work_item w LEFT JOIN store st ON st.id = w.store_id
      WHERE ${Prisma.join([...open, now], ' AND ')} GROUP BY w.kind ORDER BY w.kind`;
  const sum = (some: readonly CountRow[]) => some.reduce((total, { items }) => total + items, 0);
  const kinds = rows.map(({ kind, items, oldest_at }) => ({
    kind,
    items,
    oldestAt: oldest_at.toISOString(),
  }));
  const ofPayments = rows.filter(({ subject_kind: subject }) => subject === 'payment');
  return { status: 200, body: { total: sum(rows), ...own, payments: sum(ofPayments), kinds } };
});
