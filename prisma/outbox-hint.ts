import type { Database } from './database.js';

/** PostgreSQL channel on which processes hint that the outbox has news. */
export const outboxChannel = 'lunas_outbox';
/** PostgreSQL channel on which processes hint that there are new lifecycle events to show. */
export const eventChannel = 'lunas_events';

/** A hint within this time of another adds nothing: at most fifty a second, whatever the load. */
const quietMs = 20;

export type OutboxHint = () => void;

/**
 * Hints to the starter and to live screens that something was committed. Sent on its own, after the
 * commit and at most every 20 ms: NOTIFY inside a command would make all commits queue behind each other.
 * A hint that is lost costs the receiver one poll interval.
 */
export function createOutboxHint(database: Pick<Database, 'prisma'>): OutboxHint {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      database.prisma
        .$queryRaw`SELECT pg_notify(${outboxChannel}, '')::text, pg_notify(${eventChannel}, '')::text`.catch(
        () => {},
      );
    }, quietMs).unref();
  };
}
