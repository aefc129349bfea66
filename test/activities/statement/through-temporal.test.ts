import { openCashWorld, type CashWorld } from '../../support/cash-world.js';
import { createWorkflowWorld, type WorkflowWorld } from '../../support/workflow-world.js';

let books: CashWorld;
let temporal: WorkflowWorld;

beforeAll(async () => {
  books = await openCashWorld();
  temporal = await createWorkflowWorld();
});

afterAll(async () => {
  await temporal.close();
  await books.expectTies();
  await books.close();
});

describe('bankStatement with the real activities', () => {
  it('ends in booked money although every third call of the books breaks off', async () => {
    const invoices = [await books.invoice({ packets: 1 }), await books.invoice({ packets: 2 })];
    const { id: statementId } = await books.receive(
      books.statement([
        ...invoices.map(({ total, paymentReference }) => ({
          amount: total,
          text: paymentReference,
        })),
        { amount: -6_500n, text: 'Biaya' },
      ]),
    );
    expect(await run(statementId)).toBe('booked');

    const statement = await books.database.prisma.bankStatement.findUniqueOrThrow({
      where: { id: statementId },
      include: { lines: { orderBy: { position: 'asc' } } },
    });
    expect(statement.state).toBe('booked');
    expect(statement.lines.map(({ outcome }) => outcome)).toEqual([
      'booked',
      'booked',
      'not-a-customer-payment',
    ]);
    expect(await books.database.prisma.payment.count()).toBe(2);
  });

  it('ends as refused for a file that is no bank file', async () => {
    const { id } = await books.receive(new TextEncoder().encode('Lorem ipsum'));
    expect(await run(id)).toBe('refused');
  });
});

function run(statementId: string): Promise<unknown> {
  let calls = 0;
  const { database } = books;
  const activities = books.activitiesOver({
    ...database,
    call: async (command, ctx, input) => {
      calls += 1;
      if (calls % 3 === 0) throw new Error('the connection broke off');
      return database.call(command, ctx, input);
    },
  });
  return temporal.withWorkers(activities, () =>
    temporal.environment.client.workflow.execute('bankStatement', {
      workflowId: `statement:${statementId}`,
      taskQueue: 'receivables',
      args: [{ statementId }],
    }),
  );
}
