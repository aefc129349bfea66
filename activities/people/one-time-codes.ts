import { createHash, randomBytes } from 'node:crypto';
import {
  CODE_BYTES,
  readOneTimeCode,
  writeOneTimeCode,
} from '../../domain/company/one-time-code.js';
import type { CommandContext } from '../../domain/context.js';
import type { Transaction } from '../../prisma/database.js';

/** Whom a code is for: a till or an agency that enrols, or a person who sets a password. */
export type CodeHolder =
  | Readonly<{ purpose: 'enrolment'; terminalId: string }>
  | Readonly<{ purpose: 'agency'; agencyId: string }>
  | Readonly<{ purpose: 'password'; userId: string }>;

export type OneTimeCode = Readonly<{ code: string; expiresAt: Date }>;

/** Makes a code for the holder; codes that were made for it before end. Real time, because it concerns people. */
export async function makeOneTimeCode(
  tx: Transaction,
  ctx: CommandContext,
  { holder, validMs, label }: Readonly<{ holder: CodeHolder; validMs: number; label?: string }>,
): Promise<OneTimeCode> {
  const createdAt = new Date(ctx.at);
  await tx.oneTimeCode.updateMany({
    where: { ...holder, endedAt: null },
    data: { endedAt: createdAt },
  });
  const code = writeOneTimeCode(randomBytes(CODE_BYTES));
  const { expiresAt } = await tx.oneTimeCode.create({
    data: {
      ...holder,
      label: label ?? null,
      secretHash: hashOfCode(code),
      createdBy: ctx.actor.id,
      createdAt,
      expiresAt: new Date(Date.now() + validMs),
    },
  });
  return { code, expiresAt };
}

/** The holder of a code; `label` is what the key of an agency is called. */
export type HandedIn = Readonly<
  Record<'terminalId' | 'userId' | 'agencyId' | 'label', string | null>
>;

/**
 * Hands in a code. Of two who hand in the same code one gets its holder; undefined when the code is wrong, was used or
 * replaced, or is too old.
 */
export async function handInCode(
  tx: Transaction,
  ctx: CommandContext,
  { purpose, code }: Readonly<{ purpose: CodeHolder['purpose']; code: string }>,
): Promise<HandedIn | undefined> {
  const secretHash = hashOfCode(code);
  const { count } = await tx.oneTimeCode.updateMany({
    where: { secretHash, purpose, endedAt: null, expiresAt: { gt: new Date() } },
    data: { endedAt: new Date(ctx.at) },
  });
  if (count === 0) return undefined;
  return tx.oneTimeCode.findUniqueOrThrow({
    where: { secretHash },
    select: { terminalId: true, userId: true, agencyId: true, label: true },
  });
}

/** How a code is kept. A plain hash is enough: nobody guesses 58 bits while a code is valid, behind a lock-out. */
export function hashOfCode(code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(readOneTimeCode(code)).digest());
}
