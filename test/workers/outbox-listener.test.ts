import pino from 'pino';
import { createOutboxHint } from '../../prisma/outbox-hint.js';
import { listenForOutbox } from '../../workers/outbox-listener.js';
import { asSuperuser } from '../support/books.js';
import { useEmptyBooks } from '../support/empty-books.js';
import { until } from '../support/until.js';

const logger = pino({ level: 'silent' });
const empty = useEmptyBooks();

describe('listenForOutbox', () => {
  it('wakes once it listens, because something may have come before, and for every hint', async () => {
    let wakes = 0;
    const listener = listenForOutbox({ url: empty().books.url, wake: () => (wakes += 1), logger });
    await until(async () => (wakes === 1 ? true : undefined));
    createOutboxHint(empty().database)();
    await until(async () => (wakes === 2 ? true : undefined));
    await listener.close();
    expect(await connections()).toBe(0);
  });

  it('builds a lost connection anew, and wakes for what it may have missed', async () => {
    let wakes = 0;
    const listener = listenForOutbox({ url: empty().books.url, wake: () => (wakes += 1), logger });
    await until(async () => (wakes === 1 ? true : undefined));
    await asSuperuser(empty().books, (client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lunas-outbox'",
      ),
    );
    await until(async () => (wakes === 2 ? true : undefined));
    createOutboxHint(empty().database)();
    await until(async () => (wakes === 3 ? true : undefined));
    expect(await connections()).toBe(1);
    await listener.close();
  });

  it('leaves no connection behind when it is closed before it has one', async () => {
    const listener = listenForOutbox({ url: empty().books.url, wake: () => {}, logger });
    await listener.close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const left = await until(async () => ((await connections()) === 0 ? 'none' : undefined));
    expect(left).toBe('none');
  });

  it('is closed at once while the database is away', async () => {
    const url = 'postgresql://nobody:x@127.0.0.1:1/none';
    const listener = listenForOutbox({ url, wake: () => {}, logger });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(listener.close()).resolves.toBeUndefined();
  });
});

function connections(): Promise<number> {
  return asSuperuser(empty().books, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM pg_stat_activity
       WHERE application_name = 'lunas-outbox' AND datname = current_database()`,
    );
    return Number(rows[0]?.n);
  });
}
