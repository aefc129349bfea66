// Stands in for a seed in two parts: a company with its record, then a history that waits for `go` or `fail` in its home.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const [, , kind, extent] = process.argv;
const home = process.env['LUNAS_HOME'] ?? '';
const client = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
await client.connect();
const { rows } = await client.query('SELECT FROM organisation');
if (rows.length === 0) {
  await client.query('BEGIN');
  await client.query(
    `SELECT enter_context('{"actor":{"kind":"system","id":"seed","name":"seed"},"origin":"test","at":"2026-01-01T00:00:00Z","requestId":"1"}')`,
  );
  await client.query(
    `INSERT INTO organisation (name, language, time_zone) VALUES ('Toko Uji', 'id', 'Asia/Jakarta')`,
  );
  await client.query(
    `INSERT INTO idempotency_record VALUES ('seed', 'sample-data', sha256('x'), 202, '{}', now())`,
  );
  await client.query('COMMIT');
  console.log(`made the company (${kind})`);
}
if (extent === 'all') {
  while (!existsSync(join(home, 'go')) && !existsSync(join(home, 'fail'))) await sleep(20);
  if (existsSync(join(home, 'fail'))) {
    process.stderr.write('The sample data do not tie (I1).\n');
    process.exit(1);
  }
  await client.query(`UPDATE idempotency_record SET status = 201 WHERE scope = 'seed'`);
  console.log('history complete: 3 sales');
  console.log('the books tie: 32 rules hold');
}
await client.end();
