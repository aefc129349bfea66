import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClock } from '../../platform/clock.js';
import { Secret } from '../../platform/secret.js';
import { openDatabase } from '../../prisma/database.js';
import { seedBooks } from '../../prisma/sample/seed-books.js';
import { createTestDatabase } from '../support/database.js';
it('runs', async () => {
  const empty = await createTestDatabase();
  const database = openDatabase({ url: empty.url });
  const home = mkdtempSync(join(tmpdir(), 'lunas-seed-'));
  const t = performance.now();
  const c0 = process.cpuUsage();
  const say = (line: string) => process.stderr.write(`${((performance.now() - t) / 1000).toFixed(1)} cpu ${(process.cpuUsage(c0).user / 1e6).toFixed(1)} ${line}\n`);
  try {
    await seedBooks({ kind: 'sample', weeks: Number(process.env['WEEKS'] ?? 1), database, home, clock: await loadClock(database), codecKey: new Secret(Buffer.alloc(32).toString('base64')), printerPorts: [], say });
    const ids = await database.prisma.receivable.findMany({ where: { closedAt: null }, take: 20 });
    const time = async (what: string) => { const t0 = performance.now(); for (const { invoiceId } of ids) await database.call('receivable_facts', { actor: { kind: 'system', id: 'x', name: 'x' }, origin: 'x', at: new Date().toISOString(), requestId: 'x' }, { invoiceId }); say(`${what} ${(performance.now() - t0) / ids.length} ms`); };
    await time('facts'); await time('facts');
    const { withClient } = await import('../../cli/bootstrap-database.js');
    const ctx = JSON.stringify({ at: new Date().toISOString() });
    await withClient(empty.ownerUrl, async (c) => {
      await c.query("LOAD 'auto_explain'").catch((e) => say(String(e)));
      const r = await c.query(`EXPLAIN ANALYZE SELECT facts_of_receivables(ARRAY[$1::uuid], now())`.replace('$1', `'${ids[0]?.invoiceId}'`));
      say(r.rows.map((x) => x['QUERY PLAN']).join('\n'));
      await c.query('ANALYZE');
    });
    await time('facts after analyze'); await time('facts after analyze');
    const q = async (sql: string) => say(sql + '\n' + (await database.prisma.$queryRawUnsafe<object[]>(sql)).map((r) => JSON.stringify(r, (_k, v) => typeof v === 'bigint' ? Number(v) : v)).join('\n'));
    await q(`SELECT stage, outcome, count(*)::int FROM sale_lifecycle GROUP BY 1,2 ORDER BY 1,2`);
    await q(`SELECT r.state, r.next_step, r.dunning_level, count(*)::int FROM receivable r GROUP BY 1,2,3 ORDER BY 1,2,3`);
    await q(`SELECT kind, state, count(*)::int FROM work_item GROUP BY 1,2 ORDER BY 1,2`);
    await q(`SELECT state, count(*)::int FROM payment GROUP BY 1`);
    await q(`SELECT outcome, count(*)::int FROM bank_statement_line GROUP BY 1`);
    await q(`SELECT state, count(*)::int FROM promise_to_pay GROUP BY 1`);
    await q(`SELECT state, resolution, count(*)::int FROM dispute GROUP BY 1, 2`);
    await q(`SELECT number, state, close_reason, placed_amount, collected_amount, paid_direct_amount, adjusted_amount, written_off_amount, recalled_amount, outstanding_amount FROM placement`);
    await q(`SELECT number, state, gross_amount, net_amount FROM remittance`);
    await q(`SELECT state, count(*)::int FROM write_off GROUP BY 1`);
    await q(`SELECT state, kind, count(*)::int FROM mail_message GROUP BY 1, 2`);
    await q(`SELECT workflow_type, started_at IS NULL AS waiting, count(*)::int FROM workflow_start GROUP BY 1, 2`);
    await q(`SELECT a.role, sum(l.amount)::bigint FROM journal_line l JOIN account a ON a.code = l.account_code GROUP BY 1 ORDER BY 1`);
    await q(`SELECT footing, count(*)::int FROM bank_statement GROUP BY 1`);
    await q(`SELECT level, state, count(*)::int FROM dunning_notice GROUP BY 1,2 ORDER BY 1`);
    await q(`SELECT count(*)::int AS n, avg(total_amount)::bigint, max(total_amount) FROM invoice`);
  } finally {
    await database.close();
    await empty.drop();
  }
}, 600_000);
