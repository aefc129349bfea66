import { randomUUID } from 'node:crypto';
import { aSaleOnAccount } from '../../support/a-sale.js';
import { useOwingApi } from '../../support/owing-api.js';
import { closeReceivable } from '../../../prisma/commands/receivable.js';
import { SALE_STANDINGS } from '../../../domain/sale/standing.js';

const { world, api, owed } = useOwingApi();

describe('where a sale stands', () => {
  it.each([
    { stage: 'captured', next: 'deliver', outcome: null, overdue: false, standing: 'captured' },
    { stage: 'delivering', next: 'deliver', outcome: null, overdue: false, standing: 'goods-kept' },
    { stage: 'invoicing', next: 'invoice', outcome: null, overdue: false, standing: 'to-invoice' },
    { stage: 'collecting', next: 'payment', outcome: null, overdue: false, standing: 'not-due' },
    { stage: 'collecting', next: 'reminder-1', outcome: null, overdue: true, standing: 'overdue' },
    {
      stage: 'collecting',
      next: 'hold-promise',
      outcome: null,
      overdue: true,
      standing: 'promised',
    },
    {
      stage: 'collecting',
      next: 'hold-dispute',
      outcome: null,
      overdue: true,
      standing: 'disputed',
    },
    {
      stage: 'collecting',
      next: 'hold-unmatched-cash',
      outcome: null,
      overdue: true,
      standing: 'held',
    },
    { stage: 'placed', next: 'collection', outcome: null, overdue: true, standing: 'at-agency' },
    { stage: 'closed', next: null, outcome: 'paid', overdue: false, standing: 'paid' },
    {
      stage: 'closed',
      next: null,
      outcome: 'written-off',
      overdue: false,
      standing: 'written-off',
    },
    { stage: 'closed', next: null, outcome: 'credited', overdue: false, standing: 'cancelled' },
    { stage: 'closed', next: null, outcome: 'cancelled', overdue: false, standing: 'cancelled' },
  ])('is $standing in $stage with next step $next', async ({ standing, ...life }) => {
    const { stage, next, outcome, overdue } = life;
    const [row] = await world.database.prisma.$queryRaw<{ standing: string }[]>`
      SELECT sale_standing(${stage}, ${next}, ${outcome}, ${overdue}) AS standing`;
    expect(row?.standing).toBe(standing);
    expect(SALE_STANDINGS).toContain(standing);
  });
});

describe('GET /v1/lifecycle-standings', () => {
  it('counts what the list shows, and its open amount is the receivables of the ledger', async () => {
    const body = await standings('?proof=ledger');
    expect(body.inLedger).toEqual(body.open);
    const list = await get('/v1/lifecycles?standing=not-due&limit=200');
    const counted = body.standings.find(({ standing }) => standing === 'not-due');
    expect(counted?.sales).toBe(list.data.length);
    expect(list.data.map(({ saleId }) => saleId)).toContain(owed.saleId);
  });

  it('counts nothing as owed for goods that are still kept for the customer', async () => {
    const kept = aSaleOnAccount('C-0002', {
      capturedAt: world.clock.iso(),
      businessDate: world.clock.today('Asia/Jakarta').toString(),
      delivery: { kind: 'later' },
    });
    const path = `/v1/sales/${randomUUID()}`;
    const sold = await api.send('PUT', path, { as: world.shop.terminalTokens[0], body: kept });
    expect(sold.status).toBe(201);
    const body = await standings('?proof=ledger');
    expect(body.inLedger).toEqual(body.open);
  });

  it('moves a sale whose day has passed, and one that was paid today', async () => {
    const before = await standings('?customer=C-0002');
    await world.pay(owed.invoiceId, owed.amount);
    await world.call(closeReceivable, { invoiceId: owed.invoiceId, outcome: 'paid' });
    const paid = await standings('?customer=C-0002');
    expect(salesIn(paid, 'not-due')).toBe(salesIn(before, 'not-due') - 1);
    expect(salesIn(paid, 'paid')).toBe(salesIn(before, 'paid') + 1);
    const late = await world.sell('C-0002', 1);
    world.clock.set('2026-08-20T09:00:00+07:00');
    const after = await standings('?customer=C-0002');
    world.clock.set('2026-07-01T09:00:00+07:00');
    expect(salesIn(after, 'not-due')).toBe(0);
    expect(salesIn(after, 'overdue')).toBeGreaterThan(0);
    expect(late.invoiceId).toBeDefined();
  });

  it('leaves the ledger out where a filter leaves sales out', async () => {
    expect((await standings('?proof=ledger&customer=C-0002')).inLedger).toBeNull();
    expect((await standings('')).inLedger).toBeNull();
  });
});

