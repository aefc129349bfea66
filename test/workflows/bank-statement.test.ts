import { ApplicationFailure } from '@temporalio/common';
import { createWorkflowWorld, type WorkflowWorld } from '../support/workflow-world.js';

let world: WorkflowWorld;
let reasons: string[];

beforeAll(async () => {
  world = await createWorkflowWorld();
});
beforeEach(() => {
  reasons = [];
});
afterAll(() => world.close());

describe('the life of a bank file', () => {
  it('goes on with the next part until all is booked', async () => {
    const parts = [{ isDone: false }, { isDone: false }, { isDone: true }];
    expect(await carry('parts', { matchStatement: async () => parts.shift() })).toBe('booked');
    expect(parts).toEqual([]);
    expect(reasons).toEqual([]);
  });

  it('ends after sixty attempts, and says so with the last reason', async () => {
    let attempts = 0;
    const outcome = await carry('away', {
      readBankStatement: async () => {
        attempts += 1;
        throw new Error('the books are away');
      },
    });
    expect(outcome).toBe('given-up');
    expect(attempts).toBe(60);
    expect(reasons).toEqual(['It failed 60 times, the last time so: the books are away']);
  });

  it('ends at once where another attempt is of no use, and does not speak of sixty', async () => {
    const outcome = await carry('broken', {
      readBankStatement: async () => {
        throw ApplicationFailure.nonRetryable('no such file', 'STATEMENT_NOT_FOUND');
      },
    });
    expect(outcome).toBe('given-up');
    expect(reasons).toEqual(['It failed: no such file']);
  });
});

type Activities = Parameters<WorkflowWorld['withWorkers']>[0];

function carry(statementId: string, activities: Activities): Promise<unknown> {
  const all: Activities = {
    readBankStatement: async () => ({ kind: 'read' }),
    matchStatement: async () => ({ isDone: true }),
    giveUpStatement: async ({ reason }: { reason: string }) => {
      reasons.push(reason);
    },
    ...activities,
  };
  return world.withWorkers(all, () =>
    world.environment.client.workflow.execute('bankStatement', {
      taskQueue: 'receivables',
      workflowId: `statement:${statementId}`,
      args: [{ statementId }],
    }),
  );
}
