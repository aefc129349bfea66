import { WorkflowNotFoundError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import pino from 'pino';
import { createAuditActivities } from '../../activities/audit/audit-activities.js';
import { verifyTrail } from '../../activities/audit/verify-trail.js';
import { createRiskActivities } from '../../activities/risk/risk-activities.js';
import { createClock } from '../../platform/clock.js';
import { relayBatch } from '../../workers/outbox-relay.js';
import { ensureSchedules } from '../../workers/schedules.js';
import { anAuditKey } from '../support/a-seal-key.js';
import { rupiah } from '../support/a-sale.js';
import { testContext } from '../support/shop.js';
import { makeTempFolder } from '../support/temp-folder.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';
import { until } from '../support/until.js';
import { startTemporalServer, type TemporalTestServer } from './a-temporal-server.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';

let server: TemporalTestServer;
let trade: TradingBooks;

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: {
    logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }), forward: {} },
  },
});

beforeAll(async () => {
  [server, trade] = await Promise.all([startTemporalServer(), openTradingBooks({ poolSize: 6 })]);
});
afterAll(async () => {
  await Promise.all([server.close(), trade.close()]);
});

describe('the development server', () => {
  it('keeps ended lives for a quarter, so that the links of the screens still open', async () => {
    const { config } = await server.client.workflowService.describeNamespace({
      namespace: 'default',
    });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(90 * 86_400);
  });
});

describe('the outbox on a real server', () => {
  it('turns a captured sale into its running workflow, found by what finance looks for', async () => {
    const { sale } = await trade.sell();
    expect(await relay()).toBe(1);
    const life = await server.client.workflow.getHandle(`sale:${sale.id}`).describe();
    expect(life).toMatchObject({
      type: 'saleToCash',
      taskQueue: 'sales',
      status: { name: 'RUNNING' },
    });
    const found = await until(async () => {
      const query = `SaleNumber = '${sale.number}' AND Store = 'JKT1' AND Stage = 'captured'`;
      for await (const { workflowId } of server.client.workflow.list({ query })) return workflowId;
      return undefined;
    });
    expect(found).toBe(`sale:${sale.id}`);
  });

  it('starts no sale twice, neither while its life runs nor after it has ended', async () => {
    const { sale } = await trade.sell();
    await relay();
    const handle = server.client.workflow.getHandle(`sale:${sale.id}`);
    const { runId } = await handle.describe();
    expect(await relayAgain(`sale:${sale.id}`)).toBe(1);
    expect((await handle.describe()).runId).toBe(runId);
    await handle.terminate('test');
    expect(await relayAgain(`sale:${sale.id}`)).toBe(1);
    expect(await handle.describe()).toMatchObject({ runId, status: { name: 'TERMINATED' } });
  });

  it('lets a receivable live again when what ended it was undone', async () => {
    const owed = await trade.invoice();
    const item = { openItemId: owed.openItems[0]?.id ?? '', amount: owed.total };
    const settle = async () => {
      const { allocationIds } = await trade.allocate(await trade.receive(owed.total), [item]);
      await trade.call(receivableCommands.closeReceivable, {
        invoiceId: owed.invoiceId,
        outcome: 'paid',
      });
      await trade.reverse(allocationIds[0] ?? '');
      await relay();
      return handle.describe();
    };
    const handle = server.client.workflow.getHandle(`receivable:${owed.invoiceId}`);
    const first = await settle();
    await handle.terminate('it has ended');
    const second = await settle();
    expect(second.runId).not.toBe(first.runId);
    expect(second.status.name).toBe('RUNNING');
  });

  it('delivers a poke to the life it is for, and drops one for a life that nobody knows', async () => {
    const { sale } = await trade.sell({ delivery: { kind: 'later' } });
    await relay();
    for (const workflowId of [`sale:${sale.id}`, 'sale:of-nobody']) {
      await trade.database.prisma.poke.create({ data: { workflowId, reason: 'test' } });
    }
    expect(await relay()).toBe(2);
    const { events = [] } = await server.client.workflow
      .getHandle(`sale:${sale.id}`)
      .fetchHistory();
    const signals = events?.flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
      signal ? [signal.signalName] : [],
    );
    expect(signals).toEqual(['lookAgain']);
    await expect(server.client.workflow.getHandle('sale:of-nobody').describe()).rejects.toThrow(
      WorkflowNotFoundError,
    );
  });

  it('makes the schedules of the fleet once, however many workers start', async () => {
    await Promise.all([ensureSchedules(server.client), ensureSchedules(server.client)]);
    await ensureSchedules(server.client);
    const made = await until(async () => {
      const ids: string[] = [];
      for await (const { scheduleId } of server.client.schedule.list()) ids.push(scheduleId);
      return ids.length === 6 ? ids : undefined;
    });
    expect(made.toSorted()).toEqual([
      'fold-journal',
      'heal-lives',
      'match-again',
      'refresh-risk',
      'seal-audit',
      'verify-books',
    ]);
  });
});

describe('the schedules', () => {
  it('seal the audit trail as soon as a worker is there, and refresh the risk of customers', async () => {
    await trade.invoice();
    const audit = makeTempFolder();
    const config = { auditKey: anAuditKey(), auditFolder: audit.path };
    const { database, clock } = trade;
    const activities = {
      ...createAuditActivities({ database, config, logger: pino({ level: 'silent' }) }),
      ...createRiskActivities({ database, clock }),
    };
    await ensureSchedules(server.client);
    await server.client.schedule.getHandle('refresh-risk').trigger();
    await withDuties(activities, async () => {
      await until(async () => ((await database.prisma.auditSeal.count()) > 0 ? true : undefined));
      await until(async () =>
        (await database.prisma.customerRisk.count()) > 0 ? true : undefined,
      );
    });
    const found = await verifyTrail(database, { folder: audit.path });
    expect(found.flatMap(({ places }) => places)).toEqual([]);
    audit.remove();
  });
});

