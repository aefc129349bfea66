import { readFileSync } from 'node:fs';
import { variableOf, type Config, type SettingName } from '../config.js';
import { messageOf, OperatorFault } from '../fault.js';
import { LOOPBACK } from '../listen.js';

/** Settings that say where the Temporal server is and how it is reached. */
export const CONNECTION_SETTINGS = [
  'temporalAddress',
  'temporalNamespace',
  'temporalTls',
  'temporalTlsCa',
  'temporalTlsCert',
  'temporalTlsKey',
  'temporalTlsServerName',
  'temporalApiKey',
  'environment',
] as const;
export type ConnectionConfig = Config<(typeof CONNECTION_SETTINGS)[number]>;

/** What the SDK's clients and workers need alike to reach the server. */
export type TemporalEndpoint = Readonly<{
  address: string;
  tls: TemporalTls | false;
  apiKey?: string;
}>;

export type TemporalTls = Readonly<{
  serverNameOverride?: string;
  serverRootCACertificate?: Buffer;
  clientCertPair?: { crt: Buffer; key: Buffer };
}>;

const LOOPBACK_NAMES: readonly string[] = [LOOPBACK, 'localhost'];

/**
 * The only place that decides how a process reaches Temporal: every client and every worker connects with this.
 * @throws {OperatorFault} settings that contradict each other, a file that cannot be read, no TLS in production
 */
export function temporalEndpoint(config: ConnectionConfig): TemporalEndpoint {
  const { temporalAddress: address, temporalApiKey: apiKey } = config;
  const tls = usesTls(config) ? tlsOf(config) : false;
  return { address, tls, ...(apiKey === undefined ? {} : { apiKey: apiKey.reveal() }) };
}

/** TLS is on where any of its settings or an API key is given, and may be left out only on purpose. */
function usesTls(config: ConnectionConfig): boolean {
  const { temporalTls, temporalAddress, environment } = config;
  const isGiven = NEED_TLS.some((name) => config[name] !== undefined);
  if (temporalTls !== 'off') {
    if (temporalTls === 'on' || isGiven) return true;
    const isHere = LOOPBACK_NAMES.includes(temporalAddress.split(':', 1)[0] ?? '');
    if (isHere || environment === 'development') return false;
    throw new OperatorFault(
      `TEMPORAL_ADDRESS ${temporalAddress} is another machine and no TLS is set: set TEMPORAL_TLS=on or its certificates, or TEMPORAL_TLS=off where the network itself encrypts.`,
    );
  }
  if (!isGiven) return false;
  const given = NEED_TLS.filter((name) => config[name] !== undefined).map(variableOf);
  throw new OperatorFault(`TEMPORAL_TLS is off, but ${given.join(', ')} needs it: unset one.`);
}

const NEED_TLS = [
  'temporalTlsCa',
  'temporalTlsCert',
  'temporalTlsKey',
  'temporalTlsServerName',
  'temporalApiKey',
] as const;

function tlsOf(config: ConnectionConfig): TemporalTls {
  const { temporalTlsServerName: serverNameOverride } = config;
  const ca = contentOf(config, 'temporalTlsCa');
  const crt = contentOf(config, 'temporalTlsCert');
  const key = contentOf(config, 'temporalTlsKey');
  if ((crt === undefined) !== (key === undefined))
    throw new OperatorFault(
      `${variableOf('temporalTlsCert')} and ${variableOf('temporalTlsKey')} belong together: set both or neither.`,
    );
  return {
    ...(serverNameOverride === undefined ? {} : { serverNameOverride }),
    ...(ca === undefined ? {} : { serverRootCACertificate: ca }),
    ...(crt === undefined || key === undefined ? {} : { clientCertPair: { crt, key } }),
  };
}

type FileSetting = Extract<SettingName, 'temporalTlsCa' | 'temporalTlsCert' | 'temporalTlsKey'>;

function contentOf(config: ConnectionConfig, name: FileSetting): Buffer | undefined {
  const path = config[name];
  try {
    return path === undefined ? undefined : readFileSync(path);
  } catch (error) {
    throw new OperatorFault(`${variableOf(name)} cannot be read: ${messageOf(error)}.`);
  }
}
