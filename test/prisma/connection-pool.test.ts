import type pg from 'pg';
import { createConnectionPool } from '../../prisma/connection-pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let books: TestDatabase;
let pool: pg.Pool;
let lent: pg.PoolClient;

beforeAll(async () => {
  books = await createTestDatabase();
  pool = createConnectionPool({ connectionString: books.url, max: 1 });
  lent = await pool.connect();
});
afterAll(async () => {
  lent.release();
  await pool.end();
  await books.drop();
});

describe('a connection that is asked several things at once', () => {
  it('is given its next statement when the one before is answered', async () => {
    const answers = [1, 2, 3].map((n) => lent.query<{ n: number }>('SELECT $1::int AS n', [n]));
    await Promise.resolve();
    // The driver warns when it has to keep statements itself, and will refuse it.
    expect((lent as unknown as { _queryQueue: unknown[] })._queryQueue).toEqual([]);
    const rows = (await Promise.all(answers)).flatMap((answer) => answer.rows);
    expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('answers the ones behind a fault all the same', async () => {
    const [fault, next] = await Promise.allSettled([
      lent.query('SELECT 1 / 0'),
      lent.query('SELECT 1 AS n'),
    ]);
    expect(fault).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    expect(next).toMatchObject({ status: 'fulfilled', value: { rows: [{ n: 1 }] } });
  });
});
