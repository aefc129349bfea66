import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { searchAttributeTypes } from '../../cli/platform/temporal-connection.js';
import { closedAfterTest } from './left-open.js';
import { REAL_TIME } from '../../domain/calendar/business-clock.js';

export const DAY_MS = 86_400_000;

type Activities = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

export type WorkflowWorld = Readonly<{
  environment: TestWorkflowEnvironment;
  /** Runs `play` with workers on all queues and these activities; months pass in milliseconds. */
  withWorkers: <Result>(activities: Activities, play: () => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
}>;

/** Business time that runs as the test server's clock does. */
export const clock = REAL_TIME;

const queues = ['sales', 'receivables', 'notices', 'agency', 'devices:JKT1'];

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: {
    logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }), forward: {} },
  },
});

/** A Temporal server that skips waiting time. Its clock is shared: one world for a test file, tests in sequence. */
export async function createWorkflowWorld(): Promise<WorkflowWorld> {
  const path = process.env['TEMPORAL_TEST_SERVER_PATH'] ?? '';
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await registerSearchAttributes(environment);
  const { nativeConnection: connection } = environment;
  return {
    environment,
    close: () => environment.teardown(),
    withWorkers: async (activities, play) => {
      const workflowBundle = { codePath: process.env['LUNAS_WORKFLOW_BUNDLE'] ?? '' };
      const workers = await Promise.all(
        queues.map((taskQueue) =>
          Worker.create({ connection, taskQueue, workflowBundle, activities }),
        ),
      );
      const running = Promise.all(workers.map((worker) => worker.run()));
      // A play that never ends would keep the queues from the workers of the next test.
      const stop = closedAfterTest(() => {
        for (const worker of workers) worker.shutdown();
        return running;
      });
      try {
        return await play();
      } finally {
        await stop();
      }
    },
  };
}

async function registerSearchAttributes(environment: TestWorkflowEnvironment): Promise<void> {
  await environment.connection.operatorService.addSearchAttributes({
    namespace: environment.namespace ?? 'default',
    searchAttributes: searchAttributeTypes(),
  });
}
