import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyReader } from '../../api/auth/keys.js';
import { isPasswordOf } from '../../api/auth/passwords.js';
import { verifyBooks } from '../../activities/verify/verify-books.js';
import { loadClock } from '../../platform/clock.js';
import { Secret } from '../../platform/secret.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import type { Credentials } from '../../prisma/sample/credentials.js';
import { seedBooks, type Seeding } from '../../prisma/sample/seed-books.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

type World = Readonly<{
  database: Database;
  home: string;
  seed: (options?: Partial<Seeding>) => Promise<string[]>;
  credentials: () => Credentials;
  close: () => Promise<void>;
}>;

async function openWorld(): Promise<World> {
  const empty: TestDatabase = await createTestDatabase();
  const database = openDatabase({ url: empty.url });
  const home = mkdtempSync(join(tmpdir(), 'lunas-seed-'));
  return {
    database,
    home,
    seed: async (options = {}) => {
      const said: string[] = [];
      await seedBooks({
        ...{ kind: 'minimal', weeks: 1, database, home },
        clock: await loadClock(database),
        codecKey: new Secret(Buffer.alloc(32).toString('base64')),
        printerPorts: [9301, 9302],
        say: (line) => said.push(line),
        ...options,
      });
      return said;
    },
    credentials: () =>
      JSON.parse(readFileSync(join(home, 'seed-credentials.json'), 'utf8')) as Credentials,
    close: async () => {
      await database.close();
      await empty.drop();
      rmSync(home, { recursive: true });
    },
  };
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
    const findings = await verifyBooks(world.database, new Date().toISOString());
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
