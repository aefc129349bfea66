import { makeApiKey } from '../../../activities/people/make-key.js';
import { addPersonWithPassword } from '../../../activities/people/person-with-password.js';
import { STAFF_ROLES, type Role } from '../../../contract/roles.js';
import type { CommandContext } from '../../../domain/context.js';
import { worksInOneStore } from '../../../domain/people/store-of-role.js';
import type { Transaction } from '../../../prisma/database.js';
import { agreedByTwo } from '../../../sample/agreed-by-two.js';
import type { ShopPlaces } from './places.js';

export const PASSWORD = 'kata sandi untuk uji';

export type ShopUser = Readonly<{ id: string; email: string; password: string }>;
export type ShopAgency = Readonly<{
  id: string;
  code: string;
  token: string;
  /** Somebody who works there and signs in. */
  person: ShopUser;
}>;

export type ShopPeople = Readonly<{
  /** A bearer token for each staff role and the integration; terminals and agencies have their own. */
  tokens: Readonly<Record<Exclude<Role, 'terminal' | 'partner'>, string>>;
  users: Readonly<Record<(typeof STAFF_ROLES)[number], ShopUser>>;
  /** Tokens of the terminals, in their order. */
  terminalTokens: readonly [string, string, string];
  agencies: readonly [ShopAgency, ShopAgency];
}>;

type KeyOwner = Readonly<{
  role: Role;
  label: string;
  userId?: string;
  terminalId?: string;
  agencyId?: string;
}>;

/** One user and one key per staff role, one key per terminal, two agencies with a key each. */
export async function createPeople(
  tx: Transaction,
  places: ShopPlaces,
  ctx: CommandContext,
): Promise<ShopPeople> {
  const at = new Date(ctx.at);
  const tokens: Partial<Record<Role, string>> = {};
  const users: Partial<Record<Role, ShopUser>> = {};
  for (const role of STAFF_ROLES) {
    const email = `${role.toLowerCase()}@example.test`;
    const name = `Staf ${role}`;
    const store = worksInOneStore(role) ? places.jakarta.storeCode : undefined;
    const person = { email, name, role, language: 'id', store, password: PASSWORD };
    const userId = await addPersonWithPassword(tx, ctx, person);
    users[role] = { id: userId, email, password: PASSWORD };
    tokens[role] = await createKey(tx, { role, label: name, userId }, at);
  }
  tokens.integration = await createKey(tx, { role: 'integration', label: 'Legacy tills' }, at);
  const [first, second, third] = places.terminals;
  const keyOf = ({ id, code }: typeof first) =>
    createKey(tx, { role: 'terminal', label: code, terminalId: id }, at);
  return {
    tokens: tokens as ShopPeople['tokens'],
    users: users as ShopPeople['users'],
    terminalTokens: [await keyOf(first), await keyOf(second), await keyOf(third)],
    agencies: [await createAgency(tx, ctx, 'AGN-A'), await createAgency(tx, ctx, 'AGN-B')],
  };
}

export async function createKey(tx: Transaction, owner: KeyOwner, at: Date): Promise<string> {
  const { keyId, secretHash, token } = makeApiKey('test');
  await tx.apiKey.create({ data: { ...owner, keyId, secretHash, scopes: [], createdAt: at } });
  return token;
}

/** 15 % of everything, agreed long ago. */
const FIRST_AGREEMENT = {
  validFrom: '2020-01-01',
  commission: [{ fromDaysPastDue: 0, fromAmount: '0', basisPoints: 1_500 }],
};

async function createAgency(
  tx: Transaction,
  ctx: CommandContext,
  code: string,
): Promise<ShopAgency> {
  const agency = await tx.agency.create({
    data: {
      code,
      name: `Penagihan ${code}`,
      country: 'ID',
      language: 'id',
      currency: 'IDR',
      commissionTaxBasisPoints: 1_100,
    },
  });
  const { agreement } = await agreedByTwo(tx, ctx);
  await agreement({ agencyId: agency.id, ...FIRST_AGREEMENT });
  const at = new Date(ctx.at);
  const email = `${code.toLowerCase()}@example.test`;
  const name = `Penagih ${code}`;
  const wish = { email, name, role: 'partner', language: 'id', store: undefined } as const;
  const personId = await addPersonWithPassword(tx, ctx, {
    ...wish,
    agency: code,
    password: PASSWORD,
  });
  return {
    id: agency.id,
    code,
    person: { id: personId, email, password: PASSWORD },
    token: await createKey(tx, { role: 'partner', label: agency.name, agencyId: agency.id }, at),
  };
}
