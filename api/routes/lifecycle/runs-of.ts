import type { ApiDeps } from '../../deps.js';
import { workflowLink } from '../../workflow-link.js';

/** Time limit for Temporal: a slow server must not hold up the page. */
const DESCRIBE_WITHIN_MS = 1_500;

/**
 * The workflows that were started for a sale, with their present state in Temporal. `live` is null when Temporal gives
 * no answer.
 */
export async function runsOf(deps: ApiDeps, saleId: string) {
  const { prisma } = deps.database;
  const ids = await prisma.lifecycleEvent.findMany({
    where: { saleId, workflowId: { not: null } },
    select: { workflowId: true },
    distinct: ['workflowId'],
  });
  const workflowIds = [`sale:${saleId}`, ...ids.flatMap(({ workflowId }) => workflowId ?? [])];
  const starts = await prisma.workflowStart.findMany({
    where: { workflowId: { in: workflowIds } },
    orderBy: { id: 'asc' },
  });
  return Promise.all(
    starts.map(async ({ workflowId, workflowType, runId, createdAt, startedAt }) => ({
      ...workflowLink(deps, workflowId),
      type: workflowType,
      runId,
      requestedAt: createdAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      live: startedAt === null ? null : await liveState(deps, workflowId),
    })),
  );
}

async function liveState({ temporal }: ApiDeps, workflowId: string) {
  if (temporal === undefined) return null;
  try {
    return (await temporal.describe(workflowId, DESCRIBE_WITHIN_MS)) ?? null;
  } catch {
    return null;
  }
}
