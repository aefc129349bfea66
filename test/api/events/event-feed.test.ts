import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { createEventFeed, type EventFeed } from '../../../api/events/event-feed.js';
import { listenForEvents } from '../../../api/events/listen-for-events.js';
import type { Database } from '../../../prisma/database.js';
import { aSale, rupiah } from '../../support/a-sale.js';
import type { TestApi } from '../../support/api-client.js';
import { listenToEvents, type EventStream } from '../../support/event-stream.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import { until } from '../../support/until.js';

const logger = pino({ level: 'silent' });
let world: OwingShop;
let saleId: string;

beforeAll(async () => {
  world = await openOwingShop();
  ({ saleId } = await world.sell('C-0001'));
});

afterAll(() => world.close());

/** Of each test, ended with it. */
const listeners: (() => void)[] = [];

afterEach(() => {
  for (const end of listeners.splice(0)) end();
});

describe('two hints at once', () => {
  it('tell each event once to everybody who listens', async () => {
    const { feed, hint } = aFeed(world.database);
    const [first, second] = [aListener(feed), aListener(feed)];
    await Promise.all([first.ready, second.ready]);
    const ids = await newEvents(3);
    hint();
    hint();
    const later = await newEvents(1);
    hint();
    for (const { told } of [first, second]) await expectTold(told, [...ids, ...later]);
  });

  it('tell what came when the look of the first had begun', async () => {
    const held = heldReads(world.database);
    const { feed, hint } = aFeed(held.database);
    const listener = aListener(feed);
    await listener.ready;
    held.hold();
    hint();
    await held.read();
    const ids = await newEvents(2);
    hint();
    held.goOn();
    await expectTold(listener.told, ids);
  });
});

describe('a listener that joins in the middle of a look', () => {
  it('hears each event once, and all that come from then on', async () => {
    const held = heldReads(world.database);
    const { feed, hint } = aFeed(held.database);
    const old = aListener(feed);
    await old.ready;
    held.hold();
    const before = await newEvents(1);
    hint();
    await held.read();
    const joined = aListener(feed);
    await joined.ready;
    const after = await newEvents(2);
    hint();
    hint();
    held.goOn();
    await expectTold(old.told, [...before, ...after]);
    expect(joined.told.filter((id) => after.includes(id))).toEqual(after);
    expect(joined.told).toHaveLength(new Set(joined.told).size);
  });

  it('hears nothing of a look that was begun for others who have gone', async () => {
    const held = heldReads(world.database);
    const { feed, hint } = aFeed(held.database);
    const gone = aListener(feed);
    await gone.ready;
    held.hold();
    await newEvents(1);
    hint();
    await held.read();
    gone.end();
    const joined = aListener(feed);
    held.goOn();
    await joined.ready;
    const ids = await newEvents(1);
    hint();
    await expectTold(joined.told, ids);
  });
});

describe('streams under writes from many tills', () => {
  let api: TestApi;
  let streams: EventStream[] = [];

  beforeAll(async () => {
    const { url } = world.books;
    api = await world.api({ listen: (wake) => listenForEvents({ url, wake, logger }) });
  });

  afterAll(async () => {
    await Promise.all(streams.map((stream) => stream.close()));
    await api.close();
  });

  it('tell each event once, those of a till in order, also to who joins in the middle', async () => {
    const before = { 'last-event-id': (await newestEvent()).toString() };
    const join = (headers = {}) => listenToEvents(api, { as: world.shop.tokens.arClerk, headers });
    streams = [await join()];
    const tills = ([0, 1, 2] as const).map((till) => ({ till, sold: [] as string[] }));
    for (let round = 0; round < 5; round += 1) {
      const sales = tills.flatMap(({ till, sold }) => [
        sell(api, till, sold),
        sell(api, till, sold),
      ]);
      streams.push(await join(before));
      await Promise.all(sales);
    }
    const last: string[] = [];
    await sell(api, 0, last);
    for (const { frames } of streams) {
      const told = await until(async () =>
        frames().some(({ data }) => last.includes(data.saleId)) ? frames() : undefined,
      );
      const saleIds = told.map(({ data }) => data.saleId);
      expect(saleIds.toSorted()).toEqual(
        [...tills.flatMap(({ sold }) => sold), ...last].toSorted(),
      );
      for (const { sold } of tills) {
        const own = told.filter(({ data }) => sold.includes(data.saleId));
        const ids = own.map(({ id }) => Number(id));
        expect(ids).toEqual(ids.toSorted((a, b) => a - b));
      }
    }
  });
});

