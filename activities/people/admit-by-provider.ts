import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../../contract/roles.js';
import type { CommandContext } from '../../domain/context.js';
import {
  groupsIn,
  saysTwoFactors,
  verifiedEmailIn,
  type Claims,
} from '../../domain/people/provider-claims.js';
import { roleOfGroups, type RoleOfGroup } from '../../domain/people/role-of-groups.js';
import { Refusal } from '../../domain/refusal.js';
import * as peopleCommands from '../../prisma/commands/people.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { findUser } from './find-user.js';
import type { ProviderRow } from './identity-providers.js';
import { hashPassword } from './passwords.js';

/** A line of a provider, with the id of its store. */
export type GivenRole = RoleOfGroup<StaffRole> & Readonly<{ storeId: string | null }>;

/** Somebody whom an identity provider has let in. */
export type Stranger = Readonly<{
  issuer: string;
  subject: string;
  /** In lower case; undefined when the provider has not verified it. */
  email: string | undefined;
  name: string;
  groups: readonly string[];
  /** What the groups give; undefined when none has a role. */
  given: GivenRole | undefined;
  /** The provider has asked for a second factor. */
  hasSecondFactor: boolean;
}>;

const NAME_MAX_LENGTH = 120;
/** No control signs: a name goes on paper and into mails. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** OpenID Connect Core, section 2: at most 255 ASCII characters. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

function printable(text: unknown): string {
  if (typeof text !== 'string') return '';
  return text.replaceAll(UNPRINTABLE, '').trim().slice(0, NAME_MAX_LENGTH);
}

/**
 * Who it is, by the claims that were validated, and what that is here.
 *
 * @throws Refusal `TOKEN_INVALID` when they name nobody
 */
export function strangerOf(provider: ProviderRow, claims: Claims): Stranger {
  const { sub: subject, name, preferred_username: called } = claims;
  if (typeof subject !== 'string' || !SUBJECT.test(subject)) {
    const detail = 'The ID token names nobody.';
    throw new Refusal({ code: 'TOKEN_INVALID', detail });
  }
  const email = verifiedEmailIn(claims);
  const named = [name, called, email, subject].map(printable).find((text) => text !== '');
  const groups = groupsIn(claims, provider.groupsClaim);
  const lines = provider.roles.map(({ groupName: group, role, storeId, store }) => ({
    group,
    role: role as StaffRole,
    storeId,
    store: store?.code ?? null,
  }));
  return {
    issuer: provider.issuer,
    subject,
    email,
    name: named ?? subject,
    groups,
    given: roleOfGroups(groups, lines),
    hasSecondFactor: saysTwoFactors(claims),
  };
}

/**
 * Says whose the identity is, and gives the person the role and store of today's groups: no other, whatever it was.
 *
 * @throws Refusal `ROLE_NOT_GIVEN`, `LAST_ADMINISTRATOR` and those of `know_identity`
 */
export async function admitByProvider(
  tx: Transaction,
  ctx: CommandContext,
  { provider, stranger }: Readonly<{ provider: ProviderRow; stranger: Stranger }>,
): Promise<string> {
  const { given, issuer, subject, email, name } = stranger;
  if (given === undefined) {
    const detail = 'None of your groups at the provider has a role here. Ask an administrator.';
    throw new Refusal({ code: 'ROLE_NOT_GIVEN', detail });
  }
  const { role, storeId } = given;
  const company = await tx.organisation.findFirst();
  const known = await tx.personIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
  });
  const { userId } = await callIn(tx, peopleCommands.knowIdentity, [
    ctx,
    {
      providerId: provider.id,
      issuer,
      subject,
      email: email ?? null,
      name,
      role,
      storeId,
      language: company?.language ?? 'id',
      passwordHash: known === null ? await hashPassword(randomUUID()) : null,
    },
  ]);
  const user = await findUser(tx, userId);
  if (user.role === role && user.storeId === storeId) return userId;
  const { active, agencyId, name: ownName, language } = user;
  const now = new Date().toISOString();
  const wish = { userId, role, storeId, agencyId, active, name: ownName, language, now };
  await callIn(tx, peopleCommands.changePerson, [ctx, wish]);
  return userId;
}
