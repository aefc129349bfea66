import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { withClient } from '../../cli/bootstrap-database.js';
import {
  type BookFiles,
  type FunctionFile,
  type MigrationFile,
  readBookFiles,
} from '../../prisma/deploy/book-files.js';
import { deployBooks, readDrift } from '../../prisma/deploy/deploy-books.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const files = readBookFiles();
let books: TestDatabase;

beforeEach(async () => {
  books = await createTestDatabase();
});
afterEach(() => books.drop());

describe('a database that was deployed to', () => {
  it('agrees with the files, and a second deploy changes nothing', () =>
    asOwner(async (owner) => {
      expect(await readDrift(owner)).toEqual([]);
      const log: string[] = [];
      await deployBooks(owner, { log: (line) => log.push(line) });
      expect(log).toEqual([]);
    }));

  it('shows a function that was changed by hand, and the next deploy puts it right', () =>
    asOwner(async (owner) => {
      await owner.query(
        `CREATE OR REPLACE FUNCTION amount_band(amount bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'any' $$`,
      );
      expect(await readDrift(owner)).toEqual([
        'function amount_band was changed in the database by hand',
      ]);
      await deployBooks(owner);
      expect(await readDrift(owner)).toEqual([]);
      expect(await one(owner, `SELECT amount_band(1) AS it`)).not.toBe('any');
    }));

  it('loses a function that no file defines', () =>
    asOwner(async (owner) => {
      await owner.query(`CREATE FUNCTION left_over() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$`);
      expect(await readDrift(owner)).toEqual(['function left_over is in no file']);
      await deployBooks(owner);
      expect(await one(owner, `SELECT to_regproc('left_over')::text AS it`)).toBeNull();
    }));
});

describe('a deploy', () => {
  it('brings a table and the functions that need it together', () =>
    asOwner(async (owner) => {
      const next = withMore({
        migrations: [migration('9001_shelf', 'CREATE TABLE shelf (id int PRIMARY KEY)')],
        functions: [
          fn('shelf_count', `SELECT count(*)::int FROM shelf`),
          fn('shelf_of', `SELECT 1`, 'row_of shelf'),
        ],
      });
      await deployBooks(owner, { files: next });
      expect(await one(owner, `SELECT shelf_count() AS it`)).toBe(0);
      expect(await readDrift(owner, next)).toEqual([]);
    }));

  it('brings neither when one of them does not go through, and names the file', () =>
    asOwner(async (owner) => {
      const next = withMore({
        migrations: [migration('9001_shelf', 'CREATE TABLE shelf (id int PRIMARY KEY)')],
        functions: [fn('shelf_count', `SELECT count(*)::int FROM no_such_table`)],
      });
      await expect(deployBooks(owner, { files: next })).rejects.toThrow(
        /nothing was changed\. prisma\/functions\/test\/shelf_count\.sql: .*no_such_table/,
      );
      expect(await one(owner, `SELECT to_regclass('shelf')::text AS it`)).toBeNull();
      expect(await readDrift(owner)).toEqual([]);
    }));

  it('replaces a function whose answer has changed', () =>
    asOwner(async (owner) => {
      await deployBooks(owner, { files: withMore({ functions: [fn('two', 'SELECT 2')] }) });
      const text = fn('two', `SELECT 'two'::text`).text.replace('RETURNS int', 'RETURNS text');
      const next = withMore({ functions: [{ ...fn('two', ''), text, digest: 'other' }] });
      await deployBooks(owner, { files: next });
      expect(await one(owner, `SELECT two() AS it`)).toBe('two');
    }));

  it('leaves no overload behind when the arguments have changed', () =>
    asOwner(async (owner) => {
      await deployBooks(owner, { files: withMore({ functions: [fn('two', 'SELECT 2')] }) });
      const next = withMore({
        functions: [{ ...fn('two', 'SELECT a', 'a int'), digest: 'other' }],
      });
      await deployBooks(owner, { files: next });
      expect(
        await one(owner, `SELECT count(*)::int AS it FROM pg_proc WHERE proname = 'two'`),
      ).toBe(1);
      expect(await readDrift(owner, next)).toEqual([]);
    }));

  it('refuses a migration that was changed after it had been applied', () =>
    asOwner(async (owner) => {
      const [first, ...rest] = files.migrations;
      if (first === undefined) throw new Error('there are no migrations');
      const changed = { ...files, migrations: [{ ...first, checksum: 'other' }, ...rest] };
      await expect(deployBooks(owner, { files: changed })).rejects.toThrow(
        `Migration ${first.name} was changed after it had been applied`,
      );
    }));

  it('does not touch books of another line of versions, and says what to do', () =>
    asOwner(async (owner) => {
      await owner.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('1', 'x', '0042_of_old', now())`,
      );
      await expect(deployBooks(owner)).rejects.toThrow(
        'This database holds books of a version that this one cannot continue (migration 0042_of_old): begin anew with "npm start -- --fresh"',
      );
    }));

  it('goes through once when two machines start it at the same time', async () => {
    const next = withMore({
      migrations: [migration('9001_shelf', 'CREATE TABLE shelf (id int PRIMARY KEY)')],
    });
    await Promise.all([1, 2, 3].map(() => asOwner((owner) => deployBooks(owner, { files: next }))));
    await asOwner(async (owner) => {
      expect(await readDrift(owner, next)).toEqual([]);
    });
  });
});

describe('the files of the books', () => {
  it('keep functions out of the migrations', () => {
    const definers = files.migrations.filter(({ text }) =>
      /^CREATE (OR REPLACE )?(FUNCTION|PROCEDURE)/im.test(text),
    );
    expect(definers.map(({ name }) => name)).toEqual([]);
  });

  it('are read from the folder that is named', () => {
    const empty = mkdtempSync(join(tmpdir(), 'lunas-no-books-'));
    try {
      expect(() => readBookFiles(empty)).toThrow('ENOENT');
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});

function asOwner<Result>(work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  return withClient(books.ownerUrl, work);
}

async function one(owner: pg.Client, sql: string): Promise<unknown> {
  const { rows } = await owner.query<{ it: unknown }>(sql);
  return rows[0]?.it;
}

function withMore(
  more: Readonly<{ migrations?: readonly MigrationFile[]; functions?: readonly FunctionFile[] }>,
): BookFiles {
  return {
    ...files,
    migrations: [...files.migrations, ...(more.migrations ?? [])],
    functions: [...files.functions, ...(more.functions ?? [])],
  };
}

function migration(name: string, text: string): MigrationFile {
  return { name, text, checksum: `checksum of ${name}` };
}

function fn(name: string, query: string, args = ''): FunctionFile {
  const text = `CREATE OR REPLACE FUNCTION ${name}(${args}) RETURNS int LANGUAGE sql AS $$ ${query} $$;`;
  return { file: `test/${name}.sql`, stage: 'test', name, text, digest: `digest of ${query}` };
}
