import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { variableOf } from '../../platform/config.js';
import { OperatorFault } from '../../platform/fault.js';
import { removeCluster } from '../../platform/embedded-postgres.js';
import { loadSecrets, removeSecrets, type InstallationSecrets } from '../../platform/secrets.js';
import type { ConnectionConfig } from '../../platform/temporal/connection.js';
import { toolPath } from '../../platform/tools.js';
import type { DatabaseUrls } from '../bootstrap-database.js';
import { withClient } from '../bootstrap-database.js';
import { RunRecords } from '../supervision/run-records.js';
import { startGuard } from '../supervision/start-guard.js';
import type { Supervised } from '../supervision/supervise.js';
import { forgetConnections, writeConnections } from './connections.js';
import {
  readSeedCredentials,
  writeDemoCredentials,
  type Addresses,
  type Credentials,
} from './credentials.js';
import {
  environmentsOf,
  type Environments,
  type WiredTemporal,
  type Wiring,
} from './environment.js';
import { givenTemporal, type GivenServers } from './given-servers.js';
import { homeAt, makeHome, type Home } from './home.js';
import { holdPorts, holdPrinterPorts, type HeldPorts, type PortWishes } from './ports.js';
import { addressesOf, webAddress } from './addresses.js';
import { postgresPart } from './postgres-part.js';
import {
  bringUpToDate,
  checkGivenDatabase,
  prepareEmbeddedDatabase,
  seedStandingOf,
  type SeedKind,
  type SeedStanding,
} from './prepare-database.js';
import { placePrinters, simulatedPrinters, type PrinterPlace } from './printers.js';
import { productPrograms, type Program, type Programs } from './programs.js';
import { RunningParts } from './running-parts.js';
import { beginWithoutSample } from './own-company.js';
import { fillHistory, seedBooks, type FillingHistory } from './sample-data.js';
import { settleBoth } from './settle-both.js';
import { embeddedTemporal, ensureSearchAttributes } from './temporal-connection.js';
import { temporalPart } from './temporal-part.js';

export type PlatformOptions = Readonly<{
  /** Folder of the installation: data, logs, secrets. */
  home: string;
  /** `free` takes any ports, to run beside another platform. */
  ports?: 'default' | 'free';
  apiPort?: number | undefined;
  /** Business time per real time, set on the first start. */
  speed?: number | undefined;
  seed?: SeedKind;
  /** `beside`: the history of sample data is filled in while the platform runs already. */
  history?: 'first' | 'beside';
  /** Removes everything under `home` first. */
  begin?: 'as-it-was' | 'anew';
  temporalUi?: 'on' | 'off';
  given?: GivenServers;
  /** Programs in place of the product's own; tests of the supervisor use small ones. */
  programs?: Programs;
  /** Called with one line for each step. */
  log: (line: string) => void;
  /** Aborting it cancels the start and stops what already runs. */
  abort?: AbortSignal;
}>;

export type Platform = Readonly<{
  home: Home;
  addresses: Addresses;
  credentials: Credentials;
  database: DatabaseUrls;
  temporal: ConnectionConfig;
  speed: number;
  /** Undefined when the history was complete before everything ran, or there is none. */
  history: FillingHistory | undefined;
  /** The settings of its processes, for programs that run beside them. */
  env: NodeJS.ProcessEnv;
  /** `postgres`, `temporal`, `mailbox`, `printers`, `codec-server` (with a web UI), `order-to-cash`, `starter`, `device-agent`, `api`. */
  child: (name: string) => Supervised;
  children: () => readonly Supervised[];
  /** Stops everything in order. */
  stop: () => Promise<void>;
  /** Kills everything at once. */
  killAll: () => void;
}>;

const SUPERVISOR_NAME = 'supervisor';

/**
 * Starts a whole platform on this machine and waits until all of it serves. When a part does not start, the parts
 * started before it are stopped.
 * @throws {OperatorFault} one sentence that says what to do
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  refuseProduction(process.env);
  const home = homeAt(options.home);
  makeHome(home);
  const records = new RunRecords(home.run);
  claimHome(records, home);
  const abort = options.abort ?? new AbortController().signal;
  const parts = new RunningParts({ home, records, say: options.log, abort });
  const guard = startGuard(home.run);
  const stop = async () => {
    await parts.stop();
    await guard.dismiss();
    forgetConnections(home);
    records.forget(SUPERVISOR_NAME);
  };
  try {
    await clearUp(records, { home, options });
    return await runStart(new PlatformStart(options, { home, parts }), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function runStart(start: PlatformStart, stop: () => Promise<void>): Promise<Platform> {
  try {
    return await start.run(stop);
  } finally {
    await start.releasePorts();
  }
}

/** Whoever says production must not get demo credentials and readable payloads. */
function refuseProduction(env: NodeJS.ProcessEnv): void {
  if (env['NODE_ENV'] !== 'production' && env[variableOf('environment')] !== 'production') return;
  throw new OperatorFault(
    'NODE_ENV or LUNAS_ENV says production, and this starts a platform for development: start the processes of dist by themselves (README).',
  );
}

