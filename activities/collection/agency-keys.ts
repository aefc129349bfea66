import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import type { KeyMaterial } from '../company/enrolments.js';
import { handInCode, makeOneTimeCode, type OneTimeCode } from '../people/one-time-codes.js';
import { findAgency } from './agencies.js';

const VALID_MS = 3 * 24 * 60 * 60 * 1_000;

/**
 * Makes a code by which an agency gets a key of its own, once, within three days. The administrator who makes it never
 * sees the key: a code that somebody else has used is refused, and the agency notices.
 *
 * @throws Refusal `AGENCY_NOT_FOUND`
 */
export async function makeAgencyCode(
  tx: Transaction,
  ctx: CommandContext,
  { agencyId, label }: Readonly<{ agencyId: string; label: string }>,
): Promise<OneTimeCode & Readonly<{ agency: string }>> {
  const { code: agency } = await findAgency(tx, { id: agencyId });
  const holder = { purpose: 'agency', agencyId } as const;
  return { agency, ...(await makeOneTimeCode(tx, ctx, { holder, validMs: VALID_MS, label })) };
}

/**
 * Hands in a code and gives the agency a key; its earlier keys end.
 *
 * @throws Refusal `ENROLMENT_CODE_INVALID` when the code is wrong, used, replaced or too old
 */
export async function enrolAgency(
  tx: Transaction,
  ctx: CommandContext,
  { code, key }: Readonly<{ code: string; key: KeyMaterial }>,
) {
  const holder = await handInCode(tx, ctx, { purpose: 'agency', code });
  const agencyId = holder?.agencyId ?? null;
  if (holder === undefined || agencyId === null) {
    const detail = 'The code is wrong, was used before, or has ended: ask for a new one.';
    throw new Refusal({ code: 'ENROLMENT_CODE_INVALID', param: 'code', detail });
  }
  const { id, name, ...agency } = await findAgency(tx, { id: agencyId });
  const label = holder.label ?? name;
  const createdAt = new Date(ctx.at);
  // As with a till: who has lost its keys to somebody else notices at once.
  await tx.apiKey.updateMany({
    where: { agencyId, revokedAt: null },
    data: { revokedAt: createdAt },
  });
  await tx.apiKey.create({
    data: { ...key, role: 'partner', label, agencyId, scopes: [], createdAt },
  });
  return { id, name, code: agency.code };
}
