import { randomUUID } from 'node:crypto';
import type { LiveRun } from '../../../api/temporal-port.js';
import { asOwner } from '../../support/books.js';
import { aSale, aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import type { Received } from '../../support/api-client.js';
import { listenToEvents } from '../../support/event-stream.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext, type Shop } from '../../support/shop.js';
import { until } from '../../support/until.js';

let open: OpenShop;
let shop: Shop;
let live: LiveRun | 'down' | undefined;

type Page = Readonly<{
  data: readonly { saleId: string; number: string }[];
  nextCursor: string | null;
}>;

beforeAll(async () => {
  open = await openShop({
    temporal: {
      describe: async () => {
        if (live === 'down') throw new Error('connect ECONNREFUSED');
        return live;
      },
      lastPolls: async () => [],
    },
  });
  ({ shop } = open);
});

afterAll(() => open.close());

describe('the list of lifecycles', () => {
  it('is paged without holes and without doubles', async () => {
    const made = [];
    for (let n = 0; n < 7; n += 1) made.push(await captured());
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = await list(`?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(page.data.length).toBeLessThanOrEqual(3);
      seen.push(...page.data.map(({ saleId }) => saleId));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen).toEqual(expect.arrayContaining(made.map(({ saleId }) => saleId)));
  });

  it('finds by stage, store, customer and what people type', async () => {
    const { saleId, number } = await captured(aSaleOnAccount(shop.customers.hotel.number));
    const finds = [
      `?customer=${shop.customers.hotel.number}`,
      `?customer=${shop.customers.hotel.id}`,
      `?q=${number}`,
      '?q=bahari',
      '?stage=captured&store=JKT1&customer=C-0002',
      '?stage=open&q=C-0002',
    ];
    for (const query of finds) expect((await list(query)).data).toMatchObject([{ saleId }]);
    const misses = ['?stage=closed', '?store=BDG1', '?customer=C-0001', '?q=100%25', '?q=_ahari'];
    for (const query of misses) expect((await list(query)).data).toEqual([]);
  });

  it.each(['?cursor=bm9uc2Vuc2U', `?cursor=${Buffer.from('["2026","x"]').toString('base64url')}`])(
    'refuses a cursor that is not its own (%s)',
    async (query) => {
      const answer = await get(`/v1/lifecycles${query}`);
      expect([answer.status, answer.body]).toMatchObject([400, { code: 'CURSOR_INVALID' }]);
    },
  );

  it.each(['?limit=0', '?limit=201', '?limit=x', '?stage=nowhere', '?colour=red', "?sort=';--"])(
    'refuses %s',
    async (query) => {
      expect((await get(`/v1/lifecycles${query}`)).status).toBe(400);
    },
  );

  it('shows the people of a store that store only', async () => {
    const other = randomUUID();
    await open.api.send('PUT', `/v1/sales/${other}`, {
      as: shop.terminalTokens[2],
      body: aSale({
        terminal: 'BDG1-01',
        lines: [{ sku: 'JASA-KADO', quantity: '1' }],
        tenders: [{ type: 'cash', amount: rupiah(10_000) }],
      }),
    });
    const as = shop.tokens.storeManager;
    const answer = await open.api.send('GET', '/v1/lifecycles?limit=200', { as });
    const stores = (answer.body as { data: { store: string }[] }).data.map(({ store }) => store);
    expect(new Set(stores)).toEqual(new Set(['JKT1']));
    const story = await open.api.send('GET', `/v1/lifecycles/${other}`, { as });
    expect(story.status).toBe(404);
  });
});

describe('the total of a sale that cash rounding made cheaper', () => {
  it('is the same in the list, the story, the sale and its event: before rounding', async () => {
    const { saleId, number } = await captured({
      lines: [
        { sku: 'KOPI-250', quantity: '2' },
        { barcode: shop.items.rice.barcode, quantity: '0.75' },
      ],
      tenders: [{ type: 'cash', amount: rupiah(101_200) }],
    });
    const sale = (await get(`/v1/sales/${saleId}`)).body;
    expect(sale).toMatchObject({ totals: { total: rupiah(101_250), due: rupiah(101_200) } });
    expect((await list(`?q=${number}`)).data).toMatchObject([{ total: rupiah(101_250) }]);
    expect((await get(`/v1/lifecycles/${saleId}`)).body).toMatchObject({
      total: rupiah(101_250),
      events: [{ kind: 'captured', amount: rupiah(101_250) }],
    });
  });
});

describe('the story of a sale', () => {
  it('shows what Temporal says beside what the books say', async () => {
    const { saleId } = await captured();
    await startedNow(saleId);
    live = { status: 'RUNNING', runId: 'run-1', historyLength: 12 };
    expect((await get(`/v1/lifecycles/${saleId}`)).body).toMatchObject({ runs: [{ live }] });
    live = 'down';
    const { status, body } = await get(`/v1/lifecycles/${saleId}`);
    expect([status, body]).toMatchObject([200, { saleId, runs: [{ live: null }] }]);
  });
});

describe('the work queue', () => {
  it('shows exceptions and refused sales, of a day the dearest first', async () => {
    await captured({
      mode: 'completed',
      lines: [{ sku: 'TEH-100', quantity: '1', unitPrice: rupiah(18_000) }],
      tenders: [{ type: 'cash', amount: rupiah(18_000) }],
    });
    await captured({
      mode: 'completed',
      lines: [{ sku: 'KURSI-01', quantity: '1', unitPrice: rupiah(700_000) }],
      tenders: [{ type: 'cash', amount: rupiah(700_000) }],
    });
    await put(randomUUID(), { not: 'a sale' });
    const first = await page('/v1/work-queue?limit=1');
    expect(first.data).toMatchObject([{ kind: 'price-mismatch', amount: rupiah(700_000) }]);
    const rest = await page(`/v1/work-queue?cursor=${first.nextCursor}`);
    expect(rest.data).toMatchObject([
      { kind: 'price-mismatch', amount: rupiah(18_000) },
      { kind: 'quarantine', subject: { kind: 'quarantine' } },
    ]);
    expect((await page('/v1/work-queue?kind=quarantine')).data).toHaveLength(1);
  });

  it('shows money that went out among the money that came in, by what it weighs', async () => {
    const at = '2026-07-01T10:00:00+07:00';
    await waiting('bank-line', [
      { subjectId: 'in-small', amount: 5_000n, at },
      { subjectId: 'out-large', amount: -900_000n, at },
      { subjectId: 'none', at },
      { subjectId: 'in-large', amount: 700_000n, at },
      { subjectId: 'out-small', amount: -6_000n, at },
    ]);
    expect(await queued('bank-line')).toEqual([
      'out-large',
      'in-large',
      'out-small',
      'in-small',
      'none',
    ]);
  });

  it('counts a day as the store and the company do, not as in Greenwich', async () => {
    const storeId = shop.bandung.storeId;
    await open.database.transaction(testContext(), (tx) =>
      tx.store.update({ where: { id: storeId }, data: { timeZone: 'Asia/Jayapura' } }),
    );
    await waiting('morning', [
      { subjectId: 'noon', amount: 10n, at: '2026-07-01T12:00:00+07:00' },
      { subjectId: 'six', amount: 20n, at: '2026-07-01T06:00:00+07:00' },
      { subjectId: 'midnight', amount: 99n, at: '2026-07-02T00:00:00+07:00' },
      // Two hours further east it is the day after.
      { subjectId: 'east', amount: 50n, at: '2026-07-01T22:30:00+07:00', storeId },
      { subjectId: 'late', amount: 30n, at: '2026-07-01T23:59:59+07:00' },
    ]);
    expect(await queued('morning')).toEqual(['late', 'six', 'noon', 'midnight', 'east']);
  });
});

describe('the stream of events', () => {
  it('tells what happens, and after a break what was missed', async () => {
    const stream = await listenTo();
    const { saleId } = await captured();
    const told = await until(async () =>
      stream.frames().find(({ data }) => data.saleId === saleId),
    );
    expect(told).toMatchObject({ event: 'lifecycle', data: { saleId, kind: 'captured' } });
    await stream.close();

    const missed = await captured();
    const again = await listenTo({ 'last-event-id': told.id });
    await until(async () => again.frames().find(({ data }) => data.saleId === missed.saleId));
    await again.close();
  });
});

describe('the stream of events of a reader that was away for long', () => {
  it('tells everything that was missed, in order, before the news', async () => {
    const { saleId } = await captured();
    const { prisma } = open.database;
    const newest = await prisma.lifecycleEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const event = { saleId, kind: 'poked', at: new Date() };
    const actor = { actorKind: 'system', actorId: 'test', actorName: 'test' };
    const missed = Array.from({ length: 2_300 }, () => ({ ...event, ...actor }));
    const behind = await listenTo();
    await asOwner(open.books, (tx) => tx.lifecycleEvent.createMany({ data: missed }));
    const stream = await listenTo({ 'last-event-id': newest.id.toString() });
    await until(async () => (stream.frames().length < missed.length ? undefined : 'all of them'));
    // The feed, which is behind this reader, must not make it hear the same again.
    const next = await captured();
    const all = await until(async () => {
      const frames = stream.frames();
      return frames.some(({ data }) => data.saleId === next.saleId) ? frames : undefined;
    }).finally(() => Promise.all([stream.close(), behind.close()]));
    const told = all.filter(({ data }) => data.kind === 'poked').map(({ id }) => BigInt(id));
    expect(told).toEqual(missed.map((_event, index) => newest.id + BigInt(index + 1)));
  });
});

describe('many streams of one reader', () => {
  it('leave room for everybody else', async () => {
    const streams = [];
    for (let n = 0; n < 20; n += 1) streams.push(await listenTo());
    const ask = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    const refused = await fetch(`${open.api.url}/v1/events`, ask(shop.tokens.arClerk));
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'RATE_LIMITED' }]);
    expect(refused.headers.get('retry-after')).toBe('2');
    const other = await fetch(`${open.api.url}/v1/events`, ask(shop.tokens.auditor));
    expect(other.status).toBe(200);
    await other.body?.cancel();
    await Promise.all(streams.map((stream) => stream.close()));
  });

  it('are none where only the headers are asked for: the answer ends', async () => {
    const answer = await fetch(`${open.api.url}/v1/events`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${shop.tokens.auditor}`, connection: 'close' },
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    const finished = await until(async () => {
      const text = (
        await open.api.send('GET', '/metrics', { as: shop.tokens.admin })
      ).bytes.toString();
      return /method="get",path="\/v1\/events",outcome="answered"/.test(text) ? text : undefined;
    });
    expect(finished).toBeDefined();
  });
});

function listenTo(headers: Readonly<Record<string, string>> = {}) {
  return listenToEvents(open.api, { as: shop.tokens.arClerk, headers });
}

async function captured(changes: Parameters<typeof aSale>[0] = {}) {
  const saleId = randomUUID();
  const answer = await put(saleId, aSale(changes));
  expect(answer.status).toBe(201);
  return { saleId, number: (answer.body as { number: string }).number };
}

function put(saleId: string, body: unknown): Promise<Received> {
  return open.api.send('PUT', `/v1/sales/${saleId}`, { as: shop.terminalTokens[0], body });
}

function get(path: string): Promise<Received> {
  return open.api.send('GET', path, { as: shop.tokens.arClerk });
}

async function page(path: string): Promise<Page> {
  const { status, body } = await get(path);
  expect(status).toBe(200);
  return body as Page;
}

function list(query: string): Promise<Page> {
  return page(`/v1/lifecycles${query}`);
}

type Waiting = Readonly<{ subjectId: string; amount?: bigint; at: string; storeId?: string }>;

function waiting(kind: string, items: readonly Waiting[]) {
  const data = items.map(({ subjectId, amount, at, storeId }) => ({
    kind,
    subjectKind: 'test',
    subjectId,
    detail: {},
    openedAt: new Date(at),
    ...(storeId === undefined ? {} : { storeId }),
    ...(amount === undefined ? {} : { amount, currency: 'IDR' }),
  }));
  return open.database.transaction(testContext(), (tx) => tx.workItem.createMany({ data }));
}

/** The subjects of the queue in its order, a page of two at a time. */
async function queued(kind: string): Promise<string[]> {
  const subjects: string[] = [];
  let after = '';
  for (;;) {
    const { data, nextCursor } = await page(`/v1/work-queue?kind=${kind}&limit=2${after}`);
    const items = data as unknown as readonly { subject: { id: string } }[];
    subjects.push(...items.map(({ subject }) => subject.id));
    if (nextCursor === null) return subjects;
    after = `&cursor=${nextCursor}`;
  }
}

/** As the starter does. */
function startedNow(saleId: string) {
  return open.database.prisma.workflowStart.update({
    where: { workflowId: `sale:${saleId}` },
    data: { startedAt: new Date(), runId: 'run-1' },
  });
}
