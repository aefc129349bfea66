import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../domain/refusal.js';

/** Argon2id with the parameters of the OWASP cheat sheet: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password of one letter, or of few letters in turn, is guessed first; so is the person's own name. */
const LETTERS_MIN = 6;

/**
 * Refuses passwords that are guessed first.
 *
 * @throws Refusal `PASSWORD_WEAK`
 */
export function refuseWeakPassword(
  password: string,
  { email, name }: Readonly<{ email: string; name: string }>,
): void {
  const typed = password.toLowerCase();
  const isOwn = typed.includes(email.split('@', 1)[0] ?? email) || typed === name.toLowerCase();
  const isCommon = COMMON.some((common) => typed.startsWith(common) || typed.endsWith(common));
  if (!isOwn && !isCommon && new Set(typed).size >= LETTERS_MIN) return;
  const detail = 'It is guessed too easily: take several words that do not belong together.';
  throw new Refusal({ code: 'PASSWORD_WEAK', param: 'password', detail });
}

/** With which the lists of stolen passwords begin. */
const COMMON = ['password', 'katasandi', 'rahasia', '12345', 'qwerty', 'admin', 'welcome', 'lunas'];

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** A hash of no password: checked for unknown e-mail addresses, so that they take as long as known ones. */
let decoy: Promise<string> | undefined;

/** True when the password matches `passwordHash`. Takes the same time for an unknown user. */
export async function isPasswordOf(
  password: string,
  passwordHash: string | undefined,
): Promise<boolean> {
  decoy ??= hashPassword(randomUUID());
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== undefined;
}
