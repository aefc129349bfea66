import type { Database } from './database.js';

/** PostgreSQL channel on which processes hint that the outbox has news. */
export const OUTBOX_CHANNEL = 'lunas_outbox';
/** PostgreSQL channel on which processes hint that there are new lifecycle events to show. */
export const EVENT_CHANNEL = 'lunas_events';

/** Hints within this time are combined: at most fifty a second under any load. */
const QUIET_MS = 20;

export type OutboxHint = () => void;

/**
 * Hints to the starter and to live screens that something was committed. Sent on its own, after the commit and at most
 * every 20 ms: NOTIFY inside a command would make all commits queue behind each other. A lost hint costs the receiver
 * one poll interval.
 */
export function createOutboxHint(database: Pick<Database, 'prisma'>): OutboxHint {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      database.prisma
        .$queryRaw`SELECT pg_notify(${OUTBOX_CHANNEL}, '')::text, pg_notify(${EVENT_CHANNEL}, '')::text`.catch(
        () => {},
      );
    }, QUIET_MS).unref();
  };
}
