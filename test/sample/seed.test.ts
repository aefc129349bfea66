import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyReader } from '../../api/auth/keys.js';
import { isPasswordOf } from '../../activities/people/passwords.js';
import { createCapture } from '../../activities/sale/capture/capture.js';
import { createCaptureSources } from '../../activities/sale/capture/capture-sources.js';
import { withClient } from '../../cli/bootstrap-database.js';
import { ensureBusinessClock } from '../../cli/platform/business-clock.js';
import { findFirstSale } from '../../cli/up/first-sale.js';
import type { SaleBody } from '../../contract/sale/sale-body.js';
import { verifyBooks } from '../../activities/verify/verify-books.js';
import { createClock, loadClock } from '../../platform/clock.js';
import { Secret } from '../../platform/secret.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import type { Credentials } from '../../sample/credentials.js';
import { openBooksToFill } from '../../sample/open-books-to-fill.js';
import { readSeedState } from '../../sample/seed-record.js';
import { seedBooks, type Seeding } from '../../sample/seed-books.js';
import { asOwner } from '../support/as-owner.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { PATIENT } from '../support/patient.js';

type World = Readonly<{
  books: TestDatabase;
  database: Database;
  home: string;
  seed: (options?: Partial<Seeding>) => Promise<string[]>;
  /** A sale at the till in front of us, as the table of `npm start` has it; answers its id. */
  sellNow: () => Promise<string>;
  credentials: () => Credentials;
  close: () => Promise<void>;
}>;

/** `at`: the business time, so that a history is the same at every hour; the machine's, when left out. */
async function openWorld(at?: string): Promise<World> {
  const empty: TestDatabase = await createTestDatabase();
  if (at !== undefined) await setClock(empty, at);
  const database = openBooksToFill(empty.url, PATIENT);
  const home = mkdtempSync(join(tmpdir(), 'lunas-seed-'));
  return {
    books: empty,
    database,
    home,
    seed: async (options = {}) => {
      const said: string[] = [];
      await seedBooks({
        kind: 'minimal',
        weeks: 1,
        extent: 'all',
        database,
        home,
        clock: await loadClock(database),
        codecKey: new Secret(Buffer.alloc(32).toString('base64')),
        printerPorts: [9301, 9302],
        say: (line) => said.push(line),
        ...options,
      });
      return said;
    },
    sellNow: () => sellNow(empty),
    credentials: () =>
      JSON.parse(readFileSync(join(home, 'seed-credentials.json'), 'utf8')) as Credentials,
    close: async () => {
      await database.close();
      await empty.drop();
      rmSync(home, { recursive: true });
    },
  };
}

function setClock({ ownerUrl }: TestDatabase, at: string): Promise<unknown> {
  return withClient(ownerUrl, (owner) =>
    owner.query(
      `INSERT INTO business_clock (id, business_epoch, real_epoch, speed) VALUES (1, $1, now(), 1)`,
      [at],
    ),
  );
}

