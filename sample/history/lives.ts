import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../prisma/database.js';
import { takePokes } from './outbox.js';

/**
 * When each life looks at the books again, as its timers in Temporal would have it: at the time that it was told, or when
 * it is poked. A life that is not known yet looks at once; so does each after an interruption.
 */
export type Lives = Readonly<{
  /** Those that look now: first all that were poked since the last time. */
  due: (
    database: Database,
    asked: Readonly<{ workflowIds: readonly string[]; at: Temporal.Instant }>,
  ) => Promise<ReadonlySet<string>>;
  /** It rests until then; null: until something happens to it. */
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
