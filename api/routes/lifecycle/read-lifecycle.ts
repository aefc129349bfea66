import { readLifecycleRoute } from '../../../contract/lifecycle/lifecycles.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import type { ApiDeps } from '../../deps.js';
import { route } from '../../route.js';
import { wireMoneyOrNull } from '../../wire.js';
import { workflowLink } from '../../workflow-link.js';
import { documentsOf } from '../sale/documents-of.js';
import { lifecycleRow, lifecycleOnWire } from './lifecycle-rows.js';
import { companyToday, ownStore } from './list-lifecycles.js';
import { runsOf } from './runs-of.js';

export const readLifecycle = route(readLifecycleRoute).answers(
  async ({ params, principal }, deps) => {
    const { prisma } = deps.database;
    const { saleId } = params;
    const conditions = [Prisma.sql`l.sale_id = ${saleId}::uuid`, ...ownStore(principal)];
    const wanted = { conditions, today: await companyToday(deps) };
    const row = await lifecycleRow(prisma, wanted);
    if (row === undefined) throw notFound();
    const [documents, events, runs] = await Promise.all([
      documentsOf(prisma, { id: saleId }),
      eventsOf(deps, saleId),
      runsOf(deps, saleId),
    ]);
    return { status: 200, body: { ...lifecycleOnWire(row, deps), documents, events, runs } };
  },
);

async function eventsOf(deps: ApiDeps, saleId: string) {
  const { prisma } = deps.database;
  const events = await prisma.lifecycleEvent.findMany({
    where: { saleId },
    orderBy: { id: 'asc' },
  });
  return events.map((event) => eventOnWire(event, deps));
}

type EventRow = Awaited<ReturnType<PrismaClient['lifecycleEvent']['findMany']>>[number];

function eventOnWire(event: EventRow, deps: ApiDeps) {
  const { actorKind, actorId, actorName, documentKind, documentId, documentNumber } = event;
  return {
    id: event.id.toString(),
    at: event.at.toISOString(),
    kind: event.kind,
    actor: { kind: actorKind, id: actorId, name: actorName },
    document:
      documentKind === null ? null : { kind: documentKind, id: documentId, number: documentNumber },
    amount: wireMoneyOrNull(event.amount, event.currency),
    workflow: event.workflowId === null ? null : workflowLink(deps, event.workflowId),
    detail: event.detail,
  };
}