describe('the list of one standing', () => {
  it.each([
    ['captured', { stage: 'captured' }],
    ['goods-kept', { stage: 'delivering' }],
    ['to-invoice', { stage: 'invoicing' }],
    ['not-due', { nextStep: 'payment' }],
    ['overdue', { nextStep: 'reminder-1', dueOn: new Date('2026-06-01') }],
    ['promised', { nextStep: 'hold-promise' }],
    ['disputed', { nextStep: 'hold-dispute' }],
    ['held', { nextStep: 'hold-manual' }],
    ['at-agency', { stage: 'placed' }],
    ['paid', { stage: 'closed', outcome: 'paid' }],
    ['written-off', { stage: 'closed', outcome: 'written-off' }],
    ['cancelled', { stage: 'closed', outcome: 'credited' }],
    ['cancelled', { stage: 'closed', outcome: 'cancelled' }],
  ])('has the sale that is %s (%j), and no other list has it', async (standing, life) => {
    const { saleId } = await world.sell('C-0002', 1);
    const where = { saleId };
    const before = await world.database.prisma.saleLifecycle.findUniqueOrThrow({ where });
    const closedAt = 'outcome' in life ? new Date(world.clock.iso()) : null;
    const data = { stage: 'collecting', ...life, closedAt };
    await world.change((tx) => tx.saleLifecycle.update({ where, data }));
    const found: string[] = [];
    for (const word of SALE_STANDINGS) {
      const { data: rows } = await get(`/v1/lifecycles?standing=${word}&limit=200`);
      if (rows.some((row) => row.saleId === saleId)) found.push(word);
    }
    await world.change((tx) => tx.saleLifecycle.update({ where, data: before }));
    expect(found).toEqual([standing]);
  });
});

describe('the list in the order of what comes next', () => {
  it('is paged without holes, those without a time last', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: List = await get(
        `/v1/lifecycles?order=next&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.data.map(({ saleId }) => saleId));
      cursor = page.nextCursor;
    }
    const all = await get('/v1/lifecycles?limit=200');
    expect(new Set(seen)).toEqual(new Set(all.data.map(({ saleId }) => saleId)));
    expect(seen).toHaveLength(all.data.length);
  });

  it('counts work by kind beside it', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const dispute = await api.send('POST', `/v1/invoices/${owed.invoiceId}/disputes`, {
      as: world.shop.tokens.arClerk,
      body: { reason: 'A packet was open' },
      headers: key,
    });
    expect(dispute.status).toBe(201);
    const { body } = await api.send('GET', '/v1/work-queue/counts', {
      as: world.shop.tokens.arClerk,
    });
    const counts = body as { total: number; kinds: { kind: string; items: number }[] };
    expect(counts.total).toBe(counts.kinds.reduce((sum, { items }) => sum + items, 0));
    expect(counts.kinds.map(({ kind }) => kind)).toContain('dispute');
  });
});

type List = Readonly<{ data: readonly { saleId: string }[]; nextCursor: string | null }>;
type Standings = Readonly<{
  standings: readonly { standing: string; sales: number }[];
  open: object;
  inLedger: object | null;
}>;

async function get(path: string): Promise<List> {
  return (await api.send('GET', path, { as: world.shop.tokens.arClerk })).body as List;
}

async function standings(query: string): Promise<Standings> {
  return (await get(`/v1/lifecycle-standings${query}`)) as unknown as Standings;
}

function salesIn(body: Standings, standing: string): number {
  return body.standings.find((one) => one.standing === standing)?.sales ?? 0;
}
