import pino, { type DestinationStream, type Logger } from 'pino';
import { readConfig } from './config.js';

export type { Logger } from 'pino';

// Values of fields with these names are not logged.
const SECRET_FIELDS = [
  'password',
  'passwordHash',
  'authorization',
  'cookie',
  'set-cookie',
  'token',
  'secret',
  'apiKey',
  'codecKey',
  'databaseUrl',
  'smtpUrl',
];

// Pino's paths have a fixed depth: fields at the top, and one and two objects down.
const redactedPaths = SECRET_FIELDS.flatMap((name) => [
  `["${name}"]`,
  `*["${name}"]`,
  `*.*["${name}"]`,
]);

export type LoggerOptions = Readonly<{ name: string; destination?: DestinationStream }>;

/** The structured log of one process: JSON, one line each, to standard output, with secrets left out. */
export function createLogger({ name, destination }: LoggerOptions): Logger {
  const { logLevel } = readConfig(['logLevel']);
  const options = {
    name,
    level: logLevel,
    redact: { paths: redactedPaths, censor: '[secret]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
