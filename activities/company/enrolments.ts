import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { handInCode, makeOneTimeCode, type OneTimeCode } from '../people/one-time-codes.js';

const VALID_MS = 60 * 60 * 1_000;

export type EnrolmentCode = OneTimeCode & Readonly<{ terminal: string }>;

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
  const holder = { purpose: 'enrolment', terminalId } as const;
  const made = await makeOneTimeCode(tx, ctx, { holder, validMs: VALID_MS });
  return { terminal: terminal.code, ...made };
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
  const holder = await handInCode(tx, ctx, { purpose: 'enrolment', code });
  const terminalId = holder?.terminalId ?? undefined;
  const terminal =
    terminalId === undefined
      ? null
      : await tx.terminal.findFirst({
          where: { id: terminalId, active: true },
          include: { store: { select: { code: true } } },
        });
  if (terminal === null) {
    const detail = 'The code is wrong, was used before, or has ended: ask for a new one.';
    throw new Refusal({ code: 'ENROLMENT_CODE_INVALID', param: 'code', detail });
  }
  const now = new Date(ctx.at);
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
