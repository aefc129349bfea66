import { verifyLives } from '../../../activities/verify/verify-lives.js';
import { damage } from '../../support/books.js';
import { clientOfRunning } from '../../support/fake-temporal.js';
import { testContext } from '../../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';
import * as receiptCommands from '../../../prisma/commands/receipt.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import { placementIdOf } from '../../support/placement-id-of.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 4 });
});
// No sale was ever made.
afterEach(() =>
  damage(trade.books, 'TRUNCATE sale, workflow_start, poke, audit_row, work_item CASCADE'),
);
afterAll(() => trade.close());

describe('verifyLives', () => {
  it('is content when everything open has its workflow, and nothing else runs', async () => {
    const { sale } = await trade.sell();
    const owed = await trade.invoice();
    await aWhileAgo();
    const running = [sale.id, owed.saleId].map((id) => `sale:${id}`);
    expect(await places([...running, `receivable:${owed.invoiceId}`, 'verify-books'])).toEqual([
      [],
      [],
    ]);
  });

  it('finds an open sale, an open receivable and an open placement without a life', async () => {
    const owed = await trade.invoice();
    const placementId = placementIdOf(
      await trade.call(collectionCommands.createPlacement, {
        invoiceId: owed.invoiceId,
        placedOn: trade.today(),
        agencyId: trade.shop.agencies[0].id,
      }),
    );
    await aWhileAgo();
    const [missing = []] = await places([]);
    expect(missing.toSorted()).toEqual([
      `placement:${placementId}`,
      `receivable:${owed.invoiceId}`,
      `sale:${owed.saleId}`,
    ]);
  });

  it('does not look for the workflow of a sale whose receivable lives on its own', async () => {
    const owed = await trade.invoice();
    const item = { openItemId: owed.openItems[0]?.id ?? '', amount: owed.total };
    const { allocationIds } = await trade.allocate(await trade.receive(owed.total), [item]);
    await trade.call(receivableCommands.closeReceivable, {
      invoiceId: owed.invoiceId,
      outcome: 'paid',
    });
    await trade.reverse(allocationIds[0] ?? '');
    await aWhileAgo();
    expect(await places([])).toEqual([[`receivable:${owed.invoiceId}`], []]);
  });

  it('finds a life that goes on although its sale is closed', async () => {
    const { sale } = await trade.sell();
    await trade.sales.closeSale({ saleId: sale.id, outcome: 'paid' });
    await paperIsOut();
    await aWhileAgo();
    expect(await places([`sale:${sale.id}`, 'receivable:of-nobody'])).toEqual([
      [],
      [`sale:${sale.id}`, 'receivable:of-nobody'],
    ]);
  });

  it('lets a closed sale live on while its receipt waits for paper, but never go without a life before', async () => {
    const { sale } = await trade.sell();
    await aWhileAgo();
    expect(await places([])).toEqual([[`sale:${sale.id}`], []]);

    await trade.sales.closeSale({ saleId: sale.id, outcome: 'paid' });
    await aWhileAgo();
    expect(await places([`sale:${sale.id}`])).toEqual([[], []]);

    await paperIsOut();
    expect(await places([`sale:${sale.id}`])).toEqual([[], []]);
    await aWhileAgo();
    expect(await places([`sale:${sale.id}`])).toEqual([[], [`sale:${sale.id}`]]);
  });

  it('gives what has just changed, just started, or waits in the outbox time to settle', async () => {
    const captured = await trade.sell();
    const closed = await trade.sell();
    await trade.sales.closeSale({ saleId: closed.sale.id, outcome: 'paid' });
    expect(await places([`sale:${closed.sale.id}`])).toEqual([[], []]);

    await aWhileAgo();
    const lives = await verifyLives(
      trade.database,
      clientOfRunning([`sale:${captured.sale.id}`, `sale:${closed.sale.id}`], 1_000),
    );
    expect(lives.map((finding) => finding.places)).toEqual([[], []]);

    await trade.database.prisma.workflowStart.updateMany({ data: { startedAt: null } });
    expect(await places([])).toEqual([[], []]);
  });

  it('shows at most ten places', async () => {
    await Promise.all(Array.from({ length: 12 }, () => trade.sell()));
    await aWhileAgo();
    const [missing] = await places([]);
    expect(missing).toHaveLength(10);
  });
});

async function places(running: readonly string[]): Promise<(readonly string[])[]> {
  const findings = await verifyLives(trade.database, clientOfRunning(running));
  expect(findings.map(({ id }) => id)).toEqual(['L1', 'L2']);
  return findings.map((finding) => finding.places);
}

async function paperIsOut(): Promise<void> {
  for (const { id } of await trade.database.prisma.printJob.findMany())
    await trade.call(receiptCommands.endPrintJob, { printJobId: id, state: 'PRINTED' });
}

/** As if everything so far had happened ten minutes ago, and the outbox were empty. */
async function aWhileAgo(): Promise<void> {
  await trade.database.transaction(testContext(), async (tx) => {
    await tx.workflowStart.updateMany({ data: { startedAt: new Date() } });
    await tx.poke.updateMany({ data: { sentAt: new Date(), createdAt: new Date(0) } });
  });
  await damage(
    trade.books,
    "UPDATE audit_row SET recorded_at = recorded_at - interval '10 minutes'",
  );
}
