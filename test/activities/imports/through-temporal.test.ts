import { createImportActivities } from '../../../activities/imports/import-activities.js';
import { createClock } from '../../../platform/clock.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { broughtIn, handIn } from '../../support/imports.js';
import { createShop } from '../../support/shop.js';
import { createWorkflowWorld, type WorkflowWorld } from '../../support/workflow-world.js';

const opened = useEmptyBooks();
let temporal: WorkflowWorld;

beforeAll(async () => {
  await createShop(opened().database);
  temporal = await createWorkflowWorld();
});

afterAll(() => temporal.close());

function file(prefix: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `${prefix}-${index},Barang,100,PPN`);
  return `sku,name,harga,taxCode\n${lines.join('\n')}\n`;
}

describe('importedFile with the real activities', () => {
  it('ends with every row once although every third transaction breaks off before its end', async () => {
    const { database } = opened();
    const id = await handIn(database, file('W', 1_100));
    let calls = 0;
    const breaking = {
      ...database,
      transaction: ((ctx, work) =>
        database.transaction(ctx, async (tx) => {
          const result = await work(tx);
          calls += 1;
          if (calls % 3 === 0) throw new Error('the connection broke off');
          return result;
        })) as typeof database.transaction,
    };
    expect(await run(id, breaking)).toBe('done');
    expect(await broughtIn(database, id)).toMatchObject({
      state: 'done',
      rows: { written: 1_100 },
    });
    expect(await database.prisma.item.count({ where: { sku: { startsWith: 'W-' } } })).toBe(1_100);
  });

  it('is refused when nobody understands the file', async () => {
    const id = await handIn(opened().database, 'Lorem ipsum');
    expect(await run(id, opened().database)).toBe('refused');
  });
});

function run(importId: string, database: ReturnType<typeof opened>['database']): Promise<unknown> {
  const activities = createImportActivities({ database, clock: createClock(), hint: () => {} });
  return temporal.withWorkers(activities, () =>
    temporal.environment.client.workflow.execute('importedFile', {
      workflowId: `import:${importId}`,
      taskQueue: 'receivables',
      args: [{ importId }],
    }),
  );
}
