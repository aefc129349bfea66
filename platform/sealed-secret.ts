import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { OperatorFault } from './fault.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of every sealed secret, so that a later scheme can be told apart. */
const SCHEME = 1;

export type Seal = Readonly<{
  /** The 32 bytes of LUNAS_CODEC_KEY. */
  key: Uint8Array;
  /** The owner of the secret, such as `agency:{id}`: a secret sealed for one owner cannot be opened for another. */
  belongsTo: string;
}>;

/** All keys that may have sealed it: the current one and, after a rotation, the old ones. */
export type OpenSeal = Readonly<{ keys: readonly Uint8Array[]; belongsTo: string }>;

/**
 * Seals a secret that the books must keep and give back (AES-256-GCM, NIST SP 800-38D, random nonce):
 * one byte of scheme, nonce, cipher text, tag.
 */
export function sealSecret(plain: string, { key, belongsTo }: Seal): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const sealing = createCipheriv(CIPHER, checked(key), nonce).setAAD(Buffer.from(belongsTo));
  const text = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(SCHEME), nonce, text, sealing.getAuthTag()]));
}

/**
 * Opens what `sealSecret` sealed.
 * @throws {OperatorFault} when the key is another one, the secret belongs elsewhere or was changed
 */
export function unsealSecret(sealed: Uint8Array, { keys, belongsTo }: OpenSeal): string {
  for (const key of keys) {
    const plain = openedWith(key, { sealed, belongsTo });
    if (plain !== undefined) return plain;
  }
  throw new OperatorFault(
    `The secret of ${belongsTo} does not open: set LUNAS_CODEC_KEY to the key it was sealed with, or add that key to LUNAS_CODEC_OLD_KEYS, or enter the secret again.`,
  );
}

function openedWith(
  key: Uint8Array,
  { sealed, belongsTo }: Readonly<{ sealed: Uint8Array; belongsTo: string }>,
): string | undefined {
  try {
    if (sealed[0] !== SCHEME) return undefined;
    const box = Buffer.from(sealed).subarray(1);
    const opening = createDecipheriv(CIPHER, checked(key), box.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(belongsTo))
      .setAuthTag(box.subarray(box.length - TAG_BYTES));
    const text = box.subarray(NONCE_BYTES, box.length - TAG_BYTES);
    return Buffer.concat([opening.update(text), opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function checked(key: Uint8Array): Uint8Array {
  if (key.length === KEY_BYTES) return key;
  throw new OperatorFault(`LUNAS_CODEC_KEY must be ${KEY_BYTES} bytes in base64.`);
}
