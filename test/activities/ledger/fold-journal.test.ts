import { foldJournal, type Folded } from '../../../activities/ledger/fold-journal.js';
import { withClient } from '../../../cli/bootstrap-database.js';
import type { TestApi } from '../../support/api-client.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import { testContext } from '../../support/shop.js';

/** Every answer that is made of the sums. */
const REPORTS = [
  '/v1/reports/trial-balance?asOf=2026-07-31',
  '/v1/reports/trial-balance?asOf=2026-08-02',
  '/v1/reports/daily-result?from=2026-07-01&asOf=2026-08-02',
  '/v1/reports/daily-result?from=2026-07-01&asOf=2026-08-02&store=JKT1',
  ...['product', 'store', 'day', 'sale'].map(
    (by) => `/v1/reports/margin?by=${by}&from=2026-07-01&asOf=2026-08-02`,
  ),
  '/v1/reports/margin?by=day&product=KOPI-250&from=2026-07-01&asOf=2026-08-02',
  '/v1/reports/ageing?asOf=2026-08-02',
  '/v1/reports/cash-forecast?asOf=2026-08-02',
  '/v1/lifecycle-standings?proof=ledger',
];

let world: OwingShop;
let api: TestApi;

beforeEach(async () => {
  world = await openOwingShop();
  api = await world.api();
  await world.sell('C-0001');
  world.clock.set('2026-07-31T09:00:00+07:00');
  await world.sell('C-0002', 3);
  world.clock.set('2026-08-01T09:00:00+07:00');
  const { invoiceId } = await world.sell('C-0001', 2);
  await world.pay(invoiceId, 90_000n);
});
afterEach(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('the sums of the journal', () => {
  it('change no report when entries are added to them, and count what came since', async () => {
    const before = await reports();
    expect(await fold()).toMatchObject({ outcome: 'folded' });
    expect(await reports()).toEqual(before);
    await world.sell('C-0002', 5);
    const later = await reports();
    expect(later).not.toEqual(before);
    await fold();
    expect(await reports()).toEqual(later);
  });

  it('say what the entries themselves add up to', async () => {
    await fold();
    await world.sell('C-0002');
    const [bare] = await world.database.prisma.$queryRaw<[{ debit: bigint }]>`
      SELECT sum(amount)::bigint AS debit FROM journal_line WHERE amount > 0`;
    const answer = await read('/v1/reports/trial-balance?asOf=2026-08-02');
    expect(answer).toMatchObject({
      total: { debit: { amount: String(bare.debit) }, difference: { amount: '0' } },
    });
  });

  it('wait for a transaction that may still book an entry, and then leave none of it out', async () => {
    await withClient(world.books.ownerUrl, async (slow) => {
      await slow.query('BEGIN');
      await slow.query('SELECT pg_current_xact_id()');
      const { foldedTo } = await fold(100);
      expect(await fold(100)).toEqual({ outcome: 'waiting', foldedTo });
      await slow.query('COMMIT');
    });
    expect(await fold()).toMatchObject({ outcome: 'folded' });
  });

  it('count each entry once while sales go on and several add at once', async () => {
    const sales = Promise.all([1, 2, 3, 4].map(() => world.sell('C-0002', 1)));
    await Promise.all([fold(), fold(), fold()]);
    await sales;
    await fold();
    expect((await fold()).foldedTo).toBe(await lastPosition());
  });
});

function fold(settleWithinMs = 25_000): Promise<Folded> {
  const ctx = testContext(world.clock.iso());
  return foldJournal({ database: world.database, ctx, settleWithinMs });
}

async function lastPosition(): Promise<bigint | null> {
  const { _max } = await world.database.prisma.journalEntry.aggregate({ _max: { position: true } });
  return _max.position;
}

async function reports(): Promise<readonly unknown[]> {
  return Promise.all(REPORTS.map(read));
}

async function read(path: string): Promise<unknown> {
  const { status, body } = await api.send('GET', path, { as: world.shop.tokens.auditor });
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
}