const TILLS = ['JKT1-01', 'JKT1-02', 'BDG1-01'] as const;
type TillNumber = 0 | 1 | 2;

/** What no shelf holds: sold at each of the tills. */
async function sell(api: TestApi, till: TillNumber, sold: string[]): Promise<void> {
  const saleId = randomUUID();
  sold.push(saleId);
  const answer = await api.send('PUT', `/v1/sales/${saleId}`, {
    as: world.shop.terminalTokens[till],
    body: aSale({
      terminal: TILLS[till],
      businessDate: world.clock.today('Asia/Jakarta').toString(),
      capturedAt: world.clock.iso(),
      lines: [{ sku: 'JASA-KADO', quantity: '1' }],
      tenders: [{ type: 'cash', amount: rupiah(10_000) }],
    }),
  });
  expect(answer.status).toBe(201);
}

/** A feed that looks when it is told to, and every two seconds by itself. */
function aFeed(database: Database): Readonly<{ feed: EventFeed; hint: () => void }> {
  let wake = (): void => {
    throw new Error('nobody listens');
  };
  const feed = createEventFeed({
    database,
    logger,
    listen: (hinted) => {
      wake = hinted;
      return { close: async () => {} };
    },
  });
  return { feed, hint: () => wake() };
}

function aListener(feed: EventFeed) {
  const told: bigint[] = [];
  const { ready, end } = feed.subscribe({
    events: (events) => told.push(...events.map(({ id }) => id)),
    imports: () => {},
  });
  listeners.push(end);
  return { told, ready, end };
}

type Query = { orderBy: { id: 'asc' | 'desc' } };

/** The books with a gate behind their reads: what was read is not answered before it opens. */
function heldReads({ prisma }: Database) {
  let gate: Latch | undefined;
  let wasRead = latch();
  const lifecycleEvent = {
    findFirst: (query: Query) => prisma.lifecycleEvent.findFirst(query),
    findMany: async (query: Query) => {
      const rows = await prisma.lifecycleEvent.findMany(query);
      wasRead.open();
      await gate?.opened;
      return rows;
    },
  };
  return {
    database: { prisma: { lifecycleEvent } } as unknown as Database,
    hold: () => {
      gate = latch();
      wasRead = latch();
    },
    /** Resolves when a held read has seen what it will answer. */
    read: () => wasRead.opened,
    goOn: () => gate?.open(),
  };
}

type Latch = Readonly<{ opened: Promise<void>; open: () => void }>;

function latch(): Latch {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Waits for all of them, and a moment longer for what must not come. */
async function expectTold(told: readonly bigint[], ids: readonly bigint[]): Promise<void> {
  await until(async () => (told.length < ids.length ? undefined : 'all'));
  await sleep(50);
  expect(told).toEqual(ids);
}

async function newEvents(count: number): Promise<bigint[]> {
  const actor = { actorKind: 'system', actorId: 'test', actorName: 'test' };
  const event = { saleId, kind: 'poked', at: new Date(), ...actor };
  const made = await world.change((tx) =>
    tx.lifecycleEvent.createManyAndReturn({
      data: Array.from({ length: count }, () => event),
      select: { id: true },
    }),
  );
  return made.map(({ id }) => id);
}

async function newestEvent(): Promise<bigint> {
  const { prisma } = world.database;
  const { id } = await prisma.lifecycleEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return id;
}
