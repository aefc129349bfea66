import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bootstrapDatabase, withClient } from '../../cli/bootstrap-database.js';
import { temporalFault } from '../../cli/platform/temporal-connection.js';
import type { Program, Programs } from '../../cli/platform/programs.js';
import {
  startPlatform,
  type Platform,
  type PlatformOptions,
} from '../../cli/platform/start-platform.js';
import { startEmbeddedPostgres } from '../../platform/embedded-postgres.js';
import { isAlive } from '../../platform/processes.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';

const SPEED = 1440;

let folder: TempFolder;
let running: Platform | undefined;
let said: string[];

beforeEach(() => {
  folder = makeTempFolder();
  said = [];
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  folder.remove();
});

describe('a platform on one machine', () => {
  it('starts with sample data, repairs what dies, and finds everything as it was the next time', async () => {
    const first = await start({ speed: SPEED, seed: 'sample' });
    expect(said).toContain('seeding sample');
    expectCredentials(first);
    await expectSettingsGivenSparingly();
    await expectRepair(first, ['postgres', 'temporal', 'api']);
    await expect(start()).rejects.toThrow(
      `Lunas is already running on ${folder.path} (process ${process.pid}): end that one first`,
    );
    await expectToEndEverything(first);

    const second = await start({ seed: 'sample' });
    expect(said).not.toContain('seeding sample');
    expect(second.speed).toBe(SPEED);
    expect(second.credentials).toEqual(first.credentials);
    expect(await organisations(second)).toEqual([{ name: 'Toko Uji' }]);
    await expectToEndEverything(second);

    await expect(start({ speed: 2 })).rejects.toThrow(
      /business clock of this installation runs at speed 1440/,
    );

    const anew = await start({ begin: 'anew' });
    expect(anew.speed).toBe(1);
    expect(await organisations(anew)).toEqual([]);
    expect(anew.credentials).toEqual({});
  });

  it('runs while the history of sample data is filled in, and goes on with it the next time', async () => {
    const besideIt = {
      seed: 'sample',
      history: 'beside',
      programs: { ...programs(), seed: childScript('two-part-seed') },
    } as const;
    const first = await start(besideIt);
    expect(said).toContain('made the company (sample)');
    expect(await organisations(first)).toEqual([{ name: 'Toko Uji' }]);
    await first.stop();
    expect(await first.history?.ended).toEqual({ kind: 'stopped' });

    writeFileSync(join(folder.path, 'fail'), '');
    const second = await start(besideIt);
    expect(await second.history?.ended).toMatchObject({
      kind: 'failed',
      says: expect.stringMatching(/^The sample data could not be made: .*do not tie \(I1\)/),
    });
    expect(await organisations(second)).toEqual([{ name: 'Toko Uji' }]);
    await second.stop();

    rmSync(join(folder.path, 'fail'));
    writeFileSync(join(folder.path, 'go'), '');
    const third = await start(besideIt);
    expect(await third.history?.ended).toMatchObject({
      kind: 'complete',
      says: ['history complete: 3 sales', 'the books tie: 32 rules hold'],
    });
    await third.stop();

    expect((await start(besideIt)).history).toBeUndefined();
  });

  it('leaves nothing running when a part does not start, and says which', async () => {
    const broken = { ...programs(), api: program('api', 'fails-at-start') };
    await expect(start({ programs: broken })).rejects.toThrow(
      /^api did not start .*SMTP_URL is not set\./,
    );
    const connections = JSON.parse(
      readFileSync(join(folder.path, 'secrets.json'), 'utf8'),
    ) as object;
    expect(Object.keys(connections)).toContain('codecKey');
    const again = await start();
    expect(again.children().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['postgres', 'temporal', 'api']),
    );
  });

  it('says what to do with a folder whose books an older version made, and leaves nothing running', async () => {
    const older = await start();
    await withClient(older.database.ownerUrl, (owner) =>
      owner.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
           VALUES ('1', 'x', '0001_books_of_old', now())`,
      ),
    );
    await older.stop();
    await expect(start()).rejects.toThrow(
      /^This database holds books of a version that this one cannot continue .*begin anew with "npm start -- --fresh"/,
    );
    const anew = await start({ begin: 'anew' });
    expect(said.filter((line) => line.includes('left behind'))).toEqual([]);
    expect(await organisations(anew)).toEqual([]);
  });

  it('uses a database and a mail server that are given, instead of its own', async () => {
    const server = await startEmbeddedPostgres({
      dataFolder: join(folder.path, 'elsewhere'),
      port: 0,
      password: 'secret',
      durability: 'unsafe-but-fast',
    });
    const urls = await bootstrapDatabase({
      adminUrl: server.url,
      database: 'books',
      ownerPassword: 'owner',
      appPassword: 'app',
    });
    const given = {
      DATABASE_URL: urls.appUrl,
      DATABASE_OWNER_URL: urls.ownerUrl,
      SMTP_URL: 'smtp://mail.example:25',
    };
    const platform = await start({ given, seed: 'sample' });
    expect(platform.children().map(({ name }) => name)).not.toEqual(
      expect.arrayContaining(['postgres', 'mailbox']),
    );
    expect(platform.addresses.mailbox).toBeNull();
    expect(platform.env['SMTP_URL']).toBe('smtp://mail.example:25');
    expect(await organisations(platform)).toEqual([{ name: 'Toko Uji' }]);
    await platform.stop();
    await server.stop();
    await expect(start({ given })).rejects.toThrow(
      /^The database of DATABASE_OWNER_URL does not answer .*see that it runs/,
    );
    await expect(start({ given: { DATABASE_URL: urls.appUrl } })).rejects.toThrow(
      /^DATABASE_URL is set, so DATABASE_OWNER_URL must be set too/,
    );
  });

  it('says what to do when the wished port is taken, before it starts anything', async () => {
    const holder = await start();
    const port = Number(new URL(holder.addresses.api).port);
    // The small child does not listen; this does.
    const server = (await import('node:net')).createServer();
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
    await holder.stop();
    await expect(start({ apiPort: port })).rejects.toThrow(
      `Port ${port} is taken: end what uses it, or give --port another number.`,
    );
    server.close();
  });
});

function expectCredentials(platform: Platform): void {
  const file = join(folder.path, 'demo-credentials.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    ...platform.addresses,
    credentials: { 'JKT-01': { kind: 'terminal', token: 'lunas_dev_key_secret' } },
  });
}

/** What only stands in for the outside world gets no way into the books. */
async function expectSettingsGivenSparingly(): Promise<void> {
  const logOf = (name: string) => readFileSync(join(folder.path, 'logs', `${name}.log`), 'utf8');
  await until(() => logOf('api') !== '' && logOf('mailbox') !== '');
  expect(logOf('api')).toContain('settings with a database');
  expect(logOf('mailbox')).toContain('settings without a database');
}

async function expectRepair(platform: Platform, names: readonly string[]): Promise<void> {
  for (const name of names) platform.child(name).kill('SIGKILL');
  for (const name of names) await until(() => platform.child(name).restarts() === 1);
  expect(await temporalFault(platform.temporal)).toBeUndefined();
  expect(await organisations(platform)).toEqual([{ name: 'Toko Uji' }]);
}

async function expectToEndEverything(platform: Platform): Promise<void> {
  const pids = platform.children().map((child) => child.pid() ?? 0);
  await platform.stop();
  expect(pids.filter(isAlive)).toEqual([]);
}

async function start(options: Partial<PlatformOptions> = {}): Promise<Platform> {
  said = [];
  const platform = await startPlatform({
    home: folder.path,
    ports: 'free',
    seed: 'none',
    temporalUi: 'off',
    programs: programs(),
    log: (line) => said.push(line),
    ...options,
  });
  running = platform;
  return platform;
}

function programs(): Programs {
  return {
    mailbox: { ...program('mailbox', 'well-behaved'), kind: 'simulator' },
    printers: { ...program('printers', 'well-behaved'), kind: 'simulator' },
    codecServer: program('codec-server', 'well-behaved'),
    workers: [program('order-to-cash', 'well-behaved')],
    api: program('api', 'well-behaved'),
    seed: childScript('small-seed'),
  };
}

function program(name: string, script: string): Program {
  return { name, script: childScript(script), kind: 'product' };
}

function childScript(name: string): string {
  return fileURLToPath(new URL(`../support/children/${name}.mjs`, import.meta.url));
}

function organisations({ database }: Platform): Promise<unknown[]> {
  return withClient(
    database.ownerUrl,
    async (owner) => (await owner.query('SELECT name FROM organisation')).rows as unknown[],
  );
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('it did not come to that');
    await sleep(20);
  }
}
