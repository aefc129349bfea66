import pg from 'pg';
import type { Logger } from 'pino';
import { OUTBOX_CHANNEL } from '../prisma/outbox-hint.js';

const RECONNECT_AFTER_MS = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Calls `wake` on each hint that the outbox has news. A lost connection is rebuilt, and the relay
 * also polls, so a lost hint only costs a short delay.
 */
export function listenForOutbox(
  options: Readonly<{ url: string; wake: () => void; logger: Logger }>,
): { close: () => Promise<void> } {
  let client: pg.Client | undefined;
  let connecting: Promise<void>;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const reconnect = (): void => {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      connecting = connect();
    }, RECONNECT_AFTER_MS);
  };
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: options.url,
      application_name: 'lunas-outbox',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    client = fresh;
    fresh.on('error', reconnect);
    fresh.on('end', reconnect);
    fresh.on('notification', options.wake);
    try {
      await fresh.connect();
      if (closed) return;
      await fresh.query(`LISTEN ${OUTBOX_CHANNEL}`);
      options.wake();
    } catch (error) {
      options.logger.debug({ err: error }, 'the database does not answer yet');
      await fresh.end().catch(() => {});
      reconnect();
    }
  };
  connecting = connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => {});
    },
  };
}