describe('minimal sample data', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.seed();
  });
  afterAll(() => world.close());

  it('hold a company with three stores, sixteen tills, hundreds of items and a hundred customers', async () => {
    const { prisma } = world.database;
    expect(await prisma.store.count()).toBe(3);
    expect(await prisma.terminal.count({ where: { printerId: { not: null } } })).toBe(16);
    expect(await prisma.item.count()).toBeGreaterThan(300);
    expect(await prisma.price.count({ where: { version: 1 } })).toBe(await prisma.item.count());
    expect(await prisma.customer.count()).toBe(100);
    expect(await prisma.agency.count()).toBe(2);
    expect(await prisma.sale.count()).toBe(0);
  });

  it('leave no invariant broken, with the opening stock in the inventory account', async () => {
    const findings = await verifyBooks(world.database, createClock());
    expect(findings.filter(({ places }) => places.length > 0)).toEqual([]);
    const { _sum } = await world.database.prisma.stockLevel.aggregate({
      _sum: { valueAmount: true },
    });
    expect(_sum.valueAmount).toBeGreaterThan(0n);
  });

  it('give every barcode a check digit that a scanner accepts', async () => {
    const rows = await world.database.prisma.itemBarcode.findMany();
    const wrong = rows.filter(({ barcode }) => {
      const sum = barcode
        .split('')
        .reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0);
      return barcode.length !== 13 || sum % 10 !== 0;
    });
    expect(wrong).toEqual([]);
  });

  it('write a credential for each role, till and partner that opens the door, for the owner only', async () => {
    const credentials = world.credentials();
    const readKey = createKeyReader(world.database, Date.now);
    const principals = await Promise.all(
      Object.values(credentials).map(({ token }) => readKey(token)),
    );
    expect(principals).not.toContain(undefined);
    expect(Object.keys(credentials).filter((name) => name.startsWith('terminal:'))).toHaveLength(
      16,
    );
    expect(Object.keys(credentials).filter((name) => name.startsWith('partner:'))).toHaveLength(2);
    expect(credentials['terminal']).toEqual(credentials['terminal:JKT1-01']);
    const { email, password } = credentials['arManager'] ?? {};
    const user = await world.database.prisma.appUser.findUnique({ where: { email: email ?? '' } });
    expect(await isPasswordOf(password ?? '', user?.passwordHash)).toBe(true);
    expect(statSync(join(world.home, 'seed-credentials.json')).mode & 0o777).toBe(0o600);
  });

  it('place the printers at the ports that were given', async () => {
    const ports = await world.database.prisma.printer.findMany({ orderBy: { code: 'asc' } });
    expect(ports.map(({ port }) => port)).toEqual(expect.arrayContaining([9301, 9302, 9102]));
  });

  it('are made once: a second run says so and changes nothing', async () => {
    const before = world.credentials();
    expect(await world.seed()).toEqual([expect.stringContaining('already')]);
    expect(world.credentials()).toEqual(before);
  });
});

async function sellNow({ url, ownerUrl }: TestDatabase): Promise<string> {
  await withClient(ownerUrl, (owner) => ensureBusinessClock(owner, undefined));
  const found = await findFirstSale(ownerUrl, 'JKT1-01');
  const database = openDatabase({ url, waits: PATIENT });
  const clock = await loadClock(database);
  const sources = createCaptureSources(database);
  const capture = createCapture({ database, sources, clock, workflowLink: (id) => id });
  const saleId = found?.saleId ?? '';
  const till = await sources.priceBook().then((prices) => prices.till('JKT1-01'));
  const actor = { kind: 'terminal', id: till?.terminalId ?? '', name: 'JKT1-01' } as const;
  const ctx = { actor, origin: 'test', at: clock.iso(), requestId: 'live' };
  await capture({ saleId, body: JSON.parse(found?.body ?? '') as SaleBody, seller: {}, ctx });
  await database.close();
  return saleId;
}

/** Credit that is gone by now must not change who buys in the rest of a day that was cut off. */
async function blockOneDebtorOfTheDay({ books, database }: World): Promise<void> {
  const state = await readSeedState(database);
  const [customerId = ''] =
    (state.kind === 'begun' ? state.progress.debtors?.customerIds : undefined) ?? [];
  await asOwner(books, (owner) =>
    owner.query(`UPDATE customer_credit SET status = 'blocked' WHERE customer_id = $1`, [
      customerId,
    ]),
  );
}

/** What was sold while the history was filled in is for the starter alone, and the first of its till. */
async function expectUntouched({ database }: World, saleId: string): Promise<void> {
  const sale = await database.prisma.sale.findUniqueOrThrow({
    where: { id: saleId },
    select: { deviceSequence: true, lifecycle: { select: { stage: true } } },
  });
  expect(sale).toMatchObject({ deviceSequence: 1n, lifecycle: { stage: 'captured' } });
  expect(
    await database.prisma.workflowStart.findUnique({ where: { workflowId: `sale:${saleId}` } }),
  ).toMatchObject({ startedAt: null, held: false, attempts: 0 });
}

/** The same database, except that the process dies at the n-th sale. */
function dyingAtSale(database: Database, n: number): Database {
  let sales = 0;
  return {
    ...database,
    call: (command, ctx, input) => {
      if (command.name === 'capture_sale') sales += 1;
      if (sales >= n) throw new Error('killed');
      return database.call(command, ctx, input);
    },
  };
}

