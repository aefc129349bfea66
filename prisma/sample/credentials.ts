import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How somebody gets in: people by e-mail and password or by their token, machines by token. A partner
 * also has the secret that the webhooks sent to it are signed with.
 */
export type Credential = Readonly<{
  kind: 'user' | 'integration' | 'terminal' | 'partner';
  token: string;
  email?: string;
  password?: string;
  webhookSecret?: string;
}>;

/** By role (`cashier`), `terminal:{code}` and `partner:{code}`. */
export type Credentials = Record<string, Credential>;

const ownerOnly = 0o600;

/** Writes `seed-credentials.json` under `home`, for its owner only; an older one is replaced as a whole. */
export function writeCredentials(home: string, credentials: Credentials): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = join(home, 'seed-credentials.json');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: ownerOnly });
  renameSync(draft, file);
}
