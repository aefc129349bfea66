import { variableOf, type SettingName } from '../../platform/config.js';
import type { InstallationSecrets } from '../../platform/secrets.js';
import type { DatabaseUrls } from '../bootstrap-database.js';
import type { Home } from './home.js';
import type { Ports } from './ports.js';
import type { PrinterPlace } from './printers.js';
import type { ConnectionConfig } from '../../platform/temporal/connection.js';

export type WiredTemporal = Readonly<{
  config: ConnectionConfig;
  /** For a given server: its certificates and key as the environment names them. */
  security: NodeJS.ProcessEnv;
  uiUrl: string | undefined;
  /** Undefined when no codec server runs. */
  codecServerPort: number | undefined;
}>;

export type Wiring = Readonly<{
  home: Home;
  ports: Ports;
  printers: readonly PrinterPlace[];
  secrets: InstallationSecrets;
  database: DatabaseUrls;
  temporal: WiredTemporal;
  smtpUrl: string;
}>;

export type Environments = Readonly<{
  /** For the processes of the product. */
  product: NodeJS.ProcessEnv;
  /** For the one process that seals the audit trail: nobody else can sign. */
  sealer: NodeJS.ProcessEnv;
  /** For simulators of the outside world: no secrets, no database. */
  simulator: NodeJS.ProcessEnv;
  /** For programs that also need the schema's owner, such as the seed. */
  owner: NodeJS.ProcessEnv;
}>;

// Not passed on: secrets, and variables that change how Node or PostgreSQL clients work. Other variables are.
const NOT_PASSED_ON =
  /^(PG|npm_|NODE_OPTIONS$|LUNAS_SUPERVISED$|DATABASE_|SMTP_URL$|TEMPORAL_TLS|TEMPORAL_API_KEY$|LUNAS_CODEC|LUNAS_AUDIT_KEY$|LUNAS_ENV$|NODE_ENV$)/;

/** The settings of every child, by the variables that `platform/config.ts` defines. */
export function environmentsOf(wiring: Wiring, env: NodeJS.ProcessEnv = process.env): Environments {
  const inherited = Object.fromEntries(
    Object.entries(env).filter(([name]) => !NOT_PASSED_ON.test(name)),
  );
  const shared = {
    ...inherited,
    ...variables(placeSettings(wiring)),
    ...simulatedPrinters(wiring.printers),
  };
  const product = {
    ...shared,
    ...wiring.temporal.security,
    ...variables(productSettings(wiring, env)),
  };
  return {
    simulator: shared,
    product,
    sealer: {
      ...product,
      ...variables({ auditKey: env[variableOf('auditKey')] ?? wiring.secrets.auditKey }),
    },
    owner: { ...product, ...variables({ databaseOwnerUrl: wiring.database.ownerUrl }) },
  };
}

type SettingValues = Readonly<Partial<Record<SettingName, string>>>;

/** The simulators have the names of the printers in the books, so that their paper can be found by printer. */
function simulatedPrinters(printers: readonly PrinterPlace[]): NodeJS.ProcessEnv {
  if (printers.length === 0) return {};
  const named = printers.map(({ code, port }) => ({ name: code, port }));
  return { PRINTER_SIMULATORS: JSON.stringify(named) };
}

function placeSettings({ home, ports, printers }: Wiring): SettingValues {
  return {
    // Said here and nowhere else: a process that is started in another way is in production.
    environment: 'development',
    home: home.folder,
    sampleCredentials: home.seedCredentials,
    auditFolder: home.audit,
    smtpPort: String(ports.smtp),
    mailboxPort: String(ports.mailbox),
    printerPagePort: String(ports.printerPage),
    printerPorts: printers.map(({ port }) => port).join(','),
  };
}

function productSettings(
  { ports, secrets, database, temporal, smtpUrl }: Wiring,
  env: NodeJS.ProcessEnv,
): SettingValues {
  return {
    apiPort: String(ports.api),
    publicUrl: env[variableOf('publicUrl')] ?? `http://127.0.0.1:${ports.api}`,
    databaseUrl: database.appUrl,
    temporalAddress: temporal.config.temporalAddress,
    temporalNamespace: temporal.config.temporalNamespace,
    ...(temporal.uiUrl === undefined ? {} : { temporalUiUrl: temporal.uiUrl }),
    ...(temporal.codecServerPort === undefined
      ? {}
      : { codecServerPort: String(temporal.codecServerPort) }),
    smtpUrl,
    codecKey: env[variableOf('codecKey')] ?? secrets.codecKey,
    codecKeyId: env[variableOf('codecKeyId')] ?? secrets.codecKeyId,
    codecOldKeys: env[variableOf('codecOldKeys')] ?? '',
  };
}

function variables(values: SettingValues): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [variableOf(name as SettingName), value]),
  );
}