describe('sample data with a history', () => {
  let world: World;
  let interrupted: unknown;
  beforeAll(async () => {
    world = await openWorld('2026-11-27T14:00:00+07:00');
    interrupted = await world
      .seed({ kind: 'sample', weeks: 2, database: dyingAtSale(world.database, 100) })
      .catch((error: unknown) => error);
  });
  afterAll(() => world.close());

  it('go on where they were interrupted, in the middle of a day, and book nothing twice', async () => {
    const { prisma } = world.database;
    expect(interrupted).toEqual(new Error('killed'));
    expect(await prisma.workflowStart.count({ where: { held: false } })).toBe(0);
    await blockOneDebtorOfTheDay(world);
    const before = await prisma.sale.findMany({ select: { id: true } });
    expect(before.length).toBeGreaterThan(50);
    const credentials = world.credentials();
    const live = await world.sellNow();
    const said = await world.seed({ kind: 'sample', weeks: 2 });
    expect(said[0]).toContain('going on');
    await expectUntouched(world, live);
    expect(world.credentials()).toEqual(credentials);
    const after = new Set((await prisma.sale.findMany()).map(({ id }) => id));
    expect(before.filter(({ id }) => !after.has(id))).toEqual([]);
    const days = await prisma.sale.groupBy({ by: ['businessDate'], _count: true });
    expect(Math.max(...days.map(({ _count }) => _count))).toBeLessThanOrEqual(38);
    const sequences = await prisma.sale.findMany({
      select: { terminalId: true, deviceSequence: true },
    });
    expect(new Set(sequences.map((one) => `${one.terminalId} ${one.deviceSequence}`)).size).toBe(
      sequences.length,
    );
  });

  it('leave no invariant broken', async () => {
    const findings = await verifyBooks(world.database, await loadClock(world.database));
    expect(findings.filter(({ places }) => places.length > 0)).toEqual([]);
  });

  it('have a risk for every customer that has bought on account, and not the same for all', async () => {
    const { prisma } = world.database;
    const buyers = await prisma.customer.count({ where: { openItems: { some: {} } } });
    const risks = await prisma.customerRisk.findMany();
    expect(buyers).toBeGreaterThan(5);
    expect(risks).toHaveLength(buyers);
    expect(new Set(risks.map(({ score }) => score)).size).toBeGreaterThan(3);
  });

  it('hold paid, open and overdue invoices, each mailed once, and bank files that foot', async () => {
    const { prisma } = world.database;
    expect(await prisma.receivable.count({ where: { outcome: 'paid' } })).toBeGreaterThan(0);
    expect(await prisma.receivable.count({ where: { state: 'open' } })).toBeGreaterThan(5);
    const overdue = { openAmount: { gt: 0n }, dueOn: { lt: new Date() } };
    expect(await prisma.openItem.count({ where: overdue })).toBeGreaterThan(0);
    const invoices = await prisma.invoice.count();
    expect(await prisma.mailMessage.count({ where: { kind: 'invoice', state: 'sent' } })).toBe(
      invoices,
    );
    const footings = await prisma.bankStatement.findMany({
      select: { footing: true, state: true },
    });
    expect(footings.length).toBeGreaterThan(3);
    expect(footings).toEqual(footings.map(() => ({ footing: 'foots', state: 'booked' })));
  });

  it('leave the lives that still go on to the starter, and no others', async () => {
    const { prisma } = world.database;
    const waiting = await prisma.workflowStart.findMany({ where: { startedAt: null } });
    const open = await prisma.saleLifecycle.findMany({ where: { closedAt: null } });
    expect(waiting.map(({ workflowId }) => workflowId).toSorted()).toEqual(
      open.map(({ saleId }) => `sale:${saleId}`).toSorted(),
    );
    expect(waiting.filter(({ held }) => held)).toEqual([]);
    expect(await prisma.poke.count({ where: { sentAt: null } })).toBe(0);
  });

  it('say in their audit trail that the seed made them, and nothing happened after now', async () => {
    const { prisma } = world.database;
    const late = { at: { gt: new Date() } };
    expect(await prisma.lifecycleEvent.count({ where: late })).toBe(0);
    const captures = await prisma.auditRow.findMany({ where: { action: 'capture' }, take: 5 });
    expect(captures.map(({ origin }) => origin)).toEqual(captures.map(() => 'seed'));
  });
});
