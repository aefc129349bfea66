import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { createAuditActivities } from '../../../activities/audit/audit-activities.js';
import { headFileIn, readLastHead } from '../../../activities/audit/head-file.js';
import { sealAudit, type Sealed } from '../../../activities/audit/seal-audit.js';
import { verifyTrail } from '../../../activities/audit/verify-trail.js';
import { withClient } from '../../../cli/bootstrap-database.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { aSealKey, anAuditKey } from '../../support/a-seal-key.js';
import { asOwner, damage } from '../../support/books.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder.js';
import { testContext } from '../../support/shop.js';
import { PATIENT } from '../../support/patient.js';

const key = aSealKey();
let books: TestDatabase;
let database: Database;
let audit: TempFolder;

beforeEach(async () => {
  audit = makeTempFolder();
  books = await createTestDatabase();
  database = openDatabase({ url: books.url, poolSize: 12, waits: PATIENT });
  await writeRows(7);
});
afterEach(async () => {
  audit.remove();
  await database.close();
  await books.drop();
});

describe('sealing', () => {
  it('seals every row once, in a chain, and has nothing to do the second time', async () => {
    expect(await seal()).toEqual({ outcome: 'sealed', seals: 1, rows: await rowCount() });
    expect(await seal()).toEqual({ outcome: 'sealed', seals: 0, rows: 0 });
    await writeRows(3);
    expect(await seal()).toMatchObject({ seals: 1 });
    const [first, second] = await seals();
    expect(second?.previousDigest).toEqual(first?.digest);
    expect(second?.firstRow).toBe((first?.lastRow ?? 0n) + 1n);
    expect(await broken()).toEqual([]);
  });

  it('makes seals of a thousand rows at most', async () => {
    await writeRows(2_500);
    const rows = await rowCount();
    expect(await seal()).toEqual({ outcome: 'sealed', seals: Math.ceil(rows / 1_000), rows });
    expect(Math.max(...(await seals()).map(({ leaves }) => leaves.length / 40))).toBe(1_000);
    expect(await broken()).toEqual([]);
    expect(await broken(2)).toEqual([]);
  });

  it('waits for a transaction that holds a lower id, and then skips none of its rows', async () => {
    await seal();
    await withClient(books.ownerUrl, async (slow) => {
      await slow.query('BEGIN');
      await slow.query('SELECT enter_context($1)', [JSON.stringify(testContext())]);
      await slow.query("SELECT write_audit('test', 'test', 'slow', NULL, NULL)");
      await writeRows(3);
      const waiting = { outcome: 'waiting', seals: 0, rows: 0 };
      expect(await seal({ settleWithinMs: 100 })).toEqual(waiting);
      await slow.query('COMMIT');
    });
    expect(await seal()).toMatchObject({ outcome: 'sealed', seals: 1 });
    expect(await unsealed()).toEqual([]);
    expect(await broken()).toEqual([]);
  });

  it('leaves out what was rolled back, and notices when its id is used later', async () => {
    await withClient(books.ownerUrl, async (one) => {
      await one.query('BEGIN');
      await one.query('SELECT enter_context($1)', [JSON.stringify(testContext())]);
      await one.query("SELECT write_audit('test', 'test', 'gone', NULL, NULL)");
      await one.query('ROLLBACK');
    });
    await writeRows(3);
    await seal();
    expect(await broken()).toEqual([]);
    const [gap] = await database.prisma.$queryRaw<{ id: bigint }[]>`
      SELECT id FROM generate_series((SELECT min(id) FROM audit_row), (SELECT max(id) FROM audit_row)) id
      WHERE NOT EXISTS (SELECT FROM audit_row a WHERE a.id = id.id) LIMIT 1`;
    await damage(books, copyOfRow(String(gap?.id)));
    expect(await broken()).toEqual([`row ${gap?.id} was put among rows that were sealed before`]);
  });

  it('skips nothing and finds nothing wrong while others write, also by four workers at once', async () => {
    const writers = Promise.all(Array.from({ length: 6 }, () => writeForAWhile()));
    let writing = true;
    void writers.finally(() => (writing = false));
    let rows = 0;
    while (writing) {
      const passes = await Promise.all(Array.from({ length: 4 }, () => seal()));
      rows += passes.reduce((sum, pass) => sum + pass.rows, 0);
    }
    await writers;
    rows += (await seal()).rows;
    expect(rows).toBe(await rowCount());
    expect((await seals()).length).toBeGreaterThan(3);
    expect(await broken()).toEqual([]);
  });

  it('goes on with another key, and knows the seals of the old one', async () => {
    await seal();
    await writeRows(3);
    await seal({ key: aSealKey() });
    expect(new Set((await seals()).map(({ keyId }) => keyId)).size).toBe(2);
    expect(await broken()).toEqual([]);
  });

  it('writes the head that a crash has kept from being written, whole', async () => {
    await seal();
    const [first] = await seals();
    writeFileSync(headFileIn(audit.path, 'audit'), '{"lastRow":"1","dig');
    await seal();
    expect(readLastHead(audit.path, 'audit')).toMatchObject({ lastRow: String(first?.lastRow) });
    expect(await broken()).toEqual([]);
  });

  it('is what the worker does, with the key of its settings', async () => {
    const logger = pino({ level: 'silent' });
    const config = { auditKey: anAuditKey(), auditFolder: audit.path };
    const { sealAuditNow } = createAuditActivities({ database, logger, config });
    expect(await sealAuditNow()).toMatchObject({ outcome: 'sealed', seals: 1 });
    expect(await broken()).toEqual([]);
  });

  it('keeps the private key out of the database and out of the folder', async () => {
    await seal();
    const kept = readFileSync(join(audit.path, `audit-key-${key.keyId}.pem`), 'utf8');
    expect(kept).toContain('BEGIN PUBLIC KEY');
    expect(readFileSync(headFileIn(audit.path, 'audit'), 'utf8')).not.toContain('PRIVATE');
  });
});

