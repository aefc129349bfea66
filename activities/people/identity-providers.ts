import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../../contract/roles.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import { sealSecret, unsealSecret } from '../../platform/sealed-secret.js';
import type { PrismaClient, Transaction } from '../../prisma/database.js';
import { underOwnCode } from '../company/unique-code.js';
import type { ProviderAccess } from './provider-client.js';
import type { SealingKeys } from './second-factor.js';
import { storeOf } from './users.js';

export type ProviderWish = Readonly<{
  name: string;
  issuer: string;
  clientId: string;
  /** As it was when undefined. */
  clientSecret?: string | undefined;
  scopes: string;
  groupsClaim: string;
  admits: 'invited' | 'everybody';
  required: boolean;
  roles: readonly Readonly<{ group: string; role: StaffRole; store?: string | undefined }>[];
}>;

/**
 * Adds an identity provider, which nobody signs in by until it was tried and switched on.
 *
 * @throws Refusal `PROVIDER_EXISTS`, `GROUP_REPEATED`, `STORE_REQUIRED`, `STORE_UNKNOWN`
 */
export async function addProvider(
  tx: Transaction,
  ctx: CommandContext,
  {
    keys,
    clientSecret,
    ...wish
  }: ProviderWish & Readonly<{ keys: SealingKeys; clientSecret: string }>,
): Promise<string> {
  const id = randomUUID();
  const { roles, ...row } = wish;
  const secretCipher = sealSecret(clientSecret, { key: keys[0], belongsTo: ownerOf(id) });
  const data = { id, ...row, secretCipher, createdAt: new Date(ctx.at) };
  await underOwnCode(tx.identityProvider.create({ data }), issuerTaken(wish.issuer));
  await writeRoles(tx, id, roles);
  return id;
}

/**
 * Changes an identity provider. When it is reached in another way than it was tried, it is off until it is tried again.
 *
 * @throws Refusal `PROVIDER_NOT_FOUND`, `LAST_ADMINISTRATOR`, and as `addProvider`
 */
export async function changeProvider(
  tx: Transaction,
  id: string,
  { keys, clientSecret, ...wish }: ProviderWish & Readonly<{ keys: SealingKeys }>,
): Promise<void> {
  const before = await lockProvider(tx, id);
  const { roles, ...row } = wish;
  const secret =
    clientSecret === undefined
      ? {}
      : { secretCipher: sealSecret(clientSecret, { key: keys[0], belongsTo: ownerOf(id) }) };
  const isReachedAnew =
    clientSecret !== undefined ||
    (['issuer', 'clientId', 'scopes', 'groupsClaim'] as const).some(
      (field) => before[field] !== wish[field],
    );
  const anew = isReachedAnew ? { version: before.version + 1, active: false } : {};
  if (before.active && wish.required) await refuseWithoutPassword(tx);
  const data = { ...row, ...secret, ...anew };
  await underOwnCode(tx.identityProvider.update({ where: { id }, data }), issuerTaken(wish.issuer));
  await tx.identityProviderRole.deleteMany({ where: { providerId: id } });
  await writeRoles(tx, id, roles);
}

/**
 * Lets people sign in by a provider, or no more.
 *
 * @throws Refusal `PROVIDER_NOT_FOUND`, `PROVIDER_NOT_TESTED`, `LAST_ADMINISTRATOR`
 */
export async function switchProvider(tx: Transaction, id: string, active: boolean): Promise<void> {
  const { version, testedVersion, required } = await lockProvider(tx, id);
  if (active && testedVersion !== version) {
    const detail = 'Try the provider as it is now, then switch it on.';
    throw new Refusal({ code: 'PROVIDER_NOT_TESTED', detail });
  }
  if (active && required) await refuseWithoutPassword(tx);
  await tx.identityProvider.update({ where: { id }, data: { active } });
}

