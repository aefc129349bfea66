import { Secret, TOTP } from 'otpauth';

/** One code for half a minute; clocks of phones are seldom wrong by more. */
const PERIOD_SECONDS = 30;
const NEIGHBOURS = 1;
const DIGITS = 6;

/** What an app needs: the secret in base32, and the same as an address that it reads from a picture. */
export type SharedSecret = Readonly<{ secret: string; uri: string }>;

/** The secret as an authenticator app takes it (RFC 6238, six digits, 30 seconds, SHA-1, which all apps know). */
export function sharedSecret(
  random: Uint8Array<ArrayBuffer>,
  { issuer, email }: Readonly<{ issuer: string; email: string }>,
): SharedSecret {
  const secret = new Secret({ buffer: random.buffer });
  const uri = totpOf(secret, { issuer, label: email }).toString();
  return { secret: secret.base32, uri };
}

/**
 * The step of time that a code belongs to: this one, or one beside it. Undefined when the code fits none of them, or
 * only one that is not after `lastStep`: each code is good once.
 */
export function stepOfCode(
  code: string,
  { secret, nowMs, lastStep }: Readonly<{ secret: string; nowMs: number; lastStep: bigint }>,
): bigint | undefined {
  const totp = totpOf(Secret.fromBase32(secret), { issuer: '', label: '' });
  const token = code.replaceAll(/\s/g, '');
  if (token.length !== DIGITS) return undefined;
  const delta = totp.validate({ token, timestamp: nowMs, window: NEIGHBOURS });
  if (delta === null) return undefined;
  const step = BigInt(Math.floor(nowMs / 1_000 / PERIOD_SECONDS) + delta);
  return step > lastStep ? step : undefined;
}

function totpOf(secret: Secret, names: Readonly<{ issuer: string; label: string }>): TOTP {
  return new TOTP({ ...names, secret, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_SECONDS });
}
