import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../prisma/database.js';
import { takePokes } from './outbox.js';

/**
 * When each life reads the books again, like its timers in Temporal: at its next time, or when it is poked. A new life
 * reads at once, and so does each after an interruption.
 */
export type Lives = Readonly<{
  /** Lives that read now: first all that were poked since the last call. */
  due: (
    database: Database,
    asked: Readonly<{ workflowIds: readonly string[]; at: Temporal.Instant }>,
  ) => Promise<ReadonlySet<string>>;
  /** Its next time; null: only when it is poked. */
  rest: (workflowId: string, untilMs: number | null) => void;
  wake: (workflowId: string) => void;
}>;

export function rememberLives(): Lives {
  const restsUntilMs = new Map<string, number>();
  return {
    due: async (database, { workflowIds, at }) => {
      for (const poked of await takePokes(database)) restsUntilMs.delete(poked);
      return new Set(
        workflowIds.filter((id) => (restsUntilMs.get(id) ?? 0) <= at.epochMilliseconds),
      );
    },
    rest: (workflowId, untilMs) => restsUntilMs.set(workflowId, untilMs ?? Infinity),
    wake: (workflowId) => restsUntilMs.delete(workflowId),
  };
}
