import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { searchAttributeTypes } from '../cli/platform/temporal-connection.js';
import { REAL_TIME } from '../domain/calendar/business-clock.js';
import { projectRoot } from '../platform/project-root.js';
import { toolPath } from '../platform/tools.js';
import { workflowBundle } from '../workers/workflow-bundle.js';

/**
 * Plays each kind of life with invented answers on Temporal's time-skipping server, and stores its
 * history under test/golden/histories. A test replays them with the workflows as they are now: a life
 * that began under older code must go on under newer. Record anew only when lives of the old kind no
 * longer run anywhere, or beside them when a workflow was changed with `patched()`.
 *
 * `node scripts/run.mjs scripts/record-histories.js [FILE ...]`: all of them, or those that are named.
 */
const folder = join(projectRoot, 'test', 'golden', 'histories');
const QUEUES = ['sales', 'receivables', 'notices', 'agency', 'devices:JKT1'];
const DAY_MS = 86_400_000;
// Recorded as the worker's identity, instead of the name of the machine.
const IDENTITY = 'recorder';

type Activities = Readonly<Record<string, (input: never) => Promise<unknown>>>;

type Life = Readonly<{
  workflowType: string;
  workflowId: string;
  taskQueue: string;
  input: object;
  /** Invented answers of the books, step by step; `now` is the server's own time. */
  answers: (now: () => Promise<number>) => Activities;
  /** Events from outside while the workflow runs. */
  meanwhile?: (environment: TestWorkflowEnvironment) => Promise<void>;
  /** File by workflow id. */
  stores: Readonly<Record<string, string>>;
}>;

const waiting = (reason: string, untilMs: number | null) => ({ kind: 'hold', reason, untilMs });
const silently = async (): Promise<void> => {};

const shop: Activities = {
  captureSale: async () => ({ printsReceipt: true }),
  deliveryOf: async () => ({ kind: 'delivered' }),
  issueInvoice: async () => ({ kind: 'paid-at-the-till' }),
  closeSale: silently,
  printReceipt: silently,
  mailInvoice: silently,
  sendNotice: silently,
};

const lives: readonly Life[] = [
  {
    workflowType: 'saleToCash',
    workflowId: 'sale:paid',
    taskQueue: 'sales',
    input: { saleId: 'paid', storeCode: 'JKT1' },
    answers: () => shop,
    stores: { 'sale:paid': 'sale-paid' },
  },
  {
    workflowType: 'saleToCash',
    workflowId: 'sale:expired',
    taskQueue: 'sales',
    input: { saleId: 'expired', storeCode: 'JKT1' },
    answers: (now) => {
      const until = now().then((ms) => ms + 3 * DAY_MS);
      const deliveryOf = async () =>
        (await now()) < (await until)
          ? { kind: 'pending', untilMs: await until }
          : { kind: 'expired' };
      return { ...shop, deliveryOf, releaseStock: async () => ({ kind: 'released' }) };
    },
    stores: { 'sale:expired': 'sale-expired' },
  },
  {
    workflowType: 'saleToCash',
    workflowId: 'sale:later',
    taskQueue: 'sales',
    input: { saleId: 'later', storeCode: 'JKT1' },
    answers: (now) => ({
      ...shop,
      deliveryOf: stepByStep([
        async () => ({ kind: 'pending', untilMs: (await now()) + 3 * DAY_MS }),
        async () => ({ kind: 'delivered' }),
      ]),
    }),
    meanwhile: async (environment) => {
      await environment.sleep(DAY_MS);
      await environment.client.workflow.getHandle('sale:later').signal('lookAgain');
    },
    stores: { 'sale:later': 'sale-delivered-later' },
  },
  {
    workflowType: 'saleToCash',
    workflowId: 'sale:account',
    taskQueue: 'sales',
    input: { saleId: 'account', storeCode: 'JKT1' },
    answers: (now) => {
      const steps = stepByStep([
        async () => waiting('not-due', (await now()) + 17 * DAY_MS),
        async () => ({ kind: 'remind', level: 1 }),
        async () => waiting('unmatched-cash', (await now()) + 7 * DAY_MS),
        async () => ({ kind: 'remind', level: 2 }),
        async () => waiting('small-rest', null),
        async () => ({ kind: 'close', outcome: 'paid' }),
      ]);
      const invoice = { kind: 'invoiced', invoiceId: 'reminded', number: 'INV/NSA/2026/000001-7' };
      return { ...shop, issueInvoice: async () => invoice, decideNextStep: steps };
    },
    meanwhile: async (environment) => {
      await environment.sleep(40 * DAY_MS);
      await environment.client.workflow.getHandle('receivable:reminded').signal('lookAgain');
    },
    stores: { 'sale:account': 'sale-on-account', 'receivable:reminded': 'receivable-reminded' },
  },
  {
    workflowType: 'receivable',
    workflowId: 'receivable:placed',
    taskQueue: 'receivables',
    input: { invoiceId: 'placed' },
    answers: (now) => ({
      ...shop,
      decideNextStep: stepByStep([
        async () => ({ kind: 'place', placementId: 'one' }),
        async () => ({ kind: 'close', outcome: 'written-off' }),
      ]),
      decidePlacementStep: stepByStep([
        async () => ({ kind: 'tell' }),
        async () => ({ kind: 'wait', untilMs: (await now()) + 60 * DAY_MS }),
        async () => ({ kind: 'tell' }),
        async () => ({ kind: 'close' }),
      ]),
      tellAgency: silently,
      closePlacement: silently,
    }),
    stores: { 'receivable:placed': 'receivable-placed', 'placement:one': 'placement' },
  },
];

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: {
    logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }), forward: {} },
  },
});
mkdirSync(folder, { recursive: true });
const environment = await TestWorkflowEnvironment.createTimeSkipping({
  server: {
    executable: { type: 'existing-path', path: toolPath('TEMPORAL_TEST_SERVER_PATH') },
  },
  client: { identity: IDENTITY },
});
try {
  await registerSearchAttributes();
  for (const life of lives.flatMap((of) => [of, shown(of)])) {
    if (isAskedFor(life)) await record(life);
  }
} finally {
  await environment.teardown();
}

