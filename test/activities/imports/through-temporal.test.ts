import { createImportActivities } from '../../../activities/imports/import-activities.js';
import { createClock } from '../../../platform/clock.js';
import type { Transaction } from '../../../prisma/database.js';
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

  it('ends with every row once although the database session is killed in the middle of parts', async () => {
    const { database } = opened();
    const id = await handIn(database, file('K', 1_100));
    let parts = 0;
    const killed = {
      ...database,
      transaction: ((ctx, work) =>
        database.transaction(ctx, async (tx) => {
          const result = await work(tx);
          parts += 1;
          if (parts % 2 === 0) await killOwnSession(tx);
          return result;
        })) as typeof database.transaction,
    };
    expect(await run(id, killed)).toBe('done');
    expect(parts).toBeGreaterThan(4);
    expect(await broughtIn(database, id)).toMatchObject({
      state: 'done',
      rows: { written: 1_100 },
    });
    expect(await database.prisma.item.count({ where: { sku: { startsWith: 'K-' } } })).toBe(1_100);
  });

  it('goes on behind what was written when the worker of its first parts is gone for good', async () => {
    const { database } = opened();
    const id = await handIn(database, file('G', 1_100));
    const activities = createImportActivities({ database, clock: createClock(), hint: () => {} });
    await activities.readImportPart({ importId: id });
    await activities.bookImportPart({ importId: id });
    expect((await broughtIn(database, id)).rows).toEqual({ written: 500, read: 600 });
    expect(await run(id, database)).toBe('done');
    expect((await broughtIn(database, id)).rows).toEqual({ written: 1_100 });
    expect(await database.prisma.item.count({ where: { sku: { startsWith: 'G-' } } })).toBe(1_100);
  });

  it('is refused when nobody understands the file', async () => {
    const id = await handIn(opened().database, 'Lorem ipsum');
    expect(await run(id, opened().database)).toBe('refused');
  });
});

/** As an administrator does, or a server that dies: the transaction that asks for it is gone with its session. */
async function killOwnSession(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
}

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
