import { randomUUID } from 'node:crypto';
import type { Database } from '../../../prisma/database.js';
import { aSale, rupiah } from '../../support/a-sale.js';
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

describe('synchronising a till that was offline', () => {
  it('books every sale by itself: a poison one in the middle harms nobody', async () => {
    const sales = [queued(), { ...queued(), lines: 'poison' }, queued(), 17, null, queued()];
    const { status, body } = await sync(sales);
    expect(status).toBe(200);
    expect(outcomesOf(body)).toEqual([
      'accepted',
      'quarantined',
      'accepted',
      'quarantined',
      'quarantined',
      'accepted',
    ]);
    expect(await database.prisma.quarantine.count({ where: { door: 'POST /v1/sync' } })).toBe(3);
  });

  it('loses no sale beside one whose text breaks off in the middle of an emoji', async () => {
    const broken = { ...queued(), cashier: 'Sari 😀'.slice(0, 6) };
    const { status, body } = await sync([queued(), broken, queued()]);
    expect([status, outcomesOf(body)]).toEqual([200, ['accepted', 'quarantined', 'accepted']]);
    expect(body).toMatchObject({
      outcomes: [{}, { saleId: broken.saleId, code: 'JSON_MALFORMED' }, {}],
    });
    const kept = await keptUnder(broken.saleId);
    expect(Buffer.from(kept?.content ?? '').toString()).toBe(JSON.stringify(broken));
  });

  it('books a sale with a card number, keeps all of it but the number, and tells a person', async () => {
    const tenders = [{ type: 'card', amount: rupiah(45_000), reference: '5555-5555-5555-4444' }];
    const sale = { ...queued(), tenders };
    expect((await sync([sale])).body).toMatchObject({ outcomes: [{ outcome: 'accepted' }] });
    const kept = await database.prisma.sale.findUniqueOrThrow({
      where: { id: sale.saleId },
      include: { tenders: true },
    });
    expect(kept.tenders[0]?.reference).toBe('****-****-****-4444');
    expect((await sync([sale])).body).toMatchObject({ outcomes: [{ outcome: 'replayed' }] });
    const item = { kind_subjectId: { kind: 'card-number-not-allowed', subjectId: sale.saleId } };
    expect(await database.prisma.workItem.findUnique({ where: item })).toMatchObject({
      state: 'open',
    });
  });

  it('keeps a batch that nobody can take apart without the card numbers in it', async () => {
    const tenders = [{ type: 'card', amount: rupiah(45_000), reference: 'EDC5555555555554444' }];
    const sale = { ...queued(), tenders };
    const { status } = await open.api.send('POST', '/v1/sync', {
      as: shop.terminalTokens[0],
      body: { sales: [sale], '4111111111111111': 1 },
    });
    const batch = await database.prisma.quarantine.findFirstOrThrow({
      where: { code: 'FIELD_UNKNOWN' },
    });
    const kept = [batch.param, Buffer.from(batch.content).toString()].join();
    expect(status).toBe(400);
    expect(kept).toContain('************1111');
    expect(kept).toContain('EDC************4444');
    expect(kept).not.toMatch(/4111111111111111|5555555555554444/);
  });

  it('loses no sale beside one of the year 10000', async () => {
    const beyond = { ...queued(), capturedAt: '9999-12-31T23:59:59-10:00' };
    const { status, body } = await sync([queued(), beyond, queued()]);
    expect([status, outcomesOf(body)]).toEqual([200, ['accepted', 'quarantined', 'accepted']]);
  });

  it.each([
    { name: 'is too long', sales: Array.from({ length: 201 }, () => 1), code: 'FIELD_INVALID' },
    { name: 'is empty', sales: [], code: 'FIELD_INVALID' },
  ])('keeps a batch that $name', async ({ sales, code }) => {
    const answer = await sync(sales);
    expect([answer.status, answer.body]).toMatchObject([400, { code, param: 'sales' }]);
    const kept = await database.prisma.quarantine.findMany({
      where: { door: 'POST /v1/sync', code },
    });
    const sent = kept.map(({ content }) => Buffer.from(content).toString());
    expect(sent).toContain(JSON.stringify({ sales }));
  });

  it('is safe to repeat, whole or in part', async () => {
    const sales = [queued(), queued()];
    await sync(sales.slice(0, 1));
    expect(outcomesOf((await sync(sales)).body)).toEqual(['replayed', 'accepted']);
    expect(outcomesOf((await sync(sales)).body)).toEqual(['replayed', 'replayed']);
  });

  it('makes one sale of one that two clients flush at the same time', async () => {
    const sales = [queued(), queued(), queued()];
    const answers = await Promise.all([sync(sales), sync(sales), sync(sales)]);
    const outcomes = answers.flatMap(({ body }) => outcomesOf(body));
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'replayed')).toHaveLength(6);
  });

  it('recognises a sale that had already come in online', async () => {
    const { saleId, ...body } = queued();
    await open.api.send('PUT', `/v1/sales/${saleId}`, {
      as: shop.terminalTokens[0],
      body: { ...body, mode: 'online' },
    });
    expect(outcomesOf((await sync([{ saleId, ...body }])).body)).toEqual(['replayed']);
  });

  it('sets other content under a known id aside', async () => {
    const sale = queued();
    await sync([sale]);
    const { body } = await sync([{ ...sale, cashier: 'somebody else' }]);
    expect(body).toMatchObject({ outcomes: [{ outcome: 'quarantined', code: 'SALE_CONFLICT' }] });
  });

  it('takes no sale that has not happened yet', async () => {
    const { body } = await sync([{ ...queued(), mode: 'online' }]);
    expect(body).toMatchObject({
      outcomes: [{ outcome: 'quarantined', code: 'SALE_MODE_NOT_ALLOWED', param: 'mode' }],
    });
  });
});