/** The same life as the starter begins it today: it shows in its row where it stands. */
function shown(life: Life): Life {
  const stores = Object.entries(life.stores).map(([id, name]) => [id, `${name}-shown`]);
  return { ...life, input: { ...life.input, row: 'shown' }, stores: Object.fromEntries(stores) };
}

function isAskedFor({ stores }: Life): boolean {
  const named = process.argv.slice(2);
  return named.length === 0 || Object.values(stores).some((name) => named.includes(name));
}

async function record(life: Life): Promise<void> {
  const { workflowType, workflowId, taskQueue, input, stores } = life;
  const workers = await workersWith(life.answers(() => environment.currentTimeMs()));
  const running = Promise.all(workers.map((worker) => worker.run()));
  const handle = await environment.client.workflow.start(workflowType, {
    workflowId,
    taskQueue,
    args: [
      {
        ...input,
        clock: REAL_TIME,
      },
    ],
  });
  await life.meanwhile?.(environment);
  await handle.result();
  for (const worker of workers) worker.shutdown();
  await running;
  for (const [id, name] of Object.entries(stores)) {
    const history = await environment.client.workflow.getHandle(id).fetchHistory();
    const text = JSON.stringify(JSON.parse(historyToJSON(history)), undefined, 2);
    writeFileSync(join(folder, `${name}.json`), `${text}\n`);
    console.log(`${name}: ${history.events?.length ?? 0} events`);
  }
}

async function workersWith(activities: Activities): Promise<Worker[]> {
  const bundle = await workflowBundle();
  return Promise.all(
    QUEUES.map((taskQueue) =>
      Worker.create({
        connection: environment.nativeConnection,
        taskQueue,
        activities,
        identity: IDENTITY,
        workflowBundle: bundle,
      }),
    ),
  );
}

async function registerSearchAttributes(): Promise<void> {
  await environment.connection.operatorService.addSearchAttributes({
    namespace: environment.namespace ?? 'default',
    searchAttributes: searchAttributeTypes(),
  });
}

/** Gives one answer after the other, then repeats the last one. */
function stepByStep(steps: readonly (() => Promise<object>)[]): () => Promise<object | undefined> {
  let next = 0;
  return async () => {
    const step = steps[Math.min(next, steps.length - 1)];
    next += 1;
    return step?.();
  };
}
