import pg from 'pg';

/**
 * The connection pool of one process. The library's own pool closes the connection after every failed statement; but a
 * refusal is a normal answer, and a new connection costs the server some twenty times as much as the refused command.
 * This pool closes only broken connections.
 */
export function createConnectionPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, Client: OneAtATime });
  pool.query = ((query: pg.QueryConfig) => runOn(pool, query)) as pg.Pool['query'];
  return pool;
}

/**
 * A connection that gets its next statement only after the answer to the one before. Prisma sends several statements of
 * a transaction at once, which the driver warns about in this version and refuses in its next.
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

/** The call returns a promise: it has neither a callback nor a query object that runs itself. */
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
 * A connection with an error listener from the start: a last error of the server may arrive right after the handshake,
 * and an unhandled error event ends the process.
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

/** The server refused the statement and the session goes on (PostgreSQL, message fields: FATAL and PANIC end it). */
function isAnswer(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}
