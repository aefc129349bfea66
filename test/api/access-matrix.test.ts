import { randomUUID } from 'node:crypto';
import { makeApiKey } from '../../activities/people/make-key.js';
import { API_LIMITS } from '../../api/limits.js';
import { ROLES, type Role } from '../../contract/roles.js';
import type { RouteContract } from '../../contract/route.js';
import { ROUTES } from '../support/api-routes.js';
import { createForeignIds } from '../support/foreign-ids.js';
import { openShop, type OpenShop } from '../support/open-shop.js';
import { testContext } from '../support/shop.js';

/** Every route x every role x an id that belongs to somebody else, generated from the contracts. */

const EVERYBODY_AT_ONCE = 100_000;

let open: OpenShop;
let foreignIds: Readonly<Record<string, string>>;

beforeAll(async () => {
  open = await openShop({
    limits: {
      ...API_LIMITS,
      requestsPerSecond: EVERYBODY_AT_ONCE,
      strangersPerSecond: EVERYBODY_AT_ONCE,
      loginsPerSecond: EVERYBODY_AT_ONCE,
      failuresOfAccount: EVERYBODY_AT_ONCE,
      failuresOfAddress: EVERYBODY_AT_ONCE,
    },
  });
  foreignIds = await createForeignIds(open);
});

afterAll(() => open.close());

/** Outsiders: what is not theirs must look as if it were not there. */
const OUTSIDERS: readonly Role[] = ['terminal', 'partner'];

describe.each(ROUTES)('$name', ({ contract }) => {
  const { access } = contract;

  it('asks strangers for a credential, or is open to everybody', async () => {
    const expected = access.kind === 'public' ? LET_IN : ['no credential'];
    expect(expected).toContain(await verdictFor(contract, undefined));
  });

  it.each(ROLES)('lets %s through, or not, as the contract says', async (role) => {
    expect(expectedFor(contract, role)).toContain(await verdictFor(contract, tokenOf(role)));
  });

  // Under PUT the caller names its own new thing; what is known under that id is a conflict.
  const namesOthers = contract.params !== undefined && contract.method !== 'put';
  const allowed = OUTSIDERS.filter(
    (role) => namesOthers && access.kind === 'roles' && access.roles.includes(role),
  );
  it.each(allowed)('hides from %s what belongs to others', async (role) => {
    expect(await verdictFor(contract, tokenOf(role))).toBe('hidden');
  });
});

it('a key that is narrowed to a scope can do nothing else', async () => {
  const { database, shop } = open;
  const { keyId, secretHash, token } = makeApiKey('test');
  await database.transaction(testContext(), (tx) =>
    tx.apiKey.create({
      data: {
        keyId,
        secretHash,
        label: 'reads the catalogue',
        role: 'terminal',
        terminalId: shop.terminals[0].id,
        scopes: ['catalogue:read'],
        createdAt: new Date(),
      },
    }),
  );
  expect((await open.api.send('GET', '/v1/catalogue', { as: token })).status).toBe(200);
  const answer = await open.api.send('GET', '/v1/stock', { as: token });
  expect([answer.status, answer.body]).toMatchObject([403, { code: 'SCOPE_FORBIDDEN' }]);
});

type Verdict = 'no credential' | 'forbidden' | 'hidden' | 'answered';

/** Whatever the answer is: it was given by the route and not by the door. */
const LET_IN: readonly Verdict[] = ['answered', 'hidden'];

function expectedFor({ access, params }: RouteContract, role: Role): readonly Verdict[] {
  if (access.kind !== 'roles' || access.roles.includes(role)) return LET_IN;
  return role === 'partner' && params !== undefined ? ['hidden'] : ['forbidden'];
}

async function verdictFor(contract: RouteContract, token: string | undefined): Promise<Verdict> {
  const status = await statusFor(contract, token);
  // Signing in with a wrong password is 401 for everybody, which says nothing about who may try.
  if (contract.path === '/v1/session' && contract.method === 'post') return 'answered';
  if (status === 401) return 'no credential';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'hidden' : 'answered';
}

function tokenOf(role: Role): string {
  if (role === 'terminal') return open.shop.terminalTokens[0];
  if (role === 'partner') return open.shop.agencies[0].token;
  return open.shop.tokens[role];
}

async function statusFor(contract: RouteContract, token: string | undefined): Promise<number> {
  const aborter = new AbortController();
  const mediaType = contract.rawBody?.mediaTypes[0] ?? 'application/json';
  const hasBody = contract.body !== undefined || contract.rawBody !== undefined;
  const response = await fetch(open.api.url + pathOf(contract), {
    method: contract.method.toUpperCase(),
    signal: aborter.signal,
    headers: {
      'idempotency-key': randomUUID(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(hasBody ? { 'content-type': mediaType } : {}),
    },
    ...(hasBody ? { body: JSON.stringify(contract.example ?? 'bytes') } : {}),
  });
  // Streams of events never end by themselves.
  aborter.abort();
  return response.status;
}

function pathOf(contract: RouteContract): string {
  const { access, path } = contract;
  const outsiders =
    access.kind === 'roles' && access.roles.some((role) => OUTSIDERS.includes(role));
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const id = foreignIds[name];
    if (id === undefined && outsiders) {
      throw new Error(
        `${path}: outsiders may call this, so test/support/foreign-ids.ts needs a ${name} of somebody else`,
      );
    }
    return id ?? randomUUID();
  });
}
