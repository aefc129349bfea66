// Stands in for the seed: one organisation, one credential, and its progress.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

console.log(`seeding ${process.argv[2]}`);
const client = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
await client.connect();
await client.query('BEGIN');
await client.query(
  `SELECT enter_context('{"actor":{"kind":"system","id":"seed","name":"seed"},"origin":"test","at":"2026-01-01T00:00:00Z","requestId":"1"}')`,
);
await client.query(
  `INSERT INTO organisation (name, language, time_zone) VALUES ('Toko Uji', 'id', 'Asia/Jakarta')`,
);
await client.query('COMMIT');
await client.end();
const terminal = { kind: 'terminal', token: 'lunas_dev_key_secret' };
const file = join(process.env['LUNAS_HOME'] ?? '', 'seed-credentials.json');
writeFileSync(file, JSON.stringify({ 'JKT-01': terminal }));