function claimHome(records: RunRecords, home: Home): void {
  const holder = records.claim(SUPERVISOR_NAME, process.pid);
  if (holder === undefined) return;
  throw new OperatorFault(
    `Lunas is already running on ${home.folder} (process ${holder}): end that one first, or set LUNAS_HOME to another folder.`,
  );
}

async function clearUp(
  records: RunRecords,
  { home, options }: Readonly<{ home: Home; options: PlatformOptions }>,
): Promise<void> {
  const leftovers = await records.endLeftovers([SUPERVISOR_NAME]);
  if (leftovers.length > 0)
    options.log(`ended what the last run left behind: ${leftovers.join(', ')}`);
  if (options.begin !== 'anew') return;
  removeEmbeddedData(home);
  const { DATABASE_URL, TEMPORAL_ADDRESS } = options.given ?? {};
  // An external server still holds data encrypted with these secrets.
  if (DATABASE_URL === undefined && TEMPORAL_ADDRESS === undefined) removeSecrets(home.folder);
  // With an external server the trail still exists, and so must its heads.
  if (DATABASE_URL === undefined) rmSync(home.audit, { recursive: true, force: true });
  makeHome(home);
  options.log('began anew: the old data are gone');
}

function removeEmbeddedData(home: Home): void {
  removeCluster(home.postgresData);
  const rest = [home.mailbox, home.printers, home.seedCredentials, home.credentials];
  for (const path of [dirname(home.temporalFile), ...rest])
    rmSync(path, { recursive: true, force: true });
}

type Database = Readonly<{
  urls: DatabaseUrls;
  speed: number;
  printers: readonly PrinterPlace[];
  /** Its history is still to be filled in. */
  isToFill: boolean;
}>;

/** The steps of one start. */
class PlatformStart {
  readonly #options: PlatformOptions;
  readonly #given: GivenServers;
  readonly #programs: Programs;
  readonly #home: Home;
  readonly #parts: RunningParts;
  readonly #secrets: InstallationSecrets;
  readonly #wishes: PortWishes;
  readonly #held: HeldPorts<string>[] = [];

  constructor(
    options: PlatformOptions,
    { home, parts }: Readonly<{ home: Home; parts: RunningParts }>,
  ) {
    this.#options = options;
    this.#given = options.given ?? {};
    this.#programs = options.programs ?? productPrograms;
    this.#home = home;
    this.#parts = parts;
    this.#secrets = loadSecrets(home.folder);
    this.#wishes = { api: options.apiPort, choice: options.ports ?? 'default', say: options.log };
  }

