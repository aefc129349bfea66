import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Home } from './home.js';

const OWNER_ONLY = 0o600;

const credentialForm = z.object({
  kind: z.string(),
  token: z.string().optional(),
  email: z.string().optional(),
  password: z.string().optional(),
  /** Of terminals and agencies: the code by which the books know them. */
  code: z.string().optional(),
  /** Of agencies: what their webhooks are signed with. */
  webhookSecret: z.string().optional(),
});

const credentialsForm = z.record(z.string(), credentialForm);

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

/** What the seed made to log in with; empty where there was no seed. */
export function readSeedCredentials(home: Home): Credentials {
  try {
    return credentialsForm.parse(JSON.parse(readFileSync(home.seedCredentials, 'utf8')));
  } catch {
    return {};
  }
}

/** Writes `demo-credentials.json`, for its owner only: where everything runs and how to get in. */
export function writeDemoCredentials(
  home: Home,
  content: Addresses & Readonly<{ credentials: Credentials }>,
): void {
  const draft = `${home.credentials}.new`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY });
  renameSync(draft, home.credentials);
}