describe('reconciling a till', () => {
  it('says which numbers and which sales have not arrived', async () => {
    const first = { ...queued(), deviceSequence: 9_001 };
    const third = { ...queued(), deviceSequence: 9_003 };
    const poison = { ...queued(), deviceSequence: 9_004, lines: [] };
    await sync([first, third, poison]);
    const unknown = randomUUID();
    const answer = await open.api.send('POST', '/v1/sync/reconcile', {
      as: shop.terminalTokens[0],
      body: {
        terminal: 'JKT1-01',
        ranges: [{ from: 9_001, to: 9_006 }],
        saleIds: [first.saleId, poison.saleId, unknown],
      },
    });
    expect(answer.body).toMatchObject({
      lastDeviceSequence: 9_003,
      missingSequences: [
        { from: 9_002, to: 9_002 },
        { from: 9_004, to: 9_006 },
      ],
      missingSaleIds: [unknown],
      quarantinedSaleIds: [poison.saleId],
    });
  });

  it('knows each of the sales that were refused with the same content, however its id was written', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    const [first = '', second = '', third = ''] = ids;
    const body = aSale({ mode: 'completed', lines: [] });
    for (const id of [first, second, third.toUpperCase()])
      await open.api.send('PUT', `/v1/sales/${id}`, { as: shop.terminalTokens[0], body });
    const answer = await open.api.send('POST', '/v1/sync/reconcile', {
      as: shop.terminalTokens[0],
      body: { terminal: 'JKT1-01', saleIds: ids },
    });
    expect(answer.body).toMatchObject({ missingSaleIds: [], quarantinedSaleIds: ids });
  });

  it('misses a sale whose id another till has used', async () => {
    const { saleId, ...body } = { ...queued(), terminal: 'JKT1-02' };
    const other = { as: shop.terminalTokens[1], body };
    expect((await open.api.send('PUT', `/v1/sales/${saleId}`, other)).status).toBe(201);
    const ask = { as: shop.terminalTokens[0], body: { terminal: 'JKT1-01', saleIds: [saleId] } };
    expect((await open.api.send('POST', '/v1/sync/reconcile', ask)).body).toMatchObject({
      missingSaleIds: [saleId],
      quarantinedSaleIds: [],
    });
    const own = { as: shop.terminalTokens[1], body: { terminal: 'JKT1-02', saleIds: [saleId] } };
    expect((await open.api.send('POST', '/v1/sync/reconcile', own)).body).toMatchObject({
      missingSaleIds: [],
    });
  });

  it('speaks about its own till only', async () => {
    const answer = await open.api.send('POST', '/v1/sync/reconcile', {
      as: shop.terminalTokens[1],
      body: { terminal: 'JKT1-01' },
    });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'TERMINAL_UNKNOWN' }]);
  });
});

function queued() {
  return { saleId: randomUUID(), ...aSale({ mode: 'completed' }) };
}

function sync(sales: readonly unknown[]) {
  return open.api.send('POST', '/v1/sync', { as: shop.terminalTokens[0], body: { sales } });
}

function outcomesOf(body: unknown): string[] {
  return (body as { outcomes: { outcome: string }[] }).outcomes.map(({ outcome }) => outcome);
}

function keptUnder(subjectId: string) {
  return database.prisma.quarantine.findFirst({ where: { subjectId } });
}
