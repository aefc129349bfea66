import pg from 'pg';
import type { Logger } from '../../platform/logger.js';
import { EVENT_CHANNEL } from '../../prisma/outbox-hint.js';

const RECONNECT_AFTER_MS = 1_000;

/** Calls `wake` on each hint that lifecycles have news. Reconnects after a lost connection. */
export function listenForEvents(
  options: Readonly<{ url: string; wake: () => void; logger: Logger }>,
): Readonly<{ close: () => Promise<void> }> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: options.url,
      application_name: 'lunas-api-events',
    });
    const again = (): void => {
      fresh.removeAllListeners('end');
      if (!closed) timer = setTimeout(() => void connect(), RECONNECT_AFTER_MS);
    };
    fresh.on('error', (error) => options.logger.debug({ err: error }, 'the event listener broke'));
    fresh.on('notification', options.wake);
    fresh.once('end', again);
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${EVENT_CHANNEL}`);
      options.wake();
    } catch (error) {
      options.logger.debug({ err: error }, 'the database does not answer the event listener');
      await fresh.end().catch(() => {});
    }
  };
  void connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
