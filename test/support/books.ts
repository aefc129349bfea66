import type pg from 'pg';
import { verifyBooks } from '../../activities/verify/verify-books.js';
import { urlOf, withClient } from '../../cli/bootstrap-database.js';
import { createClock } from '../../platform/clock.js';
import { openDatabase, type Database, type Transaction } from '../../prisma/database.js';
import { clusterOfThisRun, type TestDatabase } from './database.js';
import { PATIENT } from './patient.js';
import { testContext } from './shop.js';

export type BooksAt = Readonly<{
  database: Database;
  /** Business time of the check; the machine's, when left out. */
  at?: string;
}>;

/** What is broken in the books, as `I3a <place>` for each place; nothing is right. */
export async function brokenInvariants({ database, at }: BooksAt): Promise<string[]> {
  const findings = await verifyBooks(database, { iso: () => at ?? createClock().iso() });
  return findings.flatMap(({ id, places }) => places.map((place) => `${id} ${place}`));
}

/** Holds the books against every invariant after each test; a broken one fails the test that broke it. */
export function verifyAfterEach(books: () => BooksAt): void {
  afterEach(async () => {
    expect(await brokenInvariants(books())).toEqual([]);
  });
}

/** Runs `work` as the superuser of the test cluster, whom no right and no row-level security holds back. */
export async function asSuperuser<Result>(
  books: Pick<TestDatabase, 'url'>,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const { adminUrl } = await clusterOfThisRun();
  const { username, password } = new URL(adminUrl);
  const database = new URL(books.url).pathname.slice(1);
  const login = { user: username, password: decodeURIComponent(password), database };
  return withClient(urlOf(adminUrl, login), work);
}

/** What no command does, done as the owner of the books: the processes may not, and every constraint and trigger holds. */
export async function asOwner<Result>(
  books: Pick<TestDatabase, 'ownerUrl'>,
  work: (tx: Transaction) => Promise<Result>,
  at?: string,
): Promise<Result> {
  const owner = openDatabase({ url: books.ownerUrl, poolSize: 1, waits: PATIENT });
  try {
    return await owner.transaction(testContext(at), work);
  } finally {
    await owner.close();
  }
}

/** Damages the books past all triggers and foreign keys, as no command can: CHECK constraints still hold. */
export function damage(books: Pick<TestDatabase, 'url'>, ...statements: string[]): Promise<void> {
  return asSuperuser(books, async (client) => {
    await client.query("SET session_replication_role = 'replica'");
    for (const statement of statements) await client.query(statement);
  });
}
