import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Home } from './home.js';

const OWNER_ONLY = 0o600;

const credentialForm = z.object({
  kind: z.string(),
  token: z.string().optional(),
  email: z.string().optional(),
  password: z.string().optional(),
  /** For terminals and agencies: their code in the books. */
  code: z.string().optional(),
  /** For agencies: the secret that signs their webhooks. */
  webhookSecret: z.string().optional(),
});

const credentialsForm = z.record(z.string(), credentialForm);

const demoForm = z.object({ api: z.string(), credentials: credentialsForm });

export type Credential = z.output<typeof credentialForm>;
export type Credentials = Readonly<Record<string, Credential>>;

export type Addresses = Readonly<{
  api: string;
  console: string;
  /** Null where no Temporal web UI is known. */
  temporalUi: string | null;
  /** Null where a real mail server is used. */
  mailbox: string | null;
  printers: readonly Readonly<{ code: string; address: string; page: string }>[];
}>;

/** The credentials that the seed made; empty without a seed. */
export function readSeedCredentials(home: Home): Credentials {
  try {
    return credentialsForm.parse(JSON.parse(readFileSync(home.seedCredentials, 'utf8')));
  } catch {
    return {};
  }
}

/** Keeps the credentials of books that begin without sample data, where those of a seed are kept. */
export function writeSeedCredentials(home: Home, credentials: Credentials): void {
  write(home.seedCredentials, credentials);
}

/** The address of the API and the credentials of the platform that was started here last; undefined when none was. */
export function readDemoCredentials(
  home: Home,
): Readonly<{ api: string; credentials: Credentials }> | undefined {
  try {
    return demoForm.parse(JSON.parse(readFileSync(home.credentials, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes `demo-credentials.json`, for its owner only: addresses and credentials. */
export function writeDemoCredentials(
  home: Home,
  content: Addresses & Readonly<{ credentials: Credentials }>,
): void {
  write(home.credentials, content);
}

function write(file: string, content: unknown): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY });
  renameSync(draft, file);
}
