import { listAuditRoute } from '../../../../contract/ledger/audit.js';
import { decodeCursor, pageOf, type PositionForm } from '../../../http/cursor.js';
import { route } from '../../../route.js';

const BY_PLACE: PositionForm = { key: /^\d{1,18}$/, id: /^\d{1,18}$/ };

export const listAudit = route(listAuditRoute).answers(async ({ query }, { database }) => {
  const { limit, cursor, table, row, actor } = query;
  const before = cursor === undefined ? undefined : BigInt(decodeCursor(cursor, BY_PLACE).key);
  const rows = await database.prisma.auditRow.findMany({
    where: {
      ...(table === undefined ? {} : { tableName: table }),
      ...(row === undefined ? {} : { rowId: row }),
      ...(actor === undefined ? {} : { actorId: actor }),
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const positionOf = ({ id }: (typeof rows)[number]) => ({ key: String(id), id: String(id) });
  const show = (change: (typeof rows)[number]) => ({
    id: String(change.id),
    at: change.at.toISOString(),
    actor: { kind: change.actorKind, id: change.actorId, name: change.actorName },
    origin: change.origin,
    requestId: change.requestId,
    action: change.action,
    table: change.tableName,
    row: change.rowId,
    before: withoutSecrets(change.before),
    after: withoutSecrets(change.after),
  });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
});

/** The trigger leaves secrets out by name; what a later table calls otherwise is not shown either. */
const SECRET = /hash|cipher|secret|token|password/;

function withoutSecrets(values: unknown): Record<string, unknown> | null {
  if (typeof values !== 'object' || values === null) return null;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name)));
}
