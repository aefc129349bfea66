import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ApplicationFailure, type Payload, type PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
/** Random bytes are drawn for many nonces at once: a system call for each costs as much as the encryption. */
const NONCES_DRAWN = 256;
const TAG_BYTES = 16;
const encoding = Buffer.from('binary/encrypted');

export type CodecKey = Readonly<{ id: string; key: Uint8Array }>;

/** `refused`: a payload that is not encrypted was written by somebody else, and nothing is done with it. */
export type PlainPayloads = 'refused' | 'passed';

/**
 * Encrypts every payload that reaches the Temporal server (AES-256-GCM, random nonce, the id of the key in the clear).
 * `keys[0]` encrypts; all keys decrypt, so a key can be rotated while lives run that began under the old one.
 * Decoding refuses PAYLOAD_NOT_ENCRYPTED (unless plain ones pass) and PAYLOAD_KEY_UNKNOWN.
 */
export function createPayloadCodec(
  keys: readonly [CodecKey, ...CodecKey[]],
  { plain }: Readonly<{ plain: PlainPayloads }> = { plain: 'refused' },
): PayloadCodec {
  const [current] = keys;
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  const nextNonce = createNonces();
  return {
    encode: async (payloads) =>
      payloads.map((payload) => encrypt(payload, { ...current, nonce: nextNonce() })),
    decode: async (payloads) =>
      payloads.map((payload) => {
        if (isEncrypted(payload)) return decrypt(payload, byId);
        if (plain === 'passed') return payload;
        throw refused('PAYLOAD_NOT_ENCRYPTED', 'a payload that is not encrypted is not read');
      }),
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
  if (!data) throw refused('PAYLOAD_NOT_ENCRYPTED', 'an encrypted payload without content');
  const id = Buffer.from(metadata?.['key-id'] ?? []).toString();
  const key = keys.get(id);
  if (key === undefined)
    throw refused(
      'PAYLOAD_KEY_UNKNOWN',
      `the payload key ${id} is not configured: add it to LUNAS_CODEC_OLD_KEYS`,
    );
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

function refused(code: string, why: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`${code}: ${why}`, code);
}

function isEncrypted({ metadata }: Payload): boolean {
  return Buffer.from(metadata?.['encoding'] ?? []).equals(encoding);
}
