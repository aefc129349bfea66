import { randomBytes } from 'node:crypto';
import { CODE_BYTES, writeOneTimeCode } from '../../domain/company/one-time-code.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import { sealSecret, unsealSecret } from '../../platform/sealed-secret.js';
import type { Transaction } from '../../prisma/database.js';
import { sharedSecret, stepOfCode, type SharedSecret } from './authenticator-app.js';
import { hashOfCode } from './one-time-codes.js';

/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const ISSUER = 'Lunas';

/** The keys that secrets are sealed with: the first seals, all open. */
export type SealingKeys = readonly [Uint8Array, ...Uint8Array[]];

/**
 * Makes the secret of a second factor; one that was begun and not confirmed is forgotten.
 *
 * @throws Refusal `SECOND_FACTOR_SET`
 */
export async function beginSecondFactor(
  tx: Transaction,
  ctx: CommandContext,
  { userId, keys }: Readonly<{ userId: string; keys: SealingKeys }>,
): Promise<SharedSecret> {
  const user = await tx.appUser.findUniqueOrThrow({
    where: { id: userId },
    include: { secondFactor: true },
  });
  if (user.secondFactor !== null && user.secondFactor.confirmedAt !== null) {
    const detail = 'End the second factor that is set before you begin another one.';
    throw new Refusal({ code: 'SECOND_FACTOR_SET', detail });
  }
  const shared = sharedSecret(new Uint8Array(randomBytes(SECRET_BYTES)), {
    issuer: ISSUER,
    email: user.email,
  });
  const secretCipher = sealSecret(shared.secret, { key: keys[0], belongsTo: belongsTo(userId) });
  const row = { secretCipher, createdAt: new Date(ctx.at) };
  await tx.secondFactor.upsert({
    where: { userId },
    create: { userId, ...row },
    update: { ...row, lastStep: 0n },
  });
  return shared;
}

/**
 * Sets the second factor by a first code of the app. Answers codes that stand in for it once each.
 *
 * @throws Refusal `SECOND_FACTOR_MISSING` when none was begun, `SECOND_FACTOR_SET`, `SECOND_FACTOR_WRONG`
 */
export async function confirmSecondFactor(
  tx: Transaction,
  ctx: CommandContext,
  proof: Proof,
): Promise<readonly string[]> {
  const { userId } = proof;
  const begun = await tx.secondFactor.findUnique({ where: { userId } });
  if (begun === null) {
    const detail = 'Begin with POST /v1/session/second-factor.';
    throw new Refusal({ code: 'SECOND_FACTOR_MISSING', detail });
  }
  if (begun.confirmedAt !== null) {
    throw new Refusal({ code: 'SECOND_FACTOR_SET', detail: 'The second factor is set already.' });
  }
  if (!(await isCodeOfApp(tx, proof))) throw wrongCode();
  const at = new Date(ctx.at);
  await tx.secondFactor.update({ where: { userId }, data: { confirmedAt: at } });
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    writeOneTimeCode(randomBytes(CODE_BYTES)),
  );
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, secretHash: hashOfCode(code), createdAt: at })),
  });
  return codes;
}

export type Proof = Readonly<{
  userId: string;
  /** Six digits of the app, or a recovery code. */
  code: string;
  nowMs: number;
  keys: SealingKeys;
}>;

/** Whether the code is of the person's app, or one of the recovery codes; a code is good once. */
export async function isSecondFactor(tx: Transaction, proof: Proof): Promise<boolean> {
  if (await isCodeOfApp(tx, proof)) return true;
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId: proof.userId, secretHash: hashOfCode(proof.code), usedAt: null },
    data: { usedAt: new Date(proof.nowMs) },
  });
  return count > 0;
}

/** Ends the second factor of a person with its recovery codes. @throws Refusal `SECOND_FACTOR_MISSING` */
export async function endSecondFactor(tx: Transaction, userId: string): Promise<void> {
  const { count } = await tx.secondFactor.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  if (count > 0) return;
  throw new Refusal({ code: 'SECOND_FACTOR_MISSING', detail: 'No second factor is set.' });
}

/** @returns The refusal of a code that does not fit, was used, or is too old. */
export function wrongCode(): Refusal {
  const detail = 'The code is wrong, too old, or was used before. Is the clock of the phone right?';
  return new Refusal({ code: 'SECOND_FACTOR_WRONG', param: 'code', detail });
}

async function isCodeOfApp(
  tx: Transaction,
  { userId, code, nowMs, keys }: Proof,
): Promise<boolean> {
  const factor = await tx.secondFactor.findUnique({ where: { userId } });
  if (factor === null) return false;
  const secret = unsealSecret(factor.secretCipher, { keys, belongsTo: belongsTo(userId) });
  const step = stepOfCode(code, { secret, nowMs, lastStep: factor.lastStep });
  if (step === undefined) return false;
  // Of two who send the same code at the same time, one is let in.
  const { count } = await tx.secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count > 0;
}

function belongsTo(userId: string): string {
  return `user:${userId}`;
}
