import { createHash, randomBytes } from 'node:crypto';
import {
  CODE_BYTES,
  readOneTimeCode,
  writeOneTimeCode,
} from '../../domain/company/one-time-code.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';

const VALID_MS = 60 * 60 * 1_000;

export type EnrolmentCode = Readonly<{ terminal: string; code: string; expiresAt: Date }>;

/** The key material of a till, made by whoever knows the form of keys. */
export type KeyMaterial = Readonly<{ keyId: string; secretHash: Uint8Array<ArrayBuffer> }>;

/**
 * Makes a code by which a till enrols once, within an hour. Codes that were made for it before end. `storeId` limits
 * whose tills they may be.
 *
 * @throws Refusal `TERMINAL_NOT_FOUND`
 */
export async function makeEnrolmentCode(
  tx: Transaction,
  ctx: CommandContext,
  { terminalId, storeId }: Readonly<{ terminalId: string; storeId: string | undefined }>,
): Promise<EnrolmentCode> {
  const terminal = await tx.terminal.findFirst({
    where: { id: terminalId, active: true, ...(storeId === undefined ? {} : { storeId }) },
  });
  if (terminal === null) {
    const detail = 'There is no such till, or it is no longer used.';
    throw new Refusal({ code: 'TERMINAL_NOT_FOUND', param: 'terminalId', detail });
  }
  const createdAt = new Date(ctx.at);
  await tx.oneTimeCode.updateMany({
    where: { terminalId, endedAt: null },
    data: { endedAt: createdAt },
  });
  const code = writeOneTimeCode(randomBytes(CODE_BYTES));
  const { expiresAt } = await tx.oneTimeCode.create({
    data: {
      purpose: 'enrolment',
      secretHash: hashOf(code),
      terminalId,
      createdBy: ctx.actor.id,
      createdAt,
      expiresAt: new Date(Date.now() + VALID_MS),
    },
  });
  return { terminal: terminal.code, code, expiresAt };
}

/**
 * Hands in a code and gives the till a key; its earlier keys end.
 *
 * @throws Refusal `ENROLMENT_CODE_INVALID` when the code is wrong, used, replaced or too old
 */
export async function enrol(
  tx: Transaction,
  ctx: CommandContext,
  { code, key }: Readonly<{ code: string; key: KeyMaterial }>,
) {
  const secretHash = hashOf(code);
  const now = new Date(ctx.at);
  // Of two tills that hand in the same code one changes the row.
  const { count } = await tx.oneTimeCode.updateMany({
    where: { secretHash, purpose: 'enrolment', endedAt: null, expiresAt: { gt: new Date() } },
    data: { endedAt: now },
  });
  const used = await tx.oneTimeCode.findUnique({
    where: { secretHash },
    include: { terminal: { include: { store: { select: { code: true } } } } },
  });
  const terminal = used?.terminal;
  if (count === 0 || terminal === null || terminal === undefined || !terminal.active) {
    const detail = 'The code is wrong, was used before, or has ended: ask for a new one.';
    throw new Refusal({ code: 'ENROLMENT_CODE_INVALID', param: 'code', detail });
  }
  await tx.apiKey.updateMany({
    where: { terminalId: terminal.id, revokedAt: null },
    data: { revokedAt: now },
  });
  await tx.apiKey.create({
    data: {
      ...key,
      role: 'terminal',
      label: terminal.code,
      terminalId: terminal.id,
      scopes: [],
      createdAt: now,
    },
  });
  return { id: terminal.id, code: terminal.code, store: terminal.store.code };
}

/** A plain hash is enough: nobody guesses 58 bits within an hour. */
function hashOf(code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(readOneTimeCode(code)).digest());
}