/** Removes a provider by which nobody has signed in. @throws Refusal `PROVIDER_NOT_FOUND`, `PROVIDER_IN_USE` */
export async function removeProvider(tx: Transaction, id: string): Promise<void> {
  const { issuer } = await lockProvider(tx, id);
  const used = await Promise.all([
    tx.personIdentity.findFirst({ where: { issuer } }),
    tx.session.findFirst({ where: { providerId: id } }),
  ]);
  if (used.some((row) => row !== null)) {
    const detail = 'People have signed in by it: switch it off instead.';
    throw new Refusal({ code: 'PROVIDER_IN_USE', detail });
  }
  await tx.identityProvider.delete({ where: { id } });
}

/** Notes that a provider was tried as it is. @throws Refusal `PROVIDER_CHANGED` when it is so no more */
export async function noteTest(
  tx: Transaction,
  { id, version }: Pick<ProviderAccess, 'id' | 'version'>,
): Promise<void> {
  const { count } = await tx.identityProvider.updateMany({
    where: { id, version },
    data: { testedVersion: version },
  });
  if (count > 0) return;
  const detail = 'The provider was changed while it was tried: try it again.';
  throw new Refusal({ code: 'PROVIDER_CHANGED', detail });
}

/** Forgets by which account of elsewhere a person signs in. @throws Refusal `IDENTITY_MISSING` */
export async function removeIdentity(tx: Transaction, userId: string): Promise<void> {
  const { count } = await tx.personIdentity.deleteMany({ where: { userId } });
  if (count > 0) return;
  throw new Refusal({ code: 'IDENTITY_MISSING', detail: 'The person signs in by no provider.' });
}

const WITH_ROLES = {
  roles: { orderBy: { position: 'asc' }, include: { store: { select: { code: true } } } },
} as const;

export type ProviderRow = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

/** One provider with its lines of roles; null when it is not there. */
export function findProvider(
  { identityProvider }: Pick<PrismaClient, 'identityProvider'>,
  id: string,
) {
  return identityProvider.findUnique({ where: { id }, include: WITH_ROLES });
}

/** All providers, by name. */
export function allProviders({ identityProvider }: Pick<PrismaClient, 'identityProvider'>) {
  return identityProvider.findMany({
    include: WITH_ROLES,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

/** How the provider is reached, with its secret in clear. */
export function accessOf(
  { id, version, issuer, clientId, secretCipher, scopes }: ProviderRow,
  keys: SealingKeys,
): ProviderAccess {
  const clientSecret = unsealSecret(secretCipher, { keys, belongsTo: ownerOf(id) });
  return { id, version, issuer, clientId, clientSecret, scopes };
}

function ownerOf(id: string): string {
  return `identity-provider:${id}`;
}

/** @throws Refusal `PROVIDER_NOT_FOUND` */
async function lockProvider(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM identity_provider WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.identityProvider.findUnique({ where: { id } });
  if (found !== null) return found;
  const detail = 'There is no such identity provider.';
  throw new Refusal({ code: 'PROVIDER_NOT_FOUND', param: 'providerId', detail });
}

/** A broken provider locks nobody out for good: an administrator comes in by password. */
async function refuseWithoutPassword({ appUser }: Pick<PrismaClient, 'appUser'>): Promise<void> {
  const where = { role: 'admin', active: true, passwordSetAt: { not: null } };
  if ((await appUser.findFirst({ where })) !== null) return;
  const detail = 'No administrator has a password: without the provider nobody could come in.';
  throw new Refusal({ code: 'LAST_ADMINISTRATOR', detail });
}

async function writeRoles(
  tx: Transaction,
  providerId: string,
  roles: ProviderWish['roles'],
): Promise<void> {
  const repeated = roles.findIndex(({ group }, n) => roles.findIndex((r) => r.group === group) < n);
  if (repeated >= 0) {
    const detail = `The group ${roles[repeated]?.group} is named twice; the first line would count.`;
    throw new Refusal({ code: 'GROUP_REPEATED', param: `roles[${repeated}].group`, detail });
  }
  const data = [];
  for (const [position, { group, role, store }] of roles.entries()) {
    const storeId = await storeOf(tx, { role, store });
    data.push({ providerId, position, groupName: group, role, storeId });
  }
  await tx.identityProviderRole.createMany({ data });
}

function issuerTaken(issuer: string) {
  const detail = `Another provider has the issuer ${issuer}.`;
  return { code: 'PROVIDER_EXISTS', param: 'issuer', detail };
}
