import { decideMasterChange as decide } from '../../../activities/company/master-changes.js';
import {
  decideMasterChangeRoute,
  listMasterChangesRoute,
  MASTER_CHANGE_KINDS,
} from '../../../contract/company/master-changes.js';
import { known } from '../../../domain/known.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { olderThan, pageOf, positionById } from '../../http/cursor.js';
import { command, route } from '../../route.js';

type Reader = Pick<PrismaClient, 'masterChange'>;
type ChangeRow = Awaited<ReturnType<Reader['masterChange']['findMany']>>[number];

export const listMasterChanges = route(listMasterChangesRoute).answers(
  async ({ query: { limit, cursor, state } }, { database }) => {
    const rows = await database.prisma.masterChange.findMany({
      where: {
        ...(state === undefined ? {} : { state }),
        ...olderThan(cursor),
      },
      // Ids grow with time.
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    return {
      status: 200,
      body: pageOf(rows, { limit, positionOf: positionById, show: changeOnWire }),
    };
  },
);

export const decideMasterChange = command(decideMasterChangeRoute).answers(
  async ({ params: { masterChangeId }, body: { decision }, ctx, tx }) => {
    await decide(tx, ctx, { masterChangeId, decision });
    return { status: 200, body: await readChange(tx, masterChangeId) };
  },
);

/** A change as it stands. */
export async function readChange(prisma: Reader, id: string) {
  return changeOnWire(await prisma.masterChange.findUniqueOrThrow({ where: { id } }));
}

type Fields = Readonly<Record<string, unknown>>;

function changeOnWire(row: ChangeRow) {
  return {
    id: row.id,
    kind: known(MASTER_CHANGE_KINDS, row.kind),
    before: row.before as Fields | null,
    after: row.after as Fields,
    reason: row.reason,
    state: row.state as 'requested' | 'approved' | 'rejected',
    requestedBy: row.requestedName,
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
