import { createServer } from 'node:net';
import { homeAt } from '../../cli/platform/home.js';
import { writeConnections } from '../../cli/platform/connections.js';
import { runCheck, type Finding } from '../../cli/doctor/finding.js';
import { machineChecks } from '../../cli/doctor/machine-checks.js';
import { serviceChecks } from '../../cli/doctor/service-checks.js';
import { makeHome } from '../../cli/platform/home.js';
import { withClient } from '../../cli/bootstrap-database.js';
import { createTestDatabase } from '../support/database.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';

let folder: TempFolder;

beforeEach(() => {
  folder = makeTempFolder();
  makeHome(homeAt(folder.path));
});

afterEach(() => folder.remove());

describe('the doctor', () => {
  it('finds what the machine must have', async () => {
    const findings = await Promise.all(machineChecks(homeAt(folder.path)).map(runCheck));
    expect(stateOf(findings, 'Node')).toBe('ok');
    expect(stateOf(findings, 'embedded PostgreSQL')).toBe('ok');
    expect(findings.find(({ name }) => name === 'data folder')?.detail).toContain(folder.path);
  });

  it('says that nothing runs where nothing runs, and calls it no fault', async () => {
    const findings = await look({});
    expect(findings.map(({ state }) => state)).toEqual(findings.map(() => 'off'));
  });

  it('asks the database what it is and whether its schema is this one', async () => {
    const database = await createTestDatabase();
    const env = { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl };
    expect((await look(env)).find(({ name }) => name === 'database')).toMatchObject({
      state: 'ok',
      detail: expect.stringMatching(/^PostgreSQL 18\.\d+ at 127\.0\.0\.1:\d+, books up to date$/),
    });
    await database.drop();
    expect(stateOf(await look(env), 'database')).toBe('fault');
  });

  it('knows a starter that does not drain, and one that cannot start something', async () => {
    const database = await createTestDatabase();
    const starter = async () =>
      (await look({ DATABASE_URL: database.url })).find(({ name }) => name === 'starter');
    expect(await starter()).toMatchObject({ state: 'ok' });
    await withClient(database.ownerUrl, async (owner) => {
      await owner.query(
        `INSERT INTO poke (workflow_id, reason, created_at) VALUES ('sale:x', 'test', now() - interval '5 minutes')`,
      );
      expect(await starter()).toMatchObject({
        state: 'fault',
        detail: expect.stringMatching(/has waited 30\d seconds$/),
      });
      await owner.query(`UPDATE poke SET sent_at = now()`);
      await owner.query(
        `INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes, attempts, last_error)
         VALUES ('saleToCash', 'sale:y', 'sales', '{}', '{}', 3, 'no such namespace')`,
      );
    });
    expect(await starter()).toMatchObject({
      state: 'fault',
      detail: '1 lives cannot be started: no such namespace',
    });
    await database.drop();
  });

  it('finds a part that should answer and does not', async () => {
    const silent = createServer((socket) => socket.destroy());
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    writeConnections(homeAt(folder.path), { API_PORT: String(port) });
    const findings = await look({ TEMPORAL_ADDRESS: `127.0.0.1:${port}` });
    silent.close();
    expect(stateOf(findings, 'API')).toBe('fault');
    expect(stateOf(findings, 'Temporal')).toBe('fault');
    expect(stateOf(findings, 'mailbox')).toBe('off');
  });
});

function look(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  return Promise.all(serviceChecks(homeAt(folder.path), env).map(runCheck));
}

function stateOf(findings: readonly Finding[], wanted: string): string | undefined {
  return findings.find(({ name }) => name === wanted)?.state;
}
