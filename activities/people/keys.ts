import { SCOPES_OF_MACHINES } from '../../contract/roles.js';
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

/**
 * Adds the key of an integration: a machine that is neither a till nor an agency.
 *
 * @throws Refusal `KEY_ENDS_IN_PAST`, `SCOPE_NOT_GIVEN`
 */
export async function addKey(
  tx: Transaction,
  ctx: CommandContext,
  { label, scopes, expiresAt, material }: NewKey,
): Promise<void> {
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
    const detail = 'The key would have ended already.';
    throw new Refusal({ code: 'KEY_ENDS_IN_PAST', param: 'expiresAt', detail });
  }
  const never = scopes.find((scope) => !isGivenByOne(scope));
  if (never !== undefined) {
    const detail = `${never} is not given to a machine by one person.`;
    throw new Refusal({ code: 'SCOPE_NOT_GIVEN', param: 'scopes', detail });
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

function isGivenByOne(scope: string): boolean {
  return (SCOPES_OF_MACHINES as readonly string[]).includes(scope);
}

const HOUR_MS = 60 * 60 * 1_000;

/**
 * Gives an integration a new key; the old one is good for some hours more. A key of a person, a till or an agency is
 * never given to somebody else: a till enrols by a code, an agency has its own calls.
 *
 * @throws Refusal `KEY_NOT_FOUND`, `KEY_REVOKED`, `KEY_OF_ANOTHER`, `SCOPE_NOT_GIVEN`
 */
export async function rotateKey(
  tx: Transaction,
  ctx: CommandContext,
  rotation: Readonly<{ keyId: string; overlapHours: number; material: KeyMaterial }>,
): Promise<Readonly<{ oldEndsAt: Date }>> {
  const old = await findLiveKey(tx, rotation.keyId);
  if (old.role !== 'integration' || old.userId !== null) {
    const detail =
      'Only keys of integrations are rotated here; this one is of a person, a till or an agency.';
    throw new Refusal({ code: 'KEY_OF_ANOTHER', param: 'keyId', detail });
  }
  if (old.scopes.length === 0 || !old.scopes.every(isGivenByOne)) {
    const detail =
      'No one person gets what this key may do: it is made anew where the product is set up.';
    throw new Refusal({ code: 'SCOPE_NOT_GIVEN', param: 'keyId', detail });
  }
  const overlap = new Date(Date.now() + rotation.overlapHours * HOUR_MS);
  const oldEndsAt = old.expiresAt !== null && old.expiresAt < overlap ? old.expiresAt : overlap;
  const { label, role, scopes, expiresAt } = old;
  await tx.apiKey.create({
    data: { ...rotation.material, label, role, scopes, expiresAt, createdAt: new Date(ctx.at) },
  });
  await tx.apiKey.update({ where: { id: old.id }, data: { expiresAt: oldEndsAt } });
  return { oldEndsAt };
}

/** Ends a key; other processes may know it for five seconds more. @throws Refusal `KEY_NOT_FOUND`, `KEY_REVOKED` */
export async function revokeKey(
  tx: Transaction,
  ctx: CommandContext,
  keyId: string,
): Promise<void> {
  const { id } = await findLiveKey(tx, keyId);
  await tx.apiKey.update({ where: { id }, data: { revokedAt: new Date(ctx.at) } });
}

/** Locked, so that nothing else changes it meanwhile. */
async function findLiveKey(tx: Transaction, keyId: string) {
  await tx.$executeRaw`SELECT FROM api_key WHERE key_id = ${keyId} FOR UPDATE`;
  const key = await tx.apiKey.findUnique({ where: { keyId } });
  if (key === null)
    throw new Refusal({ code: 'KEY_NOT_FOUND', param: 'keyId', detail: 'There is no such key.' });
  if (key.revokedAt === null) return key;
  throw new Refusal({ code: 'KEY_REVOKED', param: 'keyId', detail: 'The key was ended before.' });
}
