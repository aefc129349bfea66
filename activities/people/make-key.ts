import { createHash, randomBytes } from 'node:crypto';

export type ApiKeyMaterial = Readonly<{
  /** The public part, by which the row is found. */
  keyId: string;
  /** 256 random bits; shown once and never stored. */
  secret: string;
  /** What the machine sends: `Authorization: Bearer lunas_<environment>_<keyId>_<secret>`. */
  token: string;
  /** SHA-256 of the secret, for `api_key.secret_hash`. A plain hash is enough: nobody guesses 256 bits. */
  secretHash: Uint8Array<ArrayBuffer>;
}>;

const KEY_ID_BYTES = 9;
const SECRET_BYTES = 32;

/** Letters and digits only, so that underscores separate the parts of a token. */
export const TOKEN_FORM =
  /^lunas_(?<environment>[a-z0-9]{1,16})_(?<keyId>[0-9a-f]{18})_(?<secret>[0-9a-f]{64})$/;

/** Makes a new key. `environment` is part of the token, so that a test key can be recognised. */
export function makeApiKey(environment = 'dev'): ApiKeyMaterial {
  const keyId = randomBytes(KEY_ID_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  return {
    keyId,
    secret,
    token: `lunas_${environment}_${keyId}_${secret}`,
    secretHash: hashSecret(secret),
  };
}

export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}
