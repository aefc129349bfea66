import pg from 'pg';

/**
 * Connections for one process. The library's own pool ends the connection under every statement that fails; but a
 * refusal is an answer like any other, and a new connection for each costs the server some twenty times what the refused
 * command did. Here only a connection that is itself at fault is ended.
 */
export function createConnectionPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, Client: OneAtATime });
  pool.query = ((query: pg.QueryConfig) => runOn(pool, query)) as pg.Pool['query'];
  return pool;
}

/**
 * A connection that is given its next statement when the one before is answered. Prisma gives all that it has to ask
 * inside a transaction at once, which the driver only warns about in this version and refuses in its next.
 */
class OneAtATime extends pg.Client {
  #last: Promise<unknown> = Promise.resolve();

  override query(...given: unknown[]): never {
    const send = super.query.bind(this) as (...parts: unknown[]) => unknown;
    if (!isPlain(given)) return send(...given) as never;
    const answer = this.#last.then(() => send(...given));
    this.#last = answer.catch(() => {});
    return answer as never;
  }
}

/** Asked for by a promise: neither by a callback nor by a query that runs itself. */
function isPlain([statement, ...rest]: readonly unknown[]): boolean {
  const runsItself = typeof statement === 'object' && statement !== null && 'submit' in statement;
  return !runsItself && rest.every((part) => typeof part !== 'function');
}

type Lent = Readonly<{
  client: pg.PoolClient;
  release: () => void;
  noteFault: (fault: Error) => void;
}>;

async function runOn(pool: pg.Pool, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const { client, release, noteFault } = await lend(pool);
  try {
    return await client.query(query);
  } catch (error) {
    if (!isAnswer(error)) noteFault(error as Error);
    throw error;
  } finally {
    release();
  }
}

/**
 * A connection, listened to from the moment it is lent: what the server says last may arrive right behind its
 * greeting, and an error that nobody listens for ends the process.
 */
function lend(pool: pg.Pool): Promise<Lent> {
  return new Promise((resolve, reject) => {
    pool.connect((error, client) => {
      if (client === undefined) return reject(error ?? new Error('the pool lent no connection'));
      let fault: Error | undefined;
      const noteFault = (found: Error): void => {
        fault ??= found;
      };
      client.on('error', noteFault);
      const release = (): void => {
        client.off('error', noteFault);
        client.release(fault);
      };
      return resolve({ client, release, noteFault });
    });
  });
}

/** The server said no to the statement and goes on (PostgreSQL, message fields: FATAL and PANIC end the session). */
function isAnswer(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}
