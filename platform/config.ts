import { createPrivateKey } from 'node:crypto';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { OperatorFault } from './fault.js';
import { projectRoot } from './project-root.js';
import { Secret } from './secret.js';

const PORT_MAX = 65_535;
const CODEC_KEY_BYTES = 32; // AES-256

const port = z.coerce.number().int('must be a whole number').min(1).max(PORT_MAX);
const portList = z
  .string()
  .regex(/^(\d{1,5}(,\d{1,5})*)?$/, 'must be ports with commas between them')
  .default('')
  .transform((list) => list.split(',').filter(Boolean).map(Number));
const addressList = z
  .string()
  .default('')
  .transform((list) => list.split(',').filter(Boolean))
  .pipe(
    z.array(
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
        error: 'must be addresses or networks of proxies with commas between them',
      }),
    ),
  );
const secret = (text: z.ZodType<string>) => text.transform((value) => new Secret(value));
const url = (protocols: RegExp, what: string) =>
  z.string().refine((value) => hasProtocol(value, protocols), { message: `must be ${what}` });

const postgresUrl = url(
  /^postgres(ql)?:$/,
  'a URL such as postgresql://user:password@host:5432/database',
);
const smtpUrl = url(/^smtps?:$/, 'a URL such as smtp://host:25 or smtps://user:password@host:465');
const webUrl = url(/^https?:$/, 'a URL such as http://127.0.0.1:8233');
const hostAndPort = z
  .string()
  .regex(/^[^\s/:]+:\d{1,5}$/, 'must be host:port, such as 127.0.0.1:7233');
const codecKey = z
  .string()
  .refine((value) => Buffer.from(value, 'base64').length === CODEC_KEY_BYTES, {
    message: `must be ${CODEC_KEY_BYTES} bytes in base64 (openssl rand -base64 ${CODEC_KEY_BYTES})`,
  });
type NamedKey = Readonly<{ id: string; key: Secret }>;

const CODEC_KEY_ID = /^[\w.-]{1,64}$/;
const codecKeyList = z
  .string()
  .default('')
  .transform((list) => list.split(',').filter(Boolean).map(splitKey))
  .refine((keys) => keys.every(isNamedKey), {
    message: `must be pairs of id:key with commas between them, each key ${CODEC_KEY_BYTES} bytes in base64`,
  })
  .transform((keys): readonly NamedKey[] =>
    keys.map(({ id, key }) => ({ id, key: new Secret(key) })),
  );
const file = z
  .string()
  .optional()
  .transform((path) => (path === undefined ? undefined : resolve(path)));
const ed25519Key = z.string().refine(isEd25519, {
  message:
    'must be an Ed25519 private key, PKCS #8, in base64 (openssl genpkey -algorithm ed25519 -outform DER | base64)',
});
const folder = (byDefault: string) =>
  z
    .string()
    .default(byDefault)
    .transform((path) => resolve(path));

/**
 * Every setting of every process: environment variable and format. A process names the settings it
 * needs and gets no others.
 */
const settings = {
  databaseUrl: { env: 'DATABASE_URL', form: secret(postgresUrl) },
  databaseOwnerUrl: { env: 'DATABASE_OWNER_URL', form: secret(postgresUrl) },
  temporalAddress: { env: 'TEMPORAL_ADDRESS', form: hostAndPort },
  temporalNamespace: { env: 'TEMPORAL_NAMESPACE', form: z.string().min(1).default('default') },
  /** The names that Temporal's own tools use, so that one environment serves them as well. */
  temporalTls: { env: 'TEMPORAL_TLS', form: z.enum(['on', 'off']).optional() },
  temporalTlsCa: { env: 'TEMPORAL_TLS_SERVER_CA_CERT_PATH', form: file },
  temporalTlsCert: { env: 'TEMPORAL_TLS_CLIENT_CERT_PATH', form: file },
  temporalTlsKey: { env: 'TEMPORAL_TLS_CLIENT_KEY_PATH', form: file },
  temporalTlsServerName: { env: 'TEMPORAL_TLS_SERVER_NAME', form: z.string().optional() },
  temporalApiKey: { env: 'TEMPORAL_API_KEY', form: secret(z.string().min(1)).optional() },
  temporalUiUrl: { env: 'TEMPORAL_UI_URL', form: webUrl.optional() },
  smtpUrl: { env: 'SMTP_URL', form: secret(smtpUrl) },
  mailFrom: {
    env: 'MAIL_FROM',
    form: z.email('must be the address that letters come from'),
    inDevelopment: 'lunas@localhost.localdomain',
  },
  /** Where people open the console, for links in mails; without it a mail names the code alone. */
  publicUrl: { env: 'LUNAS_PUBLIC_URL', form: webUrl.optional() },
  smtpPort: { env: 'LUNAS_SMTP_PORT', form: port.default(1025) },
  mailboxPort: { env: 'LUNAS_MAILBOX_PORT', form: port.default(8025) },
  printerPagePort: { env: 'LUNAS_PRINTER_PAGE_PORT', form: port.default(9180) },
  printerPorts: { env: 'LUNAS_PRINTER_PORTS', form: portList },
  apiHost: { env: 'API_HOST', form: z.string().min(1).default('127.0.0.1') },
  trustedProxies: { env: 'LUNAS_TRUSTED_PROXIES', form: addressList },
  apiPort: { env: 'API_PORT', form: port.default(3000) },
  codecServerPort: { env: 'LUNAS_CODEC_SERVER_PORT', form: port.default(8234) },
  codecKey: { env: 'LUNAS_CODEC_KEY', form: secret(codecKey) },
  codecKeyId: {
    env: 'LUNAS_CODEC_KEY_ID',
    form: z.string().regex(CODEC_KEY_ID, 'must be 1 to 64 letters, digits, dots, dashes'),
  },
  /** Keys that only read: what was encrypted before the key was changed. */
  codecOldKeys: { env: 'LUNAS_CODEC_OLD_KEYS', form: codecKeyList },
  home: { env: 'LUNAS_HOME', form: folder(join(projectRoot, '.lunas')) },
  /** Of development: the file of the sample company's credentials. */
  sampleCredentials: { env: 'LUNAS_SAMPLE_CREDENTIALS', form: file },
  auditKey: { env: 'LUNAS_AUDIT_KEY', form: secret(ed25519Key) },
  auditFolder: { env: 'LUNAS_AUDIT_FOLDER', form: folder(join(projectRoot, '.lunas', 'audit')) },
  /** Watched for files of other systems, by kind and profile; off when it is not set. */
  importFolder: { env: 'LUNAS_IMPORT_FOLDER', form: file },
  /** Watched for bank files; off when it is not set. */
  bankFolder: { env: 'LUNAS_BANK_FOLDER', form: file },
  logLevel: {
    env: 'LUNAS_LOG_LEVEL',
    form: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  },
  /** Nothing but `npm start` says `development`: whoever starts a process by itself gets no habit of development. */
  environment: {
    env: 'LUNAS_ENV',
    form: z.enum(['development', 'production']).default('production'),
  },
} as const;

