import { randomUUID } from 'node:crypto';
import type { Database } from '../../../prisma/database.js';
import { aSale, aSaleOnAccount } from '../../support/a-sale.js';
import { startApi, type Received, type Sent } from '../../support/api-client.js';
import { settableClock } from '../../support/settable-clock.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import type { Shop } from '../../support/shop.js';

let open: OpenShop;
let database: Database;
let shop: Shop;

beforeAll(async () => {
  open = await openShop();
  ({ database, shop } = open);
});

afterAll(() => open.close());

describe('a captured sale', () => {
  it('can be read with where it stands and its documents', async () => {
    const { saleId, number } = await captured();
    const { status, body } = await get(`/v1/sales/${saleId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: saleId,
      number,
      stage: 'captured',
      documents: [{ kind: 'receipt', number }],
      workflow: { workflowId: `sale:${saleId}` },
    });
  });

  it('is not there for another terminal, nor for the people of another store', async () => {
    const { saleId } = await captured();
    const [, second, bandung] = shop.terminalTokens;
    const answers = await Promise.all(
      [second, bandung].flatMap((as) => [
        get(`/v1/sales/${saleId}`, { as }),
        get(`/v1/sales/${saleId}/receipt`, { as }),
        copy(saleId, { as }),
        deliver(saleId, { as }),
      ]),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  });
});

describe('a call that takes no fields', () => {
  it('refuses those that are sent rather than passing them over', async () => {
    const { saleId } = await captured();
    const sent = { as: shop.terminalTokens[0], body: { copies: 2 } };
    const path = `/v1/sales/${saleId}/receipt/prints`;
    const headers = { 'idempotency-key': randomUUID() };
    const refused = await open.api.send('POST', path, { ...sent, headers });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { code: 'FIELD_UNKNOWN', param: 'copies' },
    ]);
    const empty = await open.api.send('POST', path, { ...sent, body: {}, headers });
    const none = await open.api.send('POST', path, { as: sent.as, headers });
    expect([empty.status, none.status, none.headers.get('idempotency-replayed')]).toEqual([
      201,
      201,
      'true',
    ]);
  });
});

describe('the receipt of a sale', () => {
  it('comes as the document, as text, as PDF and as bytes for the printer', async () => {
    const { saleId, number } = await captured();
    const json = await receipt(saleId, 'application/json');
    expect(json.body).toMatchObject({ schema: 'receipt/1', receiptNumber: number });
    const text = (await receipt(saleId, 'text/plain')).bytes.toString();
    expect(text).toContain('Kopi Gayo 250 g');
    expect(text).toContain(number);
    expect((await receipt(saleId, 'application/pdf')).bytes.subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
    const bytes = (await receipt(saleId, 'application/vnd.escpos')).bytes;
    expect([...bytes.subarray(0, 2)]).toEqual([0x1b, 0x40]);
    expect(bytes.includes(number)).toBe(true);
  });

  it('does not come as anything else', async () => {
    const { saleId } = await captured();
    const answer = await receipt(saleId, 'image/gif');
    expect([answer.status, answer.body]).toMatchObject([406, { code: 'NOT_ACCEPTABLE' }]);
  });
});

describe('a copy of a receipt', () => {
  it('is queued once for each key, however often it is asked for', async () => {
    const { saleId } = await captured();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => copy(saleId, { key })));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(10).fill(201));
    expect(new Set(answers.map(({ bytes }) => bytes.toString())).size).toBe(1);
    const replayed = answers.filter(
      ({ headers }) => headers.get('idempotency-replayed') === 'true',
    );
    expect(replayed).toHaveLength(9);
    expect(await database.prisma.printJob.count({ where: { saleId, kind: 'REPRINT' } })).toBe(1);
    expect((await copy(saleId)).body).toMatchObject({ copyNumber: 2 });
  });

  it('needs a key, and a key means one request', async () => {
    const { saleId } = await captured();
    const other = await captured();
    const path = `/v1/sales/${saleId}/receipt/prints`;
    const without = await open.api.send('POST', path, { as: shop.terminalTokens[0] });
    expect([without.status, codeOf(without)]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
    const key = randomUUID();
    await copy(saleId, { key });
    const conflict = await copy(other.saleId, { key });
    expect([conflict.status, codeOf(conflict)]).toEqual([409, 'IDEMPOTENCY_CONFLICT']);
  });

  it('may use a key that another caller has used', async () => {
    const { saleId } = await captured();
    const key = randomUUID();
    await copy(saleId, { key });
    const answer = await copy(saleId, { key, as: shop.tokens.cashier });
    expect(answer.body).toMatchObject({ copyNumber: 2 });
  });
});

describe('goods that leave later', () => {
  it('are kept, and handed out once', async () => {
    const { saleId } = await captured({ delivery: { kind: 'later' } });
    const level = await coffeeLevel();
    expect(level?.reservedMilli).toBe(1_000n);
    const answers = await Promise.all([deliver(saleId), deliver(saleId)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const kinds = answers.map(({ body }) => (body as { kind: string }).kind).toSorted();
    expect(kinds).toEqual(['already-delivered', 'delivered']);
    expect((await coffeeLevel())?.reservedMilli).toBe(0n);
  });

  it('are not handed out after their time, and the refusal is not stored', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const { saleId } = await captured({ delivery: { kind: 'later', expiresAt: inAnHour } });
    const key = randomUUID();
    const later = await startApi(database, { clock: settableClock(inAnHour) });
    const answer = await later.send('POST', `/v1/sales/${saleId}/delivery`, {
      as: shop.terminalTokens[0],
      headers: { 'idempotency-key': key },
    });
    await later.close();
    expect([answer.status, codeOf(answer)]).toEqual([409, 'DELIVERY_EXPIRED']);
    expect(await database.prisma.idempotencyRecord.count({ where: { key } })).toBe(0);
  });
});

describe('sales on account', () => {
  it('appear where finance looks for them, and stand still at the till', async () => {
    const { saleId } = await captured(aSaleOnAccount(shop.customers.warung.number));
    const as = shop.tokens.arClerk;
    const story = await get(`/v1/lifecycles/${saleId}`, { as });
    expect(story.body).toMatchObject({
      saleId,
      stage: 'captured',
      open: { amount: '45000', currency: 'IDR' },
      events: [{ kind: 'captured', actor: { kind: 'terminal' } }],
      runs: [{ workflowId: `sale:${saleId}`, type: 'saleToCash', live: null }],
    });
  });
});

async function captured(changes: Parameters<typeof aSale>[0] = {}) {
  const saleId = randomUUID();
  const answer = await open.api.send('PUT', `/v1/sales/${saleId}`, {
    as: shop.terminalTokens[0],
    body: aSale(changes),
  });
  expect(answer.status).toBe(201);
  return { saleId, number: (answer.body as { number: string }).number };
}

function get(path: string, sent: Sent = {}): Promise<Received> {
  return open.api.send('GET', path, { as: shop.terminalTokens[0], ...sent });
}

function receipt(saleId: string, accept: string): Promise<Received> {
  return get(`/v1/sales/${saleId}/receipt`, { headers: { accept } });
}

type Asked = Readonly<{ as?: string; key?: string }>;

function copy(saleId: string, asked: Asked = {}): Promise<Received> {
  return post(`/v1/sales/${saleId}/receipt/prints`, asked);
}

function deliver(saleId: string, asked: Asked = {}): Promise<Received> {
  return post(`/v1/sales/${saleId}/delivery`, asked);
}

function post(path: string, { as = shop.terminalTokens[0], key = randomUUID() }: Asked) {
  return open.api.send('POST', path, { as, headers: { 'idempotency-key': key } });
}

function codeOf({ body }: Received): unknown {
  return (body as { code?: unknown }).code;
}

function coffeeLevel() {
  return database.prisma.stockLevel.findFirst({ where: { itemId: shop.items.coffee.id } });
}