describe('what the server sees', () => {
  it('is nothing of customers, of what was sold, or of what went wrong', async () => {
    const secret = 'Kenari-Rahasia';
    await trade.database.transaction(testContext(), (tx) =>
      tx.customer.update({
        where: { number: 'C-0002' },
        data: { name: `Hotel ${secret}`, email: `${secret}@example.test` },
      }),
    );
    const { sale } = await trade.sell({
      customer: 'C-0002',
      tenders: [{ type: 'onAccount', amount: rupiah(45_000) }],
    });
    await relay();
    const failing = async () => {
      throw ApplicationFailure.nonRetryable(
        `the mailbox of ${secret} is full`,
        'MAIL_UNDELIVERABLE',
      );
    };
    const outcome = await withWorkers({ printReceipt: failing, mailInvoice: failing }, () =>
      server.client.workflow.getHandle(`sale:${sale.id}`).result(),
    );
    expect(outcome).toBe('paid');

    const { id: invoiceId } = await trade.database.prisma.invoice.findUniqueOrThrow({
      where: { saleId: sale.id },
    });
    const seen = [await rawHistory(`sale:${sale.id}`), await rawHistory(`receivable:${invoiceId}`)];
    // What must be readable is: ids of runs, types and queues. It proves that the text was looked at.
    expect(seen[0]).toContain('saleToCash');
    expect(seen[1]).toContain('MAIL_UNDELIVERABLE');
    for (const text of seen) {
      expect(text).not.toMatch(new RegExp(`${secret}|mailbox of|example\\.test`));
      expect(text).not.toMatch(/saleId|invoiceId|businessEpochMs|printsReceipt|"kind"/);
      expect(text).not.toMatch(/\n\s+at |\.test\.ts/);
      expect(text).toContain('binary/encrypted');
    }
  });
});

describe('while Temporal is away', () => {
  it('sales are captured, wait in the outbox, and live when it is back', async () => {
    await relay();
    await server.stop();
    const { sale } = await trade.sell();
    await trade.database.prisma.poke.create({
      data: { workflowId: `sale:${sale.id}`, reason: 'test' },
    });
    expect(await relay()).toBe(0);
    const where = { where: { workflowId: `sale:${sale.id}` } };
    const row = await trade.database.prisma.workflowStart.findUniqueOrThrow(where);
    expect(row).toMatchObject({ startedAt: null });

    await server.startAgain();
    await until(async () => ((await relay()) > 0 ? true : undefined));
    const life = await server.client.workflow.getHandle(`sale:${sale.id}`).describe();
    expect(life.status.name).toBe('RUNNING');
    expect(await trade.database.prisma.workflowStart.count({ where: { startedAt: null } })).toBe(0);
  });
});

function relay(): Promise<number> {
  const logger = pino({ level: 'silent' });
  return relayBatch({
    database: trade.database,
    client: server.client,
    clock: createClock(),
    logger,
  });
}

/** As if a crash had lost the mark that this workflow was started. */
async function relayAgain(workflowId: string): Promise<number> {
  await trade.database.prisma.workflowStart.update({
    where: { workflowId },
    data: { startedAt: null },
  });
  return relay();
}

/** Everything that the server stores of the run, as bytes read as text. */
async function rawHistory(workflowId: string): Promise<string> {
  const { history } = await server.client.workflowService.getWorkflowExecutionHistory({
    namespace: 'default',
    execution: { workflowId },
  });
  return Buffer.from(temporal.api.history.v1.History.encode(history ?? {}).finish()).toString(
    'latin1',
  );
}

type Duties = ReturnType<typeof createAuditActivities> & ReturnType<typeof createRiskActivities>;

async function withDuties(activities: Duties, play: () => Promise<void>): Promise<void> {
  const connection = await NativeConnection.connect({ address: server.address });
  const workflowBundle = { codePath: process.env['LUNAS_WORKFLOW_BUNDLE'] ?? '' };
  const { dataConverter } = server;
  const worker = await Worker.create({
    connection,
    taskQueue: 'receivables',
    workflowBundle,
    dataConverter,
    activities,
  });
  await worker.runUntil(play);
  await connection.close();
}

type Failing = Readonly<Record<'printReceipt' | 'mailInvoice', () => Promise<void>>>;

async function withWorkers<Result>(failing: Failing, play: () => Promise<Result>): Promise<Result> {
  const connection = await NativeConnection.connect({ address: server.address });
  const workflowBundle = { codePath: process.env['LUNAS_WORKFLOW_BUNDLE'] ?? '' };
  const decideNextStep = async () => ({ kind: 'close', outcome: 'paid' });
  const workers = await Promise.all(
    ['sales', 'receivables', 'notices', 'devices:JKT1'].map((taskQueue) =>
      Worker.create({
        connection,
        taskQueue,
        workflowBundle,
        dataConverter: server.dataConverter,
        activities: {
          ...trade.sales,
          decideNextStep,
          // The schedule of the test above runs here as well.
          sealAuditNow: async () => {},
          matchAgain: async () => ({}),
          ...failing,
        },
      }),
    ),
  );
  const running = Promise.all(workers.map((worker) => worker.run()));
  try {
    return await play();
  } finally {
    for (const worker of workers) worker.shutdown();
    await running;
    await connection.close();
  }
}
