import { ApplicationFailure } from '@temporalio/common';
import {
  createWorkflowWorld,
  clock,
  DAY_MS,
  type WorkflowWorld,
} from '../support/workflow-world.js';

let world: WorkflowWorld;

beforeAll(async () => {
  world = await createWorkflowWorld();
});
afterAll(() => world.close());

type Step = Readonly<Record<string, unknown>>;

describe('receivable', () => {
  it('does one step after the other until the books say that it is over', async () => {
    const done: string[] = [];
    const steps: Step[] = [
      { kind: 'wait', reason: 'not-due', untilMs: (await now()) + 7 * DAY_MS },
      { kind: 'remind', level: 1 },
      { kind: 'hold', reason: 'dispute', untilMs: (await now()) + 30 * DAY_MS },
      { kind: 'remind', level: 2 },
      { kind: 'close', outcome: 'paid' },
    ];
    const outcome = await follow('steps', {
      decideNextStep: async () => steps.shift(),
      sendNotice: async ({ level }: { level: number }) => {
        done.push(`notice ${level}`);
      },
    });
    expect(outcome).toBe('paid');
    expect(done).toEqual(['notice 1', 'notice 2']);
    expect(await now()).toBeGreaterThanOrEqual(0);
  });

  it('goes on when the invoice could not be mailed', async () => {
    const outcome = await follow('no-mail', {
      mailInvoice: async () => {
        throw ApplicationFailure.nonRetryable('no such mailbox', 'MAIL_UNDELIVERABLE');
      },
      decideNextStep: async () => ({ kind: 'close', outcome: 'paid' }),
    });
    expect(outcome).toBe('paid');
  });

  it('awaits the agency and then looks at the books again', async () => {
    const told: string[] = [];
    const steps: Step[] = [
      { kind: 'place', placementId: 'p1' },
      { kind: 'close', outcome: 'written-off' },
    ];
    const placementSteps: Step[] = [
      { kind: 'tell' },
      { kind: 'wait', untilMs: (await now()) + 60 * DAY_MS },
      { kind: 'close' },
    ];
    const outcome = await follow('placed', {
      decideNextStep: async () => steps.shift(),
      decidePlacementStep: async () => placementSteps.shift(),
      tellAgency: async () => {
        told.push('placement.created');
      },
      closePlacement: async () => {
        told.push('closed');
      },
    });
    expect(outcome).toBe('written-off');
    expect(told).toEqual(['placement.created', 'closed']);
  });

  it('loses no poke that arrives while the books are read', async () => {
    let looks = 0;
    const outcome = await follow('poked', {
      decideNextStep: async () => {
        looks += 1;
        if (looks > 1) return { kind: 'close', outcome: 'paid' };
        await world.environment.client.workflow.getHandle('receivable:poked').signal('lookAgain');
        return { kind: 'wait', reason: 'not-due', untilMs: null };
      },
    });
    expect(outcome).toBe('paid');
  });
});

async function follow(
  invoiceId: string,
  activities: Record<string, (input: never) => Promise<unknown>>,
): Promise<string> {
  const quietly = { mailInvoice: async () => {} };
  return world.withWorkers({ ...quietly, ...activities }, () =>
    world.environment.client.workflow.execute('receivable', {
      taskQueue: 'receivables',
      workflowId: `receivable:${invoiceId}`,
      args: [{ invoiceId, clock, row: 'shown' }],
    }),
  );
}

function now(): Promise<number> {
  return world.environment.currentTimeMs();
}
