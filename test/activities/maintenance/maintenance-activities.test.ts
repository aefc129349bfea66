import pino from 'pino';
import { sealAudit } from '../../../activities/audit/seal-audit.js';
import { createMaintenanceActivities } from '../../../activities/maintenance/maintenance-activities.js';
import { aSealKey } from '../../support/a-seal-key.js';
import { brokenInvariants, damage } from '../../support/books.js';
import { clientOfRunning } from '../../support/fake-temporal.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';

let clock: SettableClock;
let trade: TradingBooks;
let logged: string[];
let audit: TempFolder;

beforeEach(async () => {
  clock = settableClock('2026-07-01T09:00:00+07:00');
  trade = await openTradingBooks({ clock, poolSize: 6 });
  logged = [];
  audit = makeTempFolder();
});
afterEach(async () => {
  audit.remove();
  await trade.close();
});

describe('verifyBooksNow', () => {
  it('finds nothing, and says nothing, when all is well', async () => {
    const { sale } = await trade.sell();
    expect(await duties([`sale:${sale.id}`]).verifyBooksNow()).toEqual([]);
    expect(logged).toEqual([]);
    expect(await trade.database.prisma.workItem.count()).toBe(0);
  });

  it('makes each broken rule one work item and one line in the log, however often it looks', async () => {
    await trade.sell();
    await damage(
      trade.books,
      'UPDATE stock_level SET on_hand_milli = on_hand_milli + 1000',
      'UPDATE terminal SET receipt_serial = receipt_serial + 1',
    );
    expect(await duties().verifyBooksNow()).toEqual(['I3b', 'I8b']);
    expect(await duties().verifyBooksNow()).toEqual(['I3b', 'I8b']);
    const items = await trade.database.prisma.workItem.findMany({ orderBy: { subjectId: 'asc' } });
    expect(items).toMatchObject([
      { kind: 'invariant-broken', subjectId: 'I3b', state: 'open' },
      { kind: 'invariant-broken', subjectId: 'I8b', state: 'open' },
    ]);
    expect(items[1]?.detail).toEqual({
      says: 'receipt serials of a terminal have no gap',
      places: expect.arrayContaining(['BDG1-01', 'JKT1-01', 'JKT1-02']) as string[],
    });
    expect(logged).toHaveLength(4);
  });

  it('finds a life that is missing as well', async () => {
    await trade.sell();
    await everythingStartedAWhileAgo();
    expect(await duties([]).verifyBooksNow()).toEqual(['L1']);
  });
});

describe('healLives', () => {
  it('does nothing when nothing is missing', async () => {
    const { sale } = await trade.sell();
    await everythingStartedAWhileAgo();
    expect(await duties([`sale:${sale.id}`]).healLives()).toEqual({ restarted: 0, poked: 0 });
  });

  it('asks the outbox again for all lives that are missing, also when they are many', async () => {
    const sold = await Promise.all(Array.from({ length: 14 }, () => trade.sell()));
    await everythingStartedAWhileAgo();
    const [alive, ...lost] = sold.map(({ sale }) => `sale:${sale.id}`);
    expect(await duties([alive ?? '']).healLives()).toEqual({ restarted: 13, poked: 0 });
    const waiting = await trade.database.prisma.workflowStart.findMany({
      where: { startedAt: null },
    });
    expect(waiting.map(({ workflowId }) => workflowId).toSorted()).toEqual(lost.toSorted());
    expect(logged).toHaveLength(1);
    // What is asked for anew is not overdue.
    expect(await brokenInvariants(trade.now())).toEqual([]);
  });

  it('asks for receivables and placements that nobody has asked the outbox for before', async () => {
    const owed = await trade.invoice();
    const { placementId } = await trade.call<{ placementId: string }>('create_placement', {
      invoiceId: owed.invoiceId,
      placedOn: trade.today(),
      agencyId: trade.shop.agencies[0].id,
    });
    await everythingStartedAWhileAgo();
    await duties([`sale:${owed.saleId}`]).healLives();
    const waiting = await trade.database.prisma.workflowStart.findMany({
      where: { startedAt: null },
      orderBy: { workflowId: 'asc' },
    });
    expect(waiting).toMatchObject([
      {
        workflowId: `placement:${placementId}`,
        workflowType: 'placement',
        taskQueue: 'receivables',
        input: { placementId },
      },
      {
        workflowId: `receivable:${owed.invoiceId}`,
        workflowType: 'receivable',
        taskQueue: 'receivables',
        input: { invoiceId: owed.invoiceId },
      },
    ]);
  });

  it('wakes the lives of goods whose time has run out, and lets others sleep', async () => {
    const [kept] = await Promise.all([
      trade.sell({ delivery: { kind: 'later', expiresAt: '2026-07-02T09:00:00+07:00' } }),
      trade.sell({ delivery: { kind: 'later', expiresAt: '2026-07-09T09:00:00+07:00' } }),
    ]);
    clock.set('2026-07-02T10:00:00+07:00');
    expect(await duties().healLives()).toEqual({ restarted: 0, poked: 1 });
    const pokes = await trade.database.prisma.poke.findMany();
    expect(pokes).toMatchObject([
      { workflowId: `sale:${kept.sale.id}`, reason: 'delivery-expired' },
    ]);
  });
});

function duties(running: readonly string[] = []) {
  const write = (line: string) => logged.push(line);
  const logger = pino({ level: 'warn' }, { write });
  const { database } = trade;
  return createMaintenanceActivities({
    database,
    clock,
    logger,
    client: clientOfRunning(running),
    config: { auditFolder: audit.path },
  });
}

async function everythingStartedAWhileAgo(): Promise<void> {
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await trade.database.prisma.workflowStart.updateMany({
    data: { startedAt: new Date(), createdAt: anHourAgo },
  });
  await trade.database.prisma.poke.updateMany({
    data: { sentAt: new Date(), createdAt: anHourAgo },
  });
  await damage(
    trade.books,
    "UPDATE audit_row SET recorded_at = recorded_at - interval '10 minutes'",
  );
  await sealAudit({ prisma: trade.database.prisma, key: aSealKey(), folder: audit.path });
}
