import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode, OperatorFault } from './fault.js';

// 256 bits, the key size of AES-256.
const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

const secretsForm = z
  .object({
    /** Passwords of the embedded PostgreSQL: its superuser, the owner of the schema, the processes. */
    postgresPassword: z.string().min(1),
    ownerPassword: z.string().min(1),
    appPassword: z.string().min(1),
    /** AES-256 key of the payload codec, base64, and the name under which payloads refer to it. */
    codecKey: z.string().min(1),
    codecKeyId: z.string().min(1),
    /** Ed25519 key that seals the audit trail: PKCS #8, DER, base64. */
    auditKey: z.string().min(1),
  })
  .readonly();

export type InstallationSecrets = z.output<typeof secretsForm>;

/**
 * The secrets of an installation on this machine: random, made on the first call and kept in
 * `secrets.json` under `home`, readable by its owner only. There are no defaults.
 * @throws {OperatorFault} when the file is there but cannot be understood
 */
export function loadSecrets(home: string): InstallationSecrets {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = fileIn(home);
  createOnce(file);
  addWhatIsNewer(file);
  chmodSync(file, OWNER_ONLY);
  const parsed = secretsForm.safeParse(contentOf(file));
  if (parsed.success) return parsed.data;
  throw new OperatorFault(
    `${file} is damaged: restore it from a backup, or start with --fresh to begin anew; without it the data beside it cannot be read.`,
  );
}

/** Deletes the secrets of an installation that begins anew; the next `loadSecrets` makes new ones. */
export function removeSecrets(home: string): void {
  rmSync(fileIn(home), { force: true });
}

function fileIn(home: string): string {
  return join(home, 'secrets.json');
}

/**
 * Written to a temporary file and linked: of two concurrent first starts one wins, and neither reads a partial file.
 */
function createOnce(file: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(newSecrets(), null, 2), { mode: OWNER_ONLY });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** An installation older than the sealing of the trail gets its key now; all other secrets stay. */
function addWhatIsNewer(file: string): void {
  const content = contentOf(file);
  const older = secretsForm.unwrap().omit({ auditKey: true }).safeParse(content);
  if (!older.success || secretsForm.safeParse(content).success) return;
  const draft = `${file}.${process.pid}`;
  const secrets = { ...older.data, auditKey: newAuditKey() };
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: OWNER_ONLY });
  renameSync(draft, file);
}

function newSecrets(): InstallationSecrets {
  return {
    postgresPassword: randomText(),
    ownerPassword: randomText(),
    appPassword: randomText(),
    codecKey: randomBytes(SECRET_BYTES).toString('base64'),
    codecKeyId: `dev-${randomBytes(4).toString('hex')}`,
    auditKey: newAuditKey(),
  };
}

function newAuditKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

function randomText(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
