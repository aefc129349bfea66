import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { makeApiKey } from '../activities/people/make-key.js';
import { addPersonWithPassword } from '../activities/people/person-with-password.js';
import { STAFF_ROLES, type Role } from '../contract/roles.js';
import type { CommandContext } from '../domain/context.js';
import { worksInOneStore } from '../domain/people/store-of-role.js';
import type { Transaction } from '../prisma/database.js';
import type { Credential, Credentials } from './credentials.js';
import { FAMILY_NAMES, GIVEN_NAMES } from './data/names.js';
import type { SampleCompany } from './make-company.js';
import type { Random } from './random.js';

export type PeoplePlan = Readonly<{
  random: Random;
  at: Temporal.Instant;
  ctx: CommandContext;
  company: SampleCompany;
}>;

type KeyHolder = Readonly<{
  role: Role;
  label: string;
  userId?: string;
  terminalId?: string;
  agencyId?: string;
}>;

/** Staff work at the first store. Passwords and keys are random, and only their hashes are stored. */
export async function makePeople(tx: Transaction, plan: PeoplePlan): Promise<Credentials> {
  const { random, at, ctx, company } = plan;
  const createdAt = new Date(at.epochMilliseconds);
  const credentials: Credentials = {};
  for (const role of STAFF_ROLES) {
    const person = {
      email: `${role.toLowerCase()}@example.test`,
      name: `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`,
    };
    const password = newPassword();
    const store = worksInOneStore(role) ? company.stores[0]?.data.code : undefined;
    const wish = { ...person, role, language: 'id', store, password };
    const userId = await addPersonWithPassword(tx, ctx, wish);
    const token = await makeKey(tx, { role, label: person.name, userId }, createdAt);
    credentials[role] = { kind: 'sample-person', token, email: person.email, password };
  }
  credentials['integration'] = {
    kind: 'token',
    token: await makeKey(tx, { role: 'integration', label: 'Legacy tills' }, createdAt),
  };
  for (const { id, code } of company.stores.flatMap(({ terminals }) => terminals)) {
    const token = await makeKey(tx, { role: 'terminal', label: code, terminalId: id }, createdAt);
    const credential: Credential = { kind: 'token', token, code };
    credentials[`terminal:${code}`] = credential;
    credentials['terminal'] ??= credential;
  }
  return credentials;
}

/** Stores the hash of a new key and returns its token, which cannot be read again. */
export async function makeKey(
  tx: Transaction,
  holder: KeyHolder,
  createdAt: Date,
): Promise<string> {
  const { keyId, secretHash, token } = makeApiKey();
  await tx.apiKey.create({ data: { ...holder, keyId, secretHash, scopes: [], createdAt } });
  return token;
}

/** 96 bits in letters that are easy to copy. */
export function newPassword(): string {
  return randomBytes(12).toString('base64url');
}
