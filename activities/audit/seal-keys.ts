import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../../platform/fault.js';
import type { Secret } from '../../platform/secret.js';

/** The key that a worker signs with. The private key is in its settings, never in the books. */
export type SealKey = Readonly<{
  keyId: string;
  /** Ed25519 (RFC 8032) over the bytes of a digest in hex. */
  sign: (digest: string) => Uint8Array<ArrayBuffer>;
  publicKeyPem: string;
}>;

/** Public keys that this installation has sealed with, by their id. */
export type KnownKeys = ReadonlyMap<string, KeyObject>;

export type Signed = Readonly<{ keyId: string; digest: string; signature: Uint8Array }>;

const KEY_ID_CHARACTERS = 16;
const PUBLIC_KEY_FILE = /^audit-key-[0-9a-f]+\.pem$/;

/** From LUNAS_AUDIT_KEY: PKCS #8, DER, base64; `platform/config.ts` has seen that it is Ed25519. */
export function openSealKey(secret: Secret): SealKey {
  const key = Buffer.from(secret.reveal(), 'base64');
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return {
    keyId: idOf(publicKey),
    sign: (digest) => new Uint8Array(sign(null, Buffer.from(digest, 'hex'), privateKey)),
    publicKeyPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  };
}

/** Leaves the public key in the folder of the heads, beside those of earlier keys. Safe to repeat. */
export function publishKey(folder: string, { keyId, publicKeyPem }: SealKey): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(join(folder, `audit-key-${keyId}.pem`), publicKeyPem, { flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

/** Empty when this installation has never sealed anything. */
export function readKnownKeys(folder: string): KnownKeys {
  const keys = filesIn(folder)
    .filter((name) => PUBLIC_KEY_FILE.test(name))
    .map((name) => createPublicKey(readFileSync(join(folder, name))));
  return new Map(keys.map((key) => [idOf(key), key]));
}

export function isSignedBy(known: KnownKeys, { keyId, digest, signature }: Signed): boolean {
  const key = known.get(keyId);
  return key !== undefined && verify(null, Buffer.from(digest, 'hex'), key, signature);
}

/** The beginning of the SHA-256 of the public key (SPKI, DER). */
function idOf(key: KeyObject): string {
  const der = key.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(der).digest('hex').slice(0, KEY_ID_CHARACTERS);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
