import { findUser } from '../../../activities/people/find-user.js';
import {
  addProvider,
  allProviders,
  changeProvider,
  findProvider,
  removeIdentity as remove,
  removeProvider,
  switchProvider,
  type ProviderRow,
} from '../../../activities/people/identity-providers.js';
import {
  addIdentityProviderRoute,
  changeIdentityProviderRoute,
  listIdentityProvidersRoute,
  removeIdentityProviderRoute,
  removeIdentityRoute,
  switchIdentityProviderRoute,
  testIdentityProviderRoute,
} from '../../../contract/people/identity-providers.js';
import type { StaffRole } from '../../../contract/roles.js';
import { assert } from '../../../domain/assert.js';
import { Refusal } from '../../../domain/refusal.js';
import {
  AddressRefused,
  checkOutsideAddress,
  type AddressRules,
} from '../../../platform/outside-address.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { beginAtProvider, redirectUriOf } from '../../auth/begin-at-provider.js';
import type { ApiDeps } from '../../deps.js';
import { command, route } from '../../route.js';

/** Where an administrator comes back to after a test. */
const SETUP_PAGE = '/setup/providers';

export const listIdentityProviders = route(listIdentityProvidersRoute).answers(
  async (_call, deps) => {
    const rows = await allProviders(deps.database.prisma);
    return { status: 200, body: { data: rows.map((row) => onWire(row, deps)) } };
  },
);

export const addIdentityProvider = command(addIdentityProviderRoute)
  // DNS is asked before the transaction, which must not wait for the network.
  .after(({ body }, { webhooks }) => refusalOf(body.issuer, webhooks.rules))
  .answers(async ({ body, tx, ctx, found }, deps) => {
    if (found !== undefined) throw found;
    const id = await addProvider(tx, ctx, { ...body, ...linesOf(body), keys: deps.sealingKeys });
    return { status: 201, body: await oneOnWire(tx, id, deps) };
  });

export const changeIdentityProvider = route(changeIdentityProviderRoute).answers(
  async ({ params: { providerId }, body, ctx }, deps) => {
    const { database, webhooks, sealingKeys: keys } = deps;
    const refusal = await refusalOf(body.issuer, webhooks.rules);
    if (refusal !== undefined) throw refusal;
    const wish = { ...body, ...linesOf(body), clientSecret: body.clientSecret, keys };
    await database.transaction(ctx, (tx) => changeProvider(tx, providerId, wish));
    return { status: 200, body: await oneOnWire(database.prisma, providerId, deps) };
  },
);

export const switchIdentityProvider = route(switchIdentityProviderRoute).answers(
  async ({ params: { providerId }, body: { active }, ctx }, deps) => {
    const { database, sessions } = deps;
    await database.transaction(ctx, (tx) => switchProvider(tx, providerId, active));
    if (!active) await sessions.endOf({ providerId });
    return { status: 200, body: await oneOnWire(database.prisma, providerId, deps) };
  },
);

export const removeIdentityProvider = route(removeIdentityProviderRoute).answers(
  async ({ params: { providerId }, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => removeProvider(tx, providerId));
    return { status: 204, body: undefined };
  },
);

export const testIdentityProvider = route(testIdentityProviderRoute).answers(
  async ({ params: { providerId }, principal }, deps) => {
    const provider = await findProvider(deps.database.prisma, providerId);
    if (provider === null) throw notThere();
    const { version } = provider;
    const { url, cookie } = await beginAtProvider(deps, provider, {
      purpose: 'test',
      returnTo: SETUP_PAGE,
      userId: principal.actor.id,
      version,
    });
    return { status: 200, body: { url }, headers: { 'Set-Cookie': cookie } };
  },
);

export const removeIdentity = route(removeIdentityRoute).answers(
  async ({ params: { userId }, ctx }, { database, sessions }) => {
    await findUser(database.prisma, userId);
    await database.transaction(ctx, (tx) => remove(tx, userId));
    await sessions.endOf({ userId });
    return { status: 204, body: undefined };
  },
);

type Lines = Readonly<{
  roles: readonly Readonly<{ group: string; role: StaffRole; store?: string | undefined }>[];
}>;

function linesOf({ roles }: Lines) {
  return { roles: roles.map(({ group, role, store }) => ({ group, role, store })) };
}

/** Judges where a provider is, as addresses for webhooks are judged. Refuses `PROVIDER_ADDRESS_REFUSED`. */
async function refusalOf(issuer: string, rules: AddressRules): Promise<Refusal | undefined> {
  try {
    const { url } = await checkOutsideAddress(issuer, rules);
    if (url.search === '' && url.hash === '') return undefined;
    throw new AddressRefused('an issuer has neither a query nor a fragment');
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    const detail = `The address of the provider is not used: ${error.reason}.`;
    return new Refusal({ code: 'PROVIDER_ADDRESS_REFUSED', param: 'issuer', detail });
  }
}

function notThere(): Refusal {
  const detail = 'There is no such identity provider.';
  return new Refusal({ code: 'PROVIDER_NOT_FOUND', param: 'providerId', detail });
}

async function oneOnWire(
  prisma: Pick<PrismaClient, 'identityProvider'>,
  id: string,
  deps: Pick<ApiDeps, 'publicUrl'>,
) {
  const row = await findProvider(prisma, id);
  assert(row !== null, 'a provider that was just written is not there');
  return onWire(row, deps);
}

function onWire(row: ProviderRow, deps: Pick<ApiDeps, 'publicUrl'>) {
  const { id, name, issuer, clientId, scopes, groupsClaim, admits, required, active } = row;
  return {
    id,
    name,
    issuer,
    clientId,
    scopes,
    groupsClaim,
    required,
    active,
    admits: admits as 'invited' | 'everybody',
    tested: row.testedVersion === row.version,
    redirectUri: redirectUriOf(deps) ?? null,
    roles: row.roles.map(({ groupName: group, role, store }) => ({
      group,
      role: role as StaffRole,
      store: store?.code ?? null,
    })),
  };
}
