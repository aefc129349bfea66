import { Worker, type WorkerOptions } from '@temporalio/worker';
import { createAuditActivities } from '../activities/audit/audit-activities.js';
import { createCashApplicationActivities } from '../activities/statement/statement-activities.js';
import { createCollectionActivities } from '../activities/collection/collection-activities.js';
import { createDunningActivities } from '../activities/dunning/dunning-activities.js';
import { createImportActivities } from '../activities/imports/import-activities.js';
import { createInvoiceActivities } from '../activities/invoice/invoice-activities.js';
import { createMaintenanceActivities } from '../activities/maintenance/maintenance-activities.js';
import { createMailer } from '../activities/mail/send-mail.js';
import { createPeopleActivities } from '../activities/people/people-activities.js';
import { createRiskActivities } from '../activities/risk/risk-activities.js';
import { createSaleActivities } from '../activities/sale/sale-activities.js';
import { loadClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { runProcess } from '../platform/run-process.js';
import { connectWorker } from '../platform/temporal/connect-worker.js';
import {
  createTemporalClient,
  dataConverterFor,
  TEMPORAL_SETTINGS,
} from '../platform/temporal/connect.js';
import { openDatabase } from '../prisma/database.js';
import { createOutboxHint } from '../prisma/outbox-hint.js';
import { runWorkers } from './run-workers.js';
import { ensureSchedules } from './schedules.js';
import { watchFolders } from './watch-folders.js';
import * as limits from './worker-options.js';
import { workflowBundle } from './workflow-bundle.js';

const SETTINGS = [
  'databaseUrl',
  'smtpUrl',
  'mailFrom',
  'publicUrl',
  'environment',
  'auditKey',
  'auditFolder',
  'importFolder',
  'bankFolder',
  ...TEMPORAL_SETTINGS,
] as const;

await runProcess({
  name: 'order-to-cash',
  start: async (logger) => {
    const config = readConfig(SETTINGS);
    const database = openDatabase({
      url: config.databaseUrl.reveal(),
      applicationName: 'lunas-order-to-cash',
    });
    const connection = await connectWorker(config);
    const clock = await loadClock(database);
    const hint = createOutboxHint(database);
    const mailer = createMailer({
      to: { smtpUrl: config.smtpUrl.reveal() },
      from: config.mailFrom,
      database,
      clock,
      logger,
    });
    const deps = { database, clock, logger, hint, mailer, config };

    const agency = createCollectionActivities(deps);
    const books = { ...createSaleActivities(deps), ...createDunningActivities(deps), ...agency };
    const client = createTemporalClient(config);
    const duties = {
      ...createCashApplicationActivities(deps),
      ...createMaintenanceActivities({ ...deps, client }),
      ...createAuditActivities(deps),
      ...createRiskActivities(deps),
      ...createImportActivities(deps),
    };
    const notices = {
      ...createInvoiceActivities(deps),
      ...createDunningActivities(deps),
      ...createPeopleActivities(deps),
    };
    const common = {
      connection,
      namespace: config.temporalNamespace,
      dataConverter: dataConverterFor(config),
      shutdownGraceTime: limits.SHUTDOWN_GRACE,
      shutdownForceTime: limits.SHUTDOWN_FORCE,
      maxConcurrentActivityTaskExecutions: limits.ACTIVITIES_MAX,
    } satisfies Partial<WorkerOptions>;
    const lives = {
      ...common,
      workflowBundle: await workflowBundle(),
      maxCachedWorkflows: limits.CACHED_WORKFLOWS_MAX,
      maxConcurrentWorkflowTaskExecutions: limits.WORKFLOW_TASKS_MAX,
      maxConcurrentLocalActivityExecutions: limits.LOCAL_ACTIVITIES_MAX,
    } satisfies Partial<WorkerOptions>;

    const workers = await Promise.all([
      Worker.create({ ...lives, taskQueue: 'sales', activities: books }),
      Worker.create({ ...lives, taskQueue: 'receivables', activities: { ...books, ...duties } }),
      Worker.create({ ...common, taskQueue: 'notices', activities: notices }),
      Worker.create({ ...common, taskQueue: 'agency', activities: agency }),
    ]);
    await ensureSchedules(client);
    const folders = await watchFolders(deps, config);
    return runWorkers(workers, {
      connection,
      release: async () => {
        await folders.close();
        await client.connection.close();
        await database.close();
      },
    });
  },
});
