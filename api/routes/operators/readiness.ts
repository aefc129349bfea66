import { readinessRoute } from '../../../contract/operators/readiness.js';
import { Refusal, type Fault } from '../../../domain/refusal.js';
import type { ApiDeps } from '../../deps.js';
import { route } from '../../route.js';

/** A check that takes longer counts as failed. */
const ASK_WITHIN_MS = 2_000;

/** Task queues that a sale needs after its capture. */
const QUEUES = ['sales', 'receivables'];

export const readiness = route(readinessRoute).answers(async (_call, deps) => {
  const faults = (await Promise.all([askDatabase(deps), askTemporal(deps)])).flat();
  if (faults.length === 0) {
    const checks = { database: 'ok', temporal: 'ok', workers: 'ok' } as const;
    return { status: 200, body: { status: 'ready', checks } };
  }
  const missing = faults.map(({ param }) => param).join(', ');
  throw new Refusal({ code: 'NOT_READY', detail: `Missing: ${missing}.`, errors: faults });
});

async function askDatabase({ database }: ApiDeps): Promise<Fault[]> {
  const answered = await Promise.race([
    database.prisma.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => {
      setTimeout(() => resolve(false), ASK_WITHIN_MS).unref();
    }),
  ]);
  return answered ? [] : [missing('database', 'The database does not answer.')];
}

async function askTemporal({ temporal }: ApiDeps): Promise<Fault[]> {
  try {
    const unattended = (await temporal?.unattended(QUEUES, ASK_WITHIN_MS)) ?? QUEUES;
    if (temporal === undefined) return [missing('temporal', 'No Temporal server is configured.')];
    return unattended.map((queue) =>
      missing('workers', `No worker listens to the task queue ${queue}.`),
    );
  } catch {
    return [missing('temporal', 'The Temporal server does not answer.')];
  }
}

function missing(param: string, detail: string): Fault {
  return { code: 'NOT_READY', param, detail };
}
