import {
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Client,
  type WorkflowStartOptions,
} from '@temporalio/client';
import pino from 'pino';
import { createClock } from '../../platform/clock.js';
import { relayBatch } from '../../workers/outbox-relay.js';
import { searchAttributeKeys } from '../../workers/search-attributes.js';
import { damage } from '../support/books.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';

type Started = WorkflowStartOptions & Readonly<{ workflowType: string }>;

/** A Temporal server that remembers; `start` and `signal` may throw what a real one would. */
type FakeServer = Readonly<{
  client: Client;
  started: Started[];
  signals: string[];
  mostAtOnce: () => number;
}>;

const clock = createClock({ businessEpochMs: 1_000, realEpochMs: 0, speed: 2 });
let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 4 });
});
afterEach(() => damage(trade.books, 'TRUNCATE sale, workflow_start, poke CASCADE'));
afterAll(() => trade.close());

describe('relayBatch', () => {
  it('starts the life of a captured sale, with the clock it lives by and what finance finds it by', async () => {
    const { sale } = await trade.sell();
    const server = fakeServer();
    expect(await relay(server)).toBe(1);
    const [life] = server.started;
    expect(life).toMatchObject({
      workflowType: 'saleToCash',
      workflowId: `sale:${sale.id}`,
      taskQueue: 'sales',
      args: [
        {
          saleId: sale.id,
          storeCode: 'JKT1',
          clock: clock.settings,
          row: 'shown',
        },
      ],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
    });
    const found = (name: keyof typeof searchAttributeKeys) =>
      life?.typedSearchAttributes instanceof Object && 'get' in life.typedSearchAttributes
        ? life.typedSearchAttributes.get(searchAttributeKeys[name])
        : undefined;
    expect([found('Stage'), found('Store'), found('SaleNumber')]).toEqual([
      'captured',
      'JKT1',
      sale.number,
    ]);
    expect(life).toMatchObject({ staticSummary: `Sale ${sale.number}` });
    expect(found('AmountBand')).toBe('under-100k');
  });

  it('starts each row once, in the order in which they were committed', async () => {
    await rows(5);
    const server = fakeServer();
    expect(await relay(server)).toBe(5);
    expect(await relay(server)).toBe(0);
    expect(ids(server)).toEqual(['row:1', 'row:2', 'row:3', 'row:4', 'row:5']);
    expect(await waiting()).toEqual([]);
  });

  it('leaves alone what is held, however long, until it is let go', async () => {
    const { prisma } = trade.database;
    await prisma.workflowStart.create({ data: { ...aRow(1), held: true } });
    await prisma.poke.create({ data: { workflowId: 'receivable:1', reason: 'paid', held: true } });
    const server = fakeServer();
    expect(await relay(server)).toBe(0);
    await prisma.workflowStart.updateMany({ data: { held: false } });
    expect(await relay(server)).toBe(1);
    expect(ids(server)).toEqual(['row:1']);
    expect(server.signals).toEqual([]);
  });

  it('lets a receivable live a second time, and nothing else', async () => {
    await trade.database.prisma.workflowStart.create({
      data: { ...aRow(1), workflowType: 'receivable' },
    });
    await trade.database.prisma.workflowStart.create({
      data: { ...aRow(2), workflowType: 'placement' },
    });
    const server = fakeServer();
    await relay(server);
    expect(server.started.map(({ workflowIdReusePolicy }) => workflowIdReusePolicy)).toEqual([
      'ALLOW_DUPLICATE',
      'REJECT_DUPLICATE',
    ]);
  });

  it('takes a workflow that is there already for what a crash before the mark left behind', async () => {
    await rows(2);
    const server = fakeServer({
      start: ({ workflowId, workflowType }) => {
        throw new WorkflowExecutionAlreadyStartedError('it runs', workflowId, workflowType);
      },
    });
    expect(await relay(server)).toBe(2);
    expect(await waiting()).toEqual([]);
  });

  it('leaves what could not be started where it is, each with its own error, and starts the others', async () => {
    await rows(3);
    const server = fakeServer({
      start: ({ workflowId }) => {
        if (workflowId !== 'row:2') throw new Error(`no ${workflowId}`);
      },
    });
    expect(await relay(server)).toBe(1);
    expect(await waiting()).toMatchObject([
      { workflowId: 'row:1', attempts: 1, lastError: 'no row:1' },
      { workflowId: 'row:3', attempts: 1, lastError: 'no row:3' },
    ]);
    expect(await relay(fakeServer())).toBe(2);
    expect(await waiting()).toEqual([]);
  });

  it('lets two hundred rows that can never start stand in nobody’s way', async () => {
    await rows(201);
    const server = fakeServer({
      start: ({ workflowId }) => {
        if (workflowId !== 'row:201') throw new Error('unknown search attribute');
      },
    });
    await relay(server);
    await relay(server);
    expect(await waiting()).toHaveLength(200);
    expect(ids(server)).toEqual(['row:201']);
  });

  it('takes a long queue in batches, and asks the server a bounded number of things at once', async () => {
    await rows(250);
    const server = fakeServer();
    expect([await relay(server), await relay(server), await relay(server)]).toEqual([200, 50, 0]);
    expect(server.mostAtOnce()).toBeLessThanOrEqual(4);
    expect(server.started).toHaveLength(250);
  });

  it('gives up the pass when the server is away, instead of asking for each row how much it is away', async () => {
    await rows(200);
    let asked = 0;
    const server = fakeServer({
      start: () => {
        asked += 1;
        throw away();
      },
    });
    expect(await relay(server)).toBe(0);
    expect(asked).toBeLessThanOrEqual(4);
    expect(await waiting()).toHaveLength(200);
    expect(await relay(fakeServer())).toBe(200);
  });

  it('gives every call a deadline, so that a server that hangs holds nothing up for ever', async () => {
    await rows(1);
    await poke('row:1');
    const server = fakeServer();
    const deadlines: number[] = [];
    const client = {
      workflow: server.client.workflow,
      withDeadline: <Result>(deadline: number, work: () => Promise<Result>) => {
        deadlines.push(deadline - Date.now());
        return work();
      },
    } as unknown as Client;
    await relay({ ...server, client });
    expect(deadlines).toHaveLength(2);
    for (const ms of deadlines) expect(ms).toBeLessThanOrEqual(5_000);
  });
});