describe('whoever owns the database', () => {
  beforeEach(async () => {
    await writeRows(1_200);
    await seal();
    await writeRows(3);
    await seal();
  });

  it('is not suspected while nothing was touched', async () => {
    expect(await broken()).toEqual([]);
  });

  it('cannot edit a row', async () => {
    for (const change of [
      `actor_name = 'Somebody'`,
      `at = at - interval '1 microsecond'`,
      `recorded_at = recorded_at + interval '1 day'`,
      `after = '{"n": 1.0}'`,
    ]) {
      const id = await anyRow();
      await damage(books, 'CREATE TABLE kept AS SELECT * FROM audit_row');
      await damage(books, `UPDATE audit_row SET ${change} WHERE id = ${id}`);
      expect(await broken()).toEqual([`row ${id} was changed after it was sealed`]);
      // As it was before, so that each change is seen by itself.
      await damage(
        books,
        `DELETE FROM audit_row WHERE id = ${id}`,
        `INSERT INTO audit_row SELECT * FROM kept WHERE id = ${id}`,
        'DROP TABLE kept',
      );
      expect(await broken()).toEqual([]);
    }
  });

  it('cannot delete a row', async () => {
    const id = await anyRow();
    await damage(books, `DELETE FROM audit_row WHERE id = ${id}`);
    expect(await broken()).toEqual([`row ${id} was sealed and is not there any more`]);
  });

  it('cannot swap two rows', async () => {
    const id = await anyRow();
    const next = id + 1n;
    await damage(
      books,
      `UPDATE audit_row SET id = -1 WHERE id = ${id}`,
      `UPDATE audit_row SET id = ${id} WHERE id = ${next}`,
      `UPDATE audit_row SET id = ${next} WHERE id = -1`,
    );
    expect(await broken()).toEqual(
      [id, next].map((row) => `row ${row} was changed after it was sealed`),
    );
  });

  it('cannot put a row before all others', async () => {
    await damage(books, copyOfRow('-7'));
    expect(await broken()).toEqual(['row -7 was put among rows that were sealed before']);
  });

  it('cannot empty the trail', async () => {
    const ids = await database.prisma.auditRow.findMany({
      select: { id: true },
      orderBy: { id: 'asc' },
      take: 10,
    });
    await damage(books, 'TRUNCATE audit_row');
    expect(await broken()).toEqual(
      ids.map(({ id }) => `row ${id} was sealed and is not there any more`),
    );
  });

  it('cannot take the last seal away, with or without its rows', async () => {
    const last = await lastRow();
    await damage(books, `DELETE FROM audit_seal WHERE last_row = ${last}`);
    const found = [expect.stringContaining(`the seal up to row ${last} of `) as string];
    expect(await broken()).toEqual(found);
    await damage(books, 'DELETE FROM audit_row WHERE id > (SELECT max(last_row) FROM audit_seal)');
    expect(await broken()).toEqual(found);
    // And it is not sealed over: what was found stays to be found.
    await writeRows(3);
    await expect(seal()).rejects.toThrow(/The audit trail was set back: its seal up to row \d+/);
    expect(await broken()).toEqual(found);
  });

  it('cannot begin the trail anew', async () => {
    await damage(books, 'TRUNCATE audit_row', 'TRUNCATE audit_seal');
    expect(await broken()).toEqual([expect.stringContaining('is not in the trail')]);
  });

  it('cannot take a seal away in the middle', async () => {
    const [first, second, third] = await seals();
    await damage(books, `DELETE FROM audit_seal WHERE last_row = ${second?.lastRow}`);
    expect(await broken()).toContain(
      `the seal of rows ${third?.firstRow} to ${third?.lastRow} does not follow the one before it`,
    );
    expect(first).toBeDefined();
  });

  it('cannot make a seal that fits what was changed', async () => {
    const id = await anyRow();
    const [first] = await seals();
    await damage(
      books,
      `UPDATE audit_row SET actor_name = 'Somebody' WHERE id = ${id}`,
      // The digest of the changed row may be right: without the key the signature is not.
      `UPDATE audit_seal SET leaves = set_byte(leaves, 12, get_byte(leaves, 12) # 255) WHERE id = ${first?.id}`,
    );
    const found = await broken();
    const range = `of rows ${first?.firstRow} to ${first?.lastRow}`;
    expect(found[0]).toBe(`the seal ${range} was not made by this installation, or was changed`);
    expect(found).toContain(`row ${id} was changed after it was sealed`);
  });

  it('cannot make a seal with a key of their own', async () => {
    await writeRows(3);
    const elsewhere = makeTempFolder();
    await seal({ key: aSealKey(), folder: elsewhere.path });
    elsewhere.remove();
    const forged = (await seals()).at(-1);
    expect(await broken()).toEqual([
      `the seal of rows ${forged?.firstRow} to ${forged?.lastRow} was not made by this installation, or was changed`,
    ]);
    // Nor is it remembered as one of ours.
    await writeRows(3);
    await seal();
    const heads = readFileSync(headFileIn(audit.path, 'audit'), 'utf8');
    expect(heads).not.toContain(Buffer.from(forged?.digest ?? []).toString('hex'));
  });

  it('is seen when the heads outside are gone', async () => {
    rmSync(headFileIn(audit.path, 'audit'));
    expect(await broken()).toEqual([expect.stringContaining('the trail has seals, and ')]);
  });

  it('is seen when the sealing has stopped', async () => {
    await writeRows(3);
    expect(await broken()).toEqual([]);
    const id = (await unsealed())[0];
    await damage(
      books,
      `UPDATE audit_row SET recorded_at = recorded_at - interval '6 minutes' WHERE id = ${id}`,
    );
    expect(await broken()).toEqual([expect.stringMatching(`row ${id} of .* waits for its seal`)]);
  });
});

