import { randomUUID } from 'node:crypto';
import { rupiah } from '../../support/a-sale.js';
import type { Received } from '../../support/api-client.js';
import { useOwingApi } from '../../support/owing-api.js';

const { world, api, owed } = useOwingApi();

type Entry = Readonly<{
  id: string;
  document: Readonly<{ kind: string; number: string | null; saleId: string | null }>;
  lines: readonly Readonly<{
    account: Readonly<{ code: string }>;
    debit: Readonly<{ amount: string }>;
    credit: Readonly<{ amount: string }>;
  }>[];
}>;
type Listed = Readonly<{ data: readonly Entry[]; nextCursor: string | null }>;

describe('GET /v1/journal-entries', () => {
  it('shows the entries of a day with the documents behind them; each balances', async () => {
    const { data } = await list('/v1/journal-entries?day=2026-07-01&limit=200');
    const ofSale = data.filter(({ document }) => document.saleId === owed.saleId);
    expect(ofSale.map(({ document }) => document.kind)).toEqual(
      expect.arrayContaining(['invoice', 'sale']),
    );
    const invoice = ofSale.find(({ document }) => document.kind === 'invoice');
    expect(invoice).toMatchObject({
      document: { number: owed.number },
      businessDate: '2026-07-01',
    });
    for (const { lines } of data) {
      expect(sum(lines.map(({ debit }) => debit))).toBe(sum(lines.map(({ credit }) => credit)));
    }
    expect(await list('/v1/journal-entries?day=2026-06-30')).toEqual({
      data: [],
      nextCursor: null,
    });
  });

  it('names the sale of an allocation too', async () => {
    await world.pay(owed.invoiceId, owed.amount);
    const { data } = await list('/v1/journal-entries?limit=5');
    expect(data).toContainEqual(
      expect.objectContaining({
        document: expect.objectContaining({
          kind: 'allocation',
          number: owed.number,
          saleId: owed.saleId,
        }) as unknown,
      }),
    );
  });

  it('shows whole entries that touch an account, page by page, the latest first', async () => {
    const all = await list('/v1/journal-entries?account=1210&limit=200');
    expect(all.data.length).toBeGreaterThan(1);
    for (const { lines } of all.data) {
      expect(lines.map(({ account }) => account.code)).toContain('1210');
    }
    const first = await list('/v1/journal-entries?account=1210&limit=1');
    const next = await list(
      `/v1/journal-entries?account=1210&limit=1&cursor=${String(first.nextCursor)}`,
    );
    expect([first, next].flatMap(({ data }) => data)).toEqual(all.data.slice(0, 2));
  });

  it('reads one entry; a foreign id is not there', async () => {
    const { data } = await list('/v1/journal-entries?limit=1');
    const [entry] = data;
    expect(await read(`/v1/journal-entries/${String(entry?.id)}`)).toMatchObject({
      status: 200,
      body: entry,
    });
    expect(await read(`/v1/journal-entries/${randomUUID()}`)).toMatchObject({ status: 404 });
  });
});

describe('GET /v1/audit', () => {
  it('tells who changed what, before and after, without secrets', async () => {
    await api.send('POST', `/v1/invoices/${owed.invoiceId}/promises`, {
      as: world.shop.tokens.arClerk,
      body: { amount: rupiah(90_000), promisedFor: '2026-07-03' },
      headers: { 'idempotency-key': randomUUID() },
    });
    const answer = await api.send('GET', '/v1/audit?table=promise_to_pay&limit=1', {
      as: world.shop.tokens.auditor,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        data: [
          {
            action: 'insert',
            table: 'promise_to_pay',
            actor: { name: 'Staf arClerk' },
            before: null,
            after: { amount: 90_000, invoice_id: owed.invoiceId },
          },
        ],
      },
    });
    const users = await api.send('GET', '/v1/audit?table=app_user&limit=200', {
      as: world.shop.tokens.owner,
    });
    expect(users.status).toBe(200);
    expect(JSON.stringify(users.body)).not.toMatch(/hash|cipher/);
  });

  it('is for owner and auditor alone', async () => {
    expect(await api.send('GET', '/v1/audit', { as: world.shop.tokens.admin })).toMatchObject({
      status: 403,
      body: { code: 'ROLE_FORBIDDEN' },
    });
  });

  it('goes on where a page ended', async () => {
    const first = await auditPage('limit=1');
    const next = await auditPage(`limit=1&cursor=${String(first.nextCursor)}`);
    expect(Number(next.data[0]?.id)).toBeLessThan(Number(first.data[0]?.id));
  });
});

async function auditPage(query: string): Promise<Listed> {
  const answer = await api.send('GET', `/v1/audit?${query}`, { as: world.shop.tokens.auditor });
  expect(answer.status).toBe(200);
  return answer.body as Listed;
}

function read(path: string): Promise<Received> {
  return api.send('GET', path, { as: world.shop.tokens.arClerk });
}

async function list(path: string): Promise<Listed> {
  const answer = await read(path);
  expect(answer.status).toBe(200);
  return answer.body as Listed;
}

function sum(amounts: readonly Readonly<{ amount: string }>[]): number {
  return amounts.reduce((total, { amount }) => total + Number(amount), 0);
}
