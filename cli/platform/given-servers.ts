import { readConfig } from '../../platform/config.js';
import { CONNECTION_SETTINGS } from '../../platform/temporal/connection.js';
import type { WiredTemporal } from './environment.js';

/** External servers in place of the embedded ones, by their environment variables. */
export type GivenServers = Readonly<{
  DATABASE_URL?: string | undefined;
  DATABASE_OWNER_URL?: string | undefined;
  TEMPORAL_ADDRESS?: string | undefined;
  TEMPORAL_NAMESPACE?: string | undefined;
  TEMPORAL_UI_URL?: string | undefined;
  /** TLS and API key of that Temporal, by their variables. */
  temporalSecurity?: NodeJS.ProcessEnv | undefined;
  SMTP_URL?: string | undefined;
}>;

/** The Temporal server that the environment names; undefined when the embedded one is used. */
export function givenTemporal(given: GivenServers): WiredTemporal | undefined {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, temporalSecurity: security = {} } = given;
  if (TEMPORAL_ADDRESS === undefined) return undefined;
  const place = { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, LUNAS_ENV: 'development' };
  return {
    config: readConfig(CONNECTION_SETTINGS, { ...security, ...place }),
    security,
    uiUrl: given.TEMPORAL_UI_URL,
    codecServerPort: undefined,
  };
}
