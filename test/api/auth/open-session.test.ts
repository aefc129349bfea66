import { openSession } from '../../../api/auth/open-session.js';
import type { Database } from '../../../prisma/database.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});

afterAll(() => open.close());

describe('a sign-in with a wrong password', () => {
  it('asks the books the same for an address that is known and for one that is not', async () => {
    const { email } = await open.database.prisma.appUser.findFirstOrThrow();
    const [known, unknown] = [await askedFor(email), await askedFor(`x${email}`)];
    expect(known).toHaveLength(1);
    expect(unknown).toEqual(known);
  });
});

/** What is asked of the books to refuse a sign-in, without the address. */
async function askedFor(email: string): Promise<unknown[]> {
  const asked: unknown[] = [];
  const { appUser } = open.database.prisma;
  const findUnique = (question: Parameters<typeof appUser.findUnique>[0]) => {
    const { where: _where, ...wanted } = question;
    asked.push(wanted, ...('include' in wanted ? Object.keys(wanted.include ?? {}) : []));
    return appUser.findUnique(question);
  };
  const database = { ...open.database, prisma: { appUser: { findUnique } } } as unknown as Database;
  const login = { email, password: 'none of ours', place: { address: '::1' }, ctx: testContext() };
  const now = { nowMs: Date.now(), keys: [new Uint8Array(32)] as const };
  expect(await openSession(database, login, now)).toEqual({ kind: 'refused' });
  return asked;
}