  async run(stop: () => Promise<void>): Promise<Platform> {
    const held = await holdPorts(this.#wishes);
    this.#held.push(held);
    const { ports } = held;
    // In parallel: neither needs the other, and each takes seconds.
    const [urls, temporal] = await settleBoth(this.#openDatabase(held), this.#startTemporal(held));
    const wire = (printers: readonly PrinterPlace[]): Wiring => ({
      home: this.#home,
      ports,
      printers,
      secrets: this.#secrets,
      database: urls,
      temporal,
      smtpUrl: this.#given.SMTP_URL ?? `smtp://127.0.0.1:${ports.smtp}`,
    });
    const database = await this.#fillDatabase(urls, environmentsOf(wire([])));
    const environments = environmentsOf(wire(database.printers));
    await this.#startPrograms(environments, temporal);
    const addresses = addressesOf(ports, {
      printers: database.printers,
      uiUrl: temporal.uiUrl,
      mailbox: this.#given.SMTP_URL === undefined ? 'runs' : 'a real mail server',
    });
    const credentials = readSeedCredentials(this.#home);
    writeDemoCredentials(this.#home, { ...addresses, credentials });
    writeConnections(this.#home, environments.owner);
    const history = database.isToFill ? this.#fillHistory(environments) : undefined;
    return {
      home: this.#home,
      addresses,
      credentials,
      database: urls,
      temporal: temporal.config,
      speed: database.speed,
      history,
      env: environments.owner,
      child: (name) => this.#parts.named(name),
      children: () => this.#parts.all(),
      stop: async () => {
        await history?.stop();
        await stop();
      },
      killAll: () => {
        void history?.stop();
        this.#parts.killAll();
      },
    };
  }

  async #openDatabase({ ports, release }: HeldPorts): Promise<DatabaseUrls> {
    const { DATABASE_URL, DATABASE_OWNER_URL } = this.#given;
    if (DATABASE_URL !== undefined) return checkGivenDatabase({ DATABASE_URL, DATABASE_OWNER_URL });
    return this.#timed('starting PostgreSQL', async () => {
      const logFile = join(this.#home.logs, 'postgres.log');
      const place = {
        dataFolder: this.#home.postgresData,
        port: ports.postgres,
        password: this.#secrets.postgresPassword,
        logFile,
      };
      await release('postgres');
      const [server] = await this.#parts.start([postgresPart(place)]);
      return prepareEmbeddedDatabase(server?.address() ?? '', this.#secrets);
    });
  }

  async #startTemporal({ ports, release }: HeldPorts): Promise<WiredTemporal> {
    const given = givenTemporal(this.#given);
    if (given !== undefined) {
      await ensureSearchAttributes(given.config);
      return given;
    }
    const namespace = this.#given.TEMPORAL_NAMESPACE ?? 'default';
    const ui =
      this.#options.temporalUi === 'off'
        ? undefined
        : { port: ports.temporalUi, codecServer: webAddress(ports.codecServer) };
    await release('temporal', 'temporalUi');
    await this.#timed('starting Temporal', () =>
      this.#parts.start([
        temporalPart({
          executable: toolPath('TEMPORAL_CLI_PATH'),
          databaseFile: this.#home.temporalFile,
          port: ports.temporal,
          ui,
          namespace,
          logFile: join(this.#home.logs, 'temporal.log'),
        }),
      ]),
    );
    return {
      config: embeddedTemporal(ports.temporal, namespace),
      security: {},
      uiUrl: ui === undefined ? undefined : webAddress(ui.port),
      codecServerPort: ui === undefined ? undefined : ports.codecServer,
    };
  }

  async #fillDatabase(urls: DatabaseUrls, environments: Environments): Promise<Database> {
    const speed = await this.#timed('bringing the database up to date', () =>
      bringUpToDate(urls, { speed: this.#options.speed, log: () => {} }),
    );
    const isToFill = (await this.#makeSampleData(urls, environments)) === 'begun';
    return { urls, speed, printers: await this.#placePrinters(urls.ownerUrl), isToFill };
  }

  /** Fills empty books, and goes on with a history that was cut off; answers how far they are. */
  async #makeSampleData(
    { ownerUrl, appUrl }: DatabaseUrls,
    environments: Environments,
  ): Promise<SeedStanding> {
    const standing = await seedStandingOf(ownerUrl);
    const isBeside = this.#options.history === 'beside';
    const { kind } = this.#sampleData(environments);
    if (kind === 'own') {
      if (standing === 'empty') await beginWithoutSample(this.#home, appUrl);
      return 'filled';
    }
    if (kind === 'none' || standing === 'filled' || (isBeside && standing === 'begun'))
      return kind === 'none' ? 'filled' : standing;
    const extent = isBeside && kind === 'sample' ? 'company' : 'all';
    await this.#timed(extent === 'all' ? 'making sample data' : 'making the sample company', () =>
      seedBooks({
        ...this.#sampleData(environments),
        kind,
        extent,
        say: this.#options.log,
        abort: this.#options.abort,
      }),
    );
    return seedStandingOf(ownerUrl);
  }

  #sampleData(environments: Environments) {
    return {
      kind: this.#options.seed ?? 'sample',
      script: this.#programs.seed,
      home: this.#home,
      env: environments.owner,
    };
  }

  #fillHistory(environments: Environments): FillingHistory {
    return fillHistory({ ...this.#sampleData(environments), kind: 'sample' });
  }

  async #placePrinters(ownerUrl: string): Promise<readonly PrinterPlace[]> {
    return withClient(ownerUrl, async (owner) => {
      const known = await simulatedPrinters(owner);
      const held = await holdPrinterPorts(
        known.map(({ code }) => code),
        this.#wishes,
      );
      this.#held.push(held);
      const places = known.map(({ code }) => ({ code, port: held.ports[code] ?? 0 }));
      await placePrinters(owner, places);
      return places;
    });
  }

  async #startPrograms(
    environments: Environments,
    { codecServerPort }: WiredTemporal,
  ): Promise<void> {
    const { mailbox, printers, codecServer, workers, api } = this.#programs;
    const simulators = this.#given.SMTP_URL === undefined ? [mailbox, printers] : [printers];
    const companions = codecServerPort === undefined ? simulators : [...simulators, codecServer];
    const start = (what: string, group: readonly Program[]) =>
      this.#timed(what, () => this.#parts.startPrograms(group, environments));
    await this.#releaseAllBut('api');
    await start('starting mailbox and printers', companions);
    await start('starting the workers', workers);
    await this.releasePorts();
    await start('starting the API', [api]);
  }

  async #releaseAllBut(name: string): Promise<void> {
    for (const { ports, release } of this.#held)
      await release(...Object.keys(ports).filter((held) => held !== name));
  }

  /** Also those of servers that do not run. */
  async releasePorts(): Promise<void> {
    for (const held of this.#held) await held.releaseAll();
  }

  async #timed<Result>(what: string, step: () => Promise<Result>): Promise<Result> {
    this.#options.abort?.throwIfAborted();
    const startedAt = performance.now();
    const result = await step();
    this.#options.log(`${what}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    return result;
  }
}