describe('pokes', () => {
  it('are one signal for each workflow, however many there are, and are marked as sent', async () => {
    for (const id of ['sale:1', 'sale:2', 'sale:1', 'sale:1']) await poke(id);
    const server = fakeServer();
    expect(await relay(server)).toBe(4);
    expect(server.signals.toSorted()).toEqual(['sale:1 lookAgain', 'sale:2 lookAgain']);
    expect(await relay(server)).toBe(0);
  });

  it('for a life that has ended or not begun are dropped', async () => {
    await poke('sale:gone');
    const server = fakeServer({
      signal: (id) => {
        throw new WorkflowNotFoundError('no such workflow', id, undefined);
      },
    });
    expect(await relay(server)).toBe(1);
    expect(await relay(server)).toBe(0);
  });

  it('stay when the server is away, and the others go out', async () => {
    for (const id of ['sale:1', 'sale:2']) await poke(id);
    const server = fakeServer({
      signal: (id) => {
        if (id === 'sale:1') throw away();
      },
    });
    expect(await relay(server)).toBe(1);
    const left = await trade.database.prisma.poke.findMany({ where: { sentAt: null } });
    expect(left.map(({ workflowId }) => workflowId)).toEqual(['sale:1']);
    expect(await relay(fakeServer())).toBe(1);
  });

  it('that can never be delivered are dropped with their reason, and stand in nobody’s way', async () => {
    for (const id of ['sale:1', 'sale:2']) await poke(id);
    const server = fakeServer({
      signal: (id) => {
        if (id === 'sale:1') throw new Error('too many signals');
      },
    });
    expect(await relay(server)).toBe(2);
    const rows = await trade.database.prisma.poke.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['too many signals', null]);
    expect(await relay(fakeServer())).toBe(0);
  });

  it('follow the starts of their pass, so that what was captured and delivered at once hears of it', async () => {
    const order: string[] = [];
    await poke('row:1');
    await rows(1);
    await relay(
      fakeServer({
        start: () => void order.push('start'),
        signal: () => void order.push('signal'),
      }),
    );
    expect(order).toEqual(['start', 'signal']);
  });
});

type Instead = Readonly<{
  start?: (started: Started & { workflowId: string }) => void;
  signal?: (workflowId: string) => void;
}>;

function fakeServer({ start, signal }: Instead = {}): FakeServer {
  const started: Started[] = [];
  const signals: string[] = [];
  let underWay = 0;
  let most = 0;
  const answering = async (answer: () => void): Promise<void> => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    answer();
  };
  const client = {
    withDeadline: <Result>(_deadline: number, work: () => Promise<Result>) => work(),
    workflow: {
      start: (workflowType: string, options: WorkflowStartOptions & { workflowId: string }) =>
        answering(() => {
          start?.({ ...options, workflowType });
          started.push({ ...options, workflowType });
        }),
      getHandle: (workflowId: string) => ({
        signal: (name: string) =>
          answering(() => {
            signal?.(workflowId);
            signals.push(`${workflowId} ${name}`);
          }),
      }),
    },
  };
  return { client: client as unknown as Client, started, signals, mostAtOnce: () => most };
}

/** What the client throws when nobody answers at the address (gRPC status 14). */
function away(): ServiceError {
  const cause = Object.assign(new Error('14 UNAVAILABLE: No connection established'), {
    code: 14,
    details: 'No connection established',
    metadata: {},
  });
  return new ServiceError('Failed to start Workflow', { cause });
}

function relay({ client }: FakeServer): Promise<number> {
  const logger = pino({ level: 'silent' });
  return relayBatch({ database: trade.database, client, clock, logger });
}

function ids({ started }: FakeServer): (string | undefined)[] {
  return started.map(({ workflowId }) => workflowId);
}

function aRow(n: number) {
  return {
    workflowType: 'saleToCash',
    workflowId: `row:${n}`,
    taskQueue: 'sales',
    input: { saleId: String(n) },
    searchAttributes: {},
  };
}

function rows(count: number): Promise<unknown> {
  const data = Array.from({ length: count }, (_, index) => aRow(index + 1));
  return trade.database.prisma.workflowStart.createMany({ data });
}

function waiting() {
  return trade.database.prisma.workflowStart.findMany({
    where: { startedAt: null },
    orderBy: { id: 'asc' },
  });
}

function poke(workflowId: string): Promise<unknown> {
  return trade.database.prisma.poke.create({ data: { workflowId, reason: 'test' } });
}
