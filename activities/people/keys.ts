import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import type { KeyMaterial } from '../company/enrolments.js';

export type NewKey = Readonly<{
  label: string;
  scopes: readonly string[];
  expiresAt: Date | null;
  material: KeyMaterial;
}>;

/** Adds the key of an integration: a machine that is neither a till nor an agency. */
export async function addKey(
  tx: Transaction,
  ctx: CommandContext,
  { label, scopes, expiresAt, material }: NewKey,
): Promise<void> {
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
    const detail = 'The key would have ended already.';
    throw new Refusal({ code: 'KEY_ENDS_IN_PAST', param: 'expiresAt', detail });
  }
  await tx.apiKey.create({
    data: {
      ...material,
      label,
      scopes: [...scopes],
      expiresAt,
      role: 'integration',
      createdAt: new Date(ctx.at),
    },
  });
}

const HOUR_MS = 60 * 60 * 1_000;

/**
 * Gives the holder of a key a new one; the old one is good for some hours more.
 *
 * @throws Refusal `KEY_NOT_FOUND`, `KEY_REVOKED`
 */
export async function rotateKey(
  tx: Transaction,
  ctx: CommandContext,
  rotation: Readonly<{ keyId: string; overlapHours: number; material: KeyMaterial }>,
): Promise<Readonly<{ oldEndsAt: Date }>> {
  const old = await findLiveKey(tx, rotation.keyId);
  const overlap = new Date(Date.now() + rotation.overlapHours * HOUR_MS);
  const oldEndsAt = old.expiresAt !== null && old.expiresAt < overlap ? old.expiresAt : overlap;
  const { label, role, scopes, userId, terminalId, agencyId, expiresAt } = old;
  await tx.apiKey.create({
    data: {
      ...rotation.material,
      label,
      role,
      scopes,
      userId,
      terminalId,
      agencyId,
      expiresAt,
      createdAt: new Date(ctx.at),
    },
  });
  await tx.apiKey.update({ where: { id: old.id }, data: { expiresAt: oldEndsAt } });
  return { oldEndsAt };
}

/** Ends a key; caches of credentials know it for five seconds more. @throws Refusal `KEY_NOT_FOUND`, `KEY_REVOKED` */
export async function revokeKey(
  tx: Transaction,
  ctx: CommandContext,
  keyId: string,
): Promise<void> {
  const { id } = await findLiveKey(tx, keyId);
  await tx.apiKey.update({ where: { id }, data: { revokedAt: new Date(ctx.at) } });
}

async function findLiveKey(tx: Transaction, keyId: string) {
  const key = await tx.apiKey.findUnique({ where: { keyId } });
  if (key === null)
    throw new Refusal({ code: 'KEY_NOT_FOUND', param: 'keyId', detail: 'There is no such key.' });
  if (key.revokedAt === null) return key;
  throw new Refusal({ code: 'KEY_REVOKED', param: 'keyId', detail: 'The key was ended before.' });
}
