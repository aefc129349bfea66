import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { withClient } from '../../cli/bootstrap-database.js';
import {
  removeCluster,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type PostgresOptions,
} from '../../platform/embedded-postgres.js';
import { isAlive } from '../../platform/processes.js';
import { installationFor, type PostgresIdentity } from '../../platform/postgres/identity.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';

let folder: TempFolder;
const started: EmbeddedPostgres[] = [];

beforeEach(() => {
  folder = makeTempFolder();
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  folder.remove();
});

describe('the embedded PostgreSQL', () => {
  it('keeps what was committed when it is killed', async () => {
    const server = await start({ durability: 'full' });
    await query(server, 'CREATE TABLE fact (id int)');
    await query(server, 'INSERT INTO fact VALUES (1), (2)');
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    const again = await start({ durability: 'full' });
    expect(await query(again, 'SELECT id FROM fact ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(
      await query(
        again,
        `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full`,
      ),
    ).toEqual([{ fsync: 'on', full: 'on' }]);
  });

  it('takes over from one that a killed supervisor left running', async () => {
    const orphan = await start();
    const next = await start();
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await query(next, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('passes over a lock file whose number is now some other process', async () => {
    await (await start()).stop();
    writeFileSync(join(folder.path, 'data', 'postmaster.pid'), `${process.pid}\n${folder.path}\n`);
    const server = await start();
    expect(server.pid).not.toBe(process.pid);
  });

  it('listens on the loopback address only, and asks for the password', async () => {
    const server = await start();
    expect(
      await query(
        server,
        `SELECT current_setting('listen_addresses') AS at, current_setting('unix_socket_directories') AS sockets`,
      ),
    ).toEqual([{ at: '127.0.0.1', sockets: '' }]);
    await expect(
      withClient(server.url.replace('secret', 'wrong'), (client) => client.query('SELECT 1')),
    ).rejects.toThrow(/password authentication failed/);
  });

  it('runs beside another one', async () => {
    const [one, other] = await Promise.all([
      start(),
      start({ dataFolder: join(folder.path, 'other') }),
    ]);
    expect(one.port).not.toBe(other.port);
  });

  it('writes its own log when it is given a file', async () => {
    const logFile = join(folder.path, 'postgres.log');
    await start({ logFile });
    expect(existsSync(logFile)).toBe(true);
  });

  it('begins anew after its cluster was removed', async () => {
    await (await start()).stop();
    removeCluster(join(folder.path, 'data'));
    const server = await start();
    expect(
      await query(server, `SELECT count(*)::int AS own FROM pg_tables WHERE schemaname = 'public'`),
    ).toEqual([{ own: 0 }]);
  });
});

describe('what keeps it from starting is told in a sentence that says what to do', () => {
  it('a taken port', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => {
        const address = holder.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is taken, so PostgreSQL cannot listen on it: end what uses it and start again.`,
    );
    holder.close();
  });

  it('a damaged data folder', async () => {
    await (await start()).stop();
    rmSync(join(folder.path, 'data', 'global', 'pg_control'));
    await expect(start()).rejects.toThrow(
      /is damaged: restore a backup there, or start with --fresh/,
    );
  });

  it('a folder that holds something else', async () => {
    mkdirSync(join(folder.path, 'data'));
    writeFileSync(join(folder.path, 'data', 'holiday.jpg'), '');
    await expect(start()).rejects.toThrow(/is damaged \(PG_VERSION is missing\)/);
    expect(existsSync(join(folder.path, 'data', 'holiday.jpg'))).toBe(true);
  });

  it('a cluster of another version', async () => {
    await (await start()).stop();
    writeFileSync(join(folder.path, 'data', 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow(/was made by another version of PostgreSQL/);
  });
});

// Only root has to run the server as somebody else.
const whenRoot = process.geteuid?.() === 0 ? describe : describe.skip;

whenRoot('for root without user namespaces', () => {
  it('runs as an ordinary user, with its files where that user can reach them', async () => {
    const identity: PostgresIdentity = { kind: 'other-user', uid: 65_534, gid: 65_534 };
    const server = await start({ identity });
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    const { dataFolder } = installationFor(join(folder.path, 'data'), identity);
    expect(existsSync(join(dataFolder, 'PG_VERSION'))).toBe(true);
    rmSync(join(dataFolder, '..'), { recursive: true });
  });
});

async function start(options: Partial<PostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder.path, 'data'),
    port: 0,
    password: 'secret',
    durability: 'unsafe-but-fast',
    ...options,
  });
  started.push(server);
  return server;
}

function query({ url }: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows as unknown[]);
}
