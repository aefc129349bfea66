import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
/** Random bytes are drawn for many nonces at once: a system call for each costs as much as the encryption. */
const NONCES_DRAWN = 256;
const TAG_BYTES = 16;
const encoding = Buffer.from('binary/encrypted');

export type CodecKey = Readonly<{ id: string; key: Uint8Array }>;

/**
 * Encrypts every payload that reaches the Temporal server (AES-256-GCM, random nonce, the id of the key in the clear).
 * `keys[0]` encrypts; all keys decrypt, so a key can be rotated while lives run that began under the old one.
 */
export function createPayloadCodec(keys: readonly [CodecKey, ...CodecKey[]]): PayloadCodec {
  const [current] = keys;
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  const nextNonce = createNonces();
  return {
    encode: async (payloads) =>
      payloads.map((payload) => encrypt(payload, { ...current, nonce: nextNonce() })),
    decode: async (payloads) => payloads.map((payload) => decrypt(payload, byId)),
  };
}

/** Returns twelve new random bytes at each call. */
function createNonces(): () => Buffer {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(NONCE_BYTES * NONCES_DRAWN);
    const nonce = drawn.subarray(0, NONCE_BYTES);
    drawn = drawn.subarray(NONCE_BYTES);
    return nonce;
  };
}

function encrypt(
  payload: Payload,
  { id, key, nonce }: CodecKey & Readonly<{ nonce: Buffer }>,
): Payload {
  const sealing = createCipheriv(CIPHER, key, nonce);
  const plain = PayloadMessage.encode(payload).finish();
  const data = Buffer.concat([nonce, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
  return { metadata: { encoding, 'key-id': Buffer.from(id) }, data };
}

function decrypt(payload: Payload, keys: ReadonlyMap<string, Uint8Array>): Payload {
  const { metadata, data } = payload;
  if (!isEncrypted(payload) || !data) return payload;
  const id = Buffer.from(metadata?.['key-id'] ?? []).toString();
  const key = keys.get(id);
  if (key === undefined) throw new Error(`the payload key ${id} is not configured`);
  // Without a length, Node accepts a shortened authentication tag.
  const opening = createDecipheriv(CIPHER, key, data.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  opening.setAuthTag(data.subarray(data.length - TAG_BYTES));
  const plain = Buffer.concat([
    opening.update(data.subarray(NONCE_BYTES, data.length - TAG_BYTES)),
    opening.final(),
  ]);
  return PayloadMessage.decode(plain);
}

function isEncrypted({ metadata }: Payload): boolean {
  return Buffer.from(metadata?.['encoding'] ?? []).equals(encoding);
}
