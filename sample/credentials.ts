import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A login: always a `token`, for people also e-mail and password, for a partner also the secret that signs its
 * webhooks. `code` names the terminal or the partner.
 */
export type Credential = Readonly<{
  /** `sample-person`: somebody of the sample company, as whom anybody may sign in. */
  kind: 'token' | 'sample-person';
  token: string;
  email?: string;
  password?: string;
  code?: string;
  webhookSecret?: string;
}>;

/**
 * By role (`cashier`, ..., `integration`), `terminal:{code}` and `partner:{code}`; `terminal` and `partner`
 * are the first of each.
 */
export type Credentials = Record<string, Credential>;

const OWNER_ONLY = 0o600;

/** Writes `seed-credentials.json` under `home`, readable by its owner only; replaces an older file. */
export function writeCredentials(home: string, credentials: Credentials): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = join(home, 'seed-credentials.json');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: OWNER_ONLY });
  renameSync(draft, file);
}
