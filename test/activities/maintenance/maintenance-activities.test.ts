import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { sealAudit } from '../../../activities/audit/seal-audit.js';
import { createMaintenanceActivities } from '../../../activities/maintenance/maintenance-activities.js';
import { quarantine } from '../../../activities/quarantine/quarantine-refused.js';
import type { Door } from '../../../contract/quarantine/doors.js';
import type { CommandContext } from '../../../domain/context.js';
import { Refusal } from '../../../domain/refusal.js';
import { aSealKey } from '../../support/a-seal-key.js';
import { brokenInvariants, damage } from '../../support/books.js';
import { clientOfRunning } from '../../support/fake-temporal.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';
import { testContext } from '../../support/shop.js';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';
import { placementIdOf } from '../../support/placement-id-of.js';

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

/** The shop of the tests has ended some already: two people have set its limits. */
const OPEN = { where: { state: 'open' } } as const;

describe('verifyBooksNow', () => {
  // The shop is made once a run, which may be long ago: what its making left in the trail is sealed.
  beforeEach(async () => {
    await damage(trade.books, anHourOlder);
    await seal();
  });

  it('finds nothing, and says nothing, when all is well', async () => {
    const { sale } = await trade.sell();
    expect(await duties([`sale:${sale.id}`]).verifyBooksNow()).toEqual([]);
    expect(logged).toEqual([]);
    expect(await trade.database.prisma.workItem.count(OPEN)).toBe(0);
  });

  it('asks for the holidays of the next year in the autumn', async () => {
    clock.set('2026-10-05T09:00:00+07:00');
    expect(await duties().verifyBooksNow()).toEqual([]);
    expect(await trade.database.prisma.workItem.findMany(OPEN)).toMatchObject([
      { kind: 'holidays-missing', subjectId: 'ID:2027' },
    ]);
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
    const items = await trade.database.prisma.workItem.findMany({
      ...OPEN,
      orderBy: { subjectId: 'asc' },
    });
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
});

describe('verifyBooksNow, of lives', () => {
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
    expect(await duties([`sale:${sale.id}`]).healLives()).toEqual({
      restarted: 0,
      poked: 0,
      ended: 0,
    });
  });

  it('asks the outbox again for all lives that are missing, also when they are many', async () => {
    const sold = await Promise.all(Array.from({ length: 14 }, () => trade.sell()));
    await everythingStartedAWhileAgo();
    const [alive, ...lost] = sold.map(({ sale }) => `sale:${sale.id}`);
    expect(await duties([alive ?? '']).healLives()).toEqual({ restarted: 13, poked: 0, ended: 0 });
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
    const placementId = placementIdOf(
      await trade.call(collectionCommands.createPlacement, {
        invoiceId: owed.invoiceId,
        placedOn: trade.today(),
        agencyId: trade.shop.agencies[0].id,
      }),
    );
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
    expect(await duties().healLives()).toEqual({ restarted: 0, poked: 1, ended: 0 });
    const pokes = await trade.database.prisma.poke.findMany();
    expect(pokes).toMatchObject([
      { workflowId: `sale:${kept.sale.id}`, reason: 'delivery-expired' },
    ]);
  });
});

describe('healLives, about sales that were refused', () => {
  const till = { kind: 'terminal', id: 'some-key', name: 'JKT1-01' } as const;

  it('ends the refusals of a sale that was booked afterwards under the same id', async () => {
    const [saleId, other] = [randomUUID(), randomUUID()];
    await refused(saleId, { content: 'wrong once' });
    await refused(saleId, { content: 'wrong twice', door: 'POST /v1/sync' });
    await refused(other, { content: 'never put right' });
    clock.set('2026-07-01T09:00:01+07:00');
    await trade.sell({}, { saleId });
    await trade.sell();
    expect(await duties().healLives()).toMatchObject({ ended: 2 });
    expect(await duties().healLives()).toMatchObject({ ended: 0 });
    expect(await stillOpen()).toEqual([other]);
    const { prisma } = trade.database;
    const entries = await prisma.quarantine.findMany({ where: { subjectId: saleId } });
    const resolvedBy = 'maintenance: the sale was booked under this id afterwards';
    expect(entries).toMatchObject([{ resolvedBy }, { resolvedBy }]);
    const work = await prisma.workItem.findFirstOrThrow({
      where: { subjectId: entries[0]?.id ?? '' },
    });
    expect(work).toMatchObject({ state: 'done', closedBy: 'maintenance' });
    expect(
      await prisma.auditRow.findMany({
        where: { tableName: 'work_item', rowId: work.id, action: 'update' },
      }),
    ).toMatchObject([{ actorId: 'maintenance', origin: 'schedule:heal-lives' }]);
  });

  it('leaves to a person what was refused after the sale was booked', async () => {
    const { sale } = await trade.sell();
    clock.set('2026-07-01T09:00:01+07:00');
    await refused(sale.id, { content: 'another content' });
    expect(await duties().healLives()).toMatchObject({ ended: 0 });
    expect(await stillOpen()).toEqual([sale.id]);
  });

  it('leaves to a person what another till sent under the id, and what is no sale', async () => {
    const key = await trade.database.prisma.apiKey.findFirstOrThrow({
      where: { terminal: { code: 'JKT1-02' } },
    });
    const saleId = randomUUID();
    await refused(saleId, { content: 'of another till', actor: { ...till, id: key.keyId } });
    await refused(saleId, { content: 'a file', door: 'POST /v1/bank-statements' });
    await refused('not-an-id', { content: 'x' });
    clock.set('2026-07-01T09:00:01+07:00');
    await trade.sell({}, { saleId });
    expect(await duties().healLives()).toMatchObject({ ended: 0 });
    expect(await stillOpen()).toEqual([saleId, saleId, 'not-an-id']);
  });

  type Sent = Readonly<{ content: string; door?: Door; actor?: CommandContext['actor'] }>;

  function refused(subjectId: string, { content, door = 'PUT /v1/sales', actor = till }: Sent) {
    const refusal = new Refusal({ code: 'TENDERS_DO_NOT_ADD_UP', detail: 'They do not.' });
    const sent = {
      door,
      storeId: undefined,
      subjectId,
      content: Buffer.from(content),
      contentType: 'text/plain',
    };
    const ctx = { ...testContext(clock.iso()), actor };
    return quarantine(trade.database, ctx, { refusal, sent });
  }

  async function stillOpen() {
    const open = await trade.database.prisma.quarantine.findMany({
      where: { resolvedAt: null },
      orderBy: { id: 'asc' },
    });
    return open.map(({ subjectId }) => subjectId);
  }
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
  await damage(trade.books, anHourOlder);
  await seal();
}

const anHourOlder = "UPDATE audit_row SET recorded_at = recorded_at - interval '1 hour'";

function seal() {
  return sealAudit({ prisma: trade.database.prisma, key: aSealKey(), folder: audit.path });
}