describe('the head file', () => {
  it('is read up to its last whole line', async () => {
    await seal();
    const head = readLastHead(audit.path, 'audit');
    appendFileSync(headFileIn(audit.path, 'audit'), '{"lastRow":"99","digest":"ab');
    expect(readLastHead(audit.path, 'audit')).toEqual(head);
    await writeRows(3);
    await seal();
    expect(readLastHead(audit.path, 'audit')?.lastRow).toBe(String(await lastRow()));
  });
});

function seal(changes: Partial<Parameters<typeof sealAudit>[0]> = {}): Promise<Sealed> {
  return sealAudit({ prisma: database.prisma, key, folder: audit.path, ...changes });
}

async function broken(newest: 'all' | number = 'all'): Promise<readonly string[]> {
  const [finding] = await verifyTrail(database, { folder: audit.path, seals: newest });
  return finding?.places ?? ['no finding'];
}

function seals() {
  return database.prisma.auditSeal.findMany({ orderBy: { lastRow: 'asc' } });
}

async function lastRow(): Promise<bigint> {
  return (await seals()).at(-1)?.lastRow ?? 0n;
}

function rowCount(): Promise<number> {
  return database.prisma.auditRow.count();
}

async function unsealed(): Promise<bigint[]> {
  const rows = await database.prisma.auditRow.findMany({
    where: { id: { gt: await lastRow() } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** One of the first seal, which says `{"n": 1}`. */
async function anyRow(): Promise<bigint> {
  const { id } = await database.prisma.auditRow.findFirstOrThrow({
    where: { rowId: '1' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return id;
}

function copyOfRow(id: string): string {
  return `INSERT INTO audit_row SELECT (jsonb_populate_record(a, jsonb_build_object('id', ${id}))).*
    FROM audit_row a WHERE a.id = (SELECT min(id) FROM audit_row)`;
}

/** Many rows quickly, as the product writes them. */
function writeRows(count: number): Promise<void> {
  return asOwner(books, async (tx) => {
    await tx.$executeRaw`SELECT write_audit('test', 'test', n::text, NULL, jsonb_build_object('n', n))
      FROM generate_series(1, ${count}::int) n`;
  });
}

/** Transactions of different lengths, some of which break off. */
async function writeForAWhile(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    const writing = asOwner(books, async (tx) => {
      await tx.$executeRaw`SELECT write_audit('test', 'test', '1', NULL, NULL)`;
      await tx.$executeRaw`SELECT pg_sleep(random() * 0.03)`;
      await tx.$executeRaw`SELECT write_audit('test', 'test', '2', NULL, NULL)`;
      if (turn % 5 === 4) throw new BrokenOff();
    });
    await writing.catch((error: unknown) => {
      if (!(error instanceof BrokenOff)) throw error;
    });
  }
}

class BrokenOff extends Error {}