type Setting = Readonly<{ env: string; form: z.ZodType; inDevelopment?: string }>;
type Settings = typeof settings;
export type SettingName = keyof Settings;
export type Config<Name extends SettingName = SettingName> = Readonly<{
  [Setting in Name]: z.output<Settings[Setting]['form']>;
}>;

/**
 * Reads the named settings from the environment. An empty variable counts as not set.
 * @throws {OperatorFault} that lists every fault at once, by variable, without the values of secrets
 */
export function readConfig<Name extends SettingName>(
  names: readonly Name[],
  env: NodeJS.ProcessEnv = process.env,
): Config<Name> {
  const faults: string[] = [];
  const isDevelopment = environmentOf(env) === 'development';
  const values = names.map((name) => {
    const { env: variable, form, inDevelopment } = settings[name] as Setting;
    const said = name === 'environment' ? environmentOf(env) : env[variable];
    const raw = said === undefined || said === '' ? (isDevelopment ? inDevelopment : said) : said;
    const parsed = form.safeParse(raw === '' ? undefined : raw);
    if (parsed.success) return [name, parsed.data] as const;
    faults.push(
      `${variable} ${raw === undefined || raw === '' ? 'is not set' : parsed.error.issues.map(({ message }) => message).join(', ')}`,
    );
    return [name, undefined] as const;
  });
  if (faults.length > 0)
    throw new OperatorFault(`These settings must be corrected: ${faults.join('; ')}.`);
  return Object.fromEntries(values) as Config<Name>;
}

/** NODE_ENV=production has the last word: the careful side wins where the two contradict each other. */
function environmentOf(env: NodeJS.ProcessEnv): string | undefined {
  return env['NODE_ENV'] === 'production' ? 'production' : env[settings.environment.env];
}

/**
 * For what exists to make development easy: sample data with known credentials, payloads made readable.
 * @throws {OperatorFault} everywhere else
 */
export function onlyInDevelopment(what: string, env: NodeJS.ProcessEnv = process.env): void {
  if (readConfig(['environment'], env).environment === 'development') return;
  throw new OperatorFault(
    `${what} is for development and does not start in production: "npm start" starts it with LUNAS_ENV=development.`,
  );
}

/** The environment variable of a setting; the supervisor writes what the processes read. */
export function variableOf(name: SettingName): string {
  return settings[name].env;
}

/** The key is base64 and has no colon. */
function splitKey(pair: string): Readonly<{ id: string; key: string }> {
  const [id = '', key = ''] = pair.trim().split(':', 2);
  return { id, key };
}

function isNamedKey({ id, key }: Readonly<{ id: string; key: string }>): boolean {
  return CODEC_KEY_ID.test(id) && Buffer.from(key, 'base64').length === CODEC_KEY_BYTES;
}

function isEd25519(value: string): boolean {
  try {
    const key = Buffer.from(value, 'base64');
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' }).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

function hasProtocol(value: string, protocols: RegExp): boolean {
  return URL.canParse(value) && protocols.test(new URL(value).protocol);
}
