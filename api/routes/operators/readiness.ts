import { readinessRoute } from '../../../contract/operators/readiness.js';
import { Refusal, type Fault } from '../../../domain/refusal.js';
import { faultOfPoll } from '../../../platform/temporal/last-polls.js';
import type { ApiDeps } from '../../deps.js';
import { route } from '../../route.js';

/** A check that takes longer counts as failed. */
const ASK_WITHIN_MS = 2_000;

/** A row of the outbox that has waited longer than this says that the starter does not drain it. */
const OUTBOX_AGE_MAX_SECONDS = 120;

export const readiness = route(readinessRoute).answers(async (_call, deps) => {
  const faults = (await Promise.all([askDatabase(deps), askTemporal(deps)])).flat();
  if (faults.length === 0) {
    const checks = { database: 'ok', temporal: 'ok', workers: 'ok', starter: 'ok' } as const;
    return { status: 200, body: { status: 'ready', checks } };
  }
  const parts = [...new Set(faults.map(({ param }) => param))].join(', ');
  throw new Refusal({ code: 'NOT_READY', detail: `Missing: ${parts}.`, errors: faults });
});

async function askDatabase({ database }: ApiDeps): Promise<Fault[]> {
  const age = await Promise.race([
    database.prisma.$queryRaw<{ age: number }[]>`SELECT outbox_age() AS age`.then(
      ([row]) => row?.age,
      () => undefined,
    ),
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), ASK_WITHIN_MS).unref();
    }),
  ]);
  if (age === undefined) return [missing('database', 'The database does not answer.')];
  if (age <= OUTBOX_AGE_MAX_SECONDS) return [];
  const detail = `The starter does not drain the outbox: its oldest row has waited ${Math.round(age)} seconds.`;
  return [missing('starter', detail)];
}

async function askTemporal({ temporal }: ApiDeps): Promise<Fault[]> {
  if (temporal === undefined) return [missing('temporal', 'No Temporal server is configured.')];
  try {
    const polls = await temporal.lastPolls(ASK_WITHIN_MS);
    return polls.flatMap((poll) => {
      const fault = faultOfPoll(poll);
      return fault === undefined ? [] : [missing('workers', fault)];
    });
  } catch {
    return [missing('temporal', 'The Temporal server does not answer.')];
  }
}

function missing(param: string, detail: string): Fault {
  return { code: 'NOT_READY', param, detail };
}
