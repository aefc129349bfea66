import { appendFileSync } from 'node:fs';
import { openCashWorld } from '../../support/cash-world.js';
import { startApi } from '../../support/api-client.js';
import pino from 'pino';
import { day } from '../../support/bank-files.js';
it('big', async () => {
  const say = (...p: unknown[]) => appendFileSync('/tmp/cash-big.txt', JSON.stringify(p) + '\n');
  const world = await openCashWorld();
  const api = await startApi(world.database, { clock: world.clock, logger: pino({ level: 'error' }, pino.destination('/tmp/cash-big.log')) });
  const entries = Array.from({ length: 60_000 }, (_, i) => ({ amount: 1_000n + BigInt(i % 977), text: `transfer ke ${i} ` + 'x'.repeat(250), bookingDate: day('2026-03-02') }));
  const t0 = performance.now();
  const file = world.statement(entries);
  say('made', file.length, performance.now() - t0);
  const t1 = performance.now();
  const { status, body } = await api.send('POST', '/v1/bank-statements', { as: world.shop.tokens.arClerk, content: new Uint8Array(file) });
  say('upload', status, performance.now() - t1, JSON.stringify(body));
  if (status !== 202) { await api.close(); await world.close(); return; }
  const { id } = body as { id: string };
  const t2 = performance.now();
  say(await world.activities.readBankStatement({ statementId: id }), performance.now() - t2);
  const t3 = performance.now();
  const timer = setTimeout(() => {}, 1e9);
  const r = await Promise.race([world.activities.matchStatement({ statementId: id }), new Promise((r) => setTimeout(() => r('60s'), 60_000))]);
  clearTimeout(timer);
  say(r, performance.now() - t3, await world.database.prisma.payment.count());
  await api.close(); await world.close();
}, 300_000);
