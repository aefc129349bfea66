import { randomUUID } from 'node:crypto';
import type { RouteContract } from '../../contract/route.js';
import { aSale, rupiah } from '../support/a-sale.js';
import { addPromotionRoute } from '../../contract/catalogue/promotions.js';
import { ROUTES } from '../support/api-routes.js';
import { useOffice } from '../support/use-office.js';

const { world, api, admin } = useOffice();

/** Lists of which this shop has no two rows at the beginning, or whose address names a row. */
const NOT_HERE: readonly string[] = [
  'GET /v1/accounting-periods',
  'GET /v1/agency/placements',
  'GET /v1/agency/remittances',
  'GET /v1/bank-statements',
  'GET /v1/bank-statements/{statementId}',
  'GET /v1/customer-merges',
  'GET /v1/disputes',
  'GET /v1/imports',
  'GET /v1/imports/{importId}/rows',
  'GET /v1/letters',
  'GET /v1/placements',
  'GET /v1/price-changes/{version}',
  'GET /v1/promises',
  'GET /v1/stores/{storeId}/shadow-days',
  'GET /v1/stores/{storeId}/shadow-sales',
];

const LISTS = ROUTES.filter(({ contract: { method, query } }) => {
  return method === 'get' && query !== undefined && 'cursor' in query.shape;
});

beforeAll(async () => {
  const { terminalTokens, tokens, users, customers } = world.shop;
  for (let n = 1; n <= 2; n += 1) {
    await world.sell('C-0001', n);
    await world.sell('C-0002', n);
    await world.receive(customers.hotel.id, 45_000n);
    const of = { capturedAt: world.clock.iso(), businessDate: '2026-07-01' } as const;
    const unknown = { sku: `BARU-${n}`, quantity: '1', unitPrice: rupiah(10_000) };
    const tenders = [{ type: 'cash' as const, amount: rupiah(10_000) }];
    const sale = aSale({ ...of, mode: 'completed', lines: [unknown], tenders });
    await sent('PUT', `/v1/sales/${randomUUID()}`, { as: terminalTokens[0], body: sale });
    const broken = { as: terminalTokens[0], content: '{' };
    await sent('PUT', `/v1/sales/${randomUUID()}`, broken);
    const [location, reason] = ['JKT1-FLOOR', 'counted'];
    const lines = [{ sku: 'KOPI-250', counted: `${900 + n}`, expected: `${901 + n}` }];
    const count = { location, reason, lines };
    await sent('POST', '/v1/stock-counts', { as: tokens.storeManager, body: count });
    const typed = { user: users.cashier.id, pin: '918264', purpose: 'void' };
    await sent('POST', '/v1/staff-pins/checks', { as: terminalTokens[0], body: typed });
    const days = [{ date: `202${6 + n}-12-25`, kind: 'national', name: 'Hari raya' }];
    await admin(`PUT /v1/holidays/ID/202${6 + n}`, { days, reason: 'a new year' });
    const items = [{ sku: 'TEH-100', unitPrice: rupiah(20_000) }];
    const effectiveFrom = `2026-07-0${2 + n}T00:00:00+07:00`;
    const promotion = { ...addPromotionRoute.example, code: `P-${n}`, skus: ['KOPI-250'] };
    await admin('POST /v1/promotions', promotion);
    await admin('POST /v1/price-changes', { items, effectiveFrom, note: 'Harga baru' });
  }
});

describe('a list that is cut into pages', () => {
  it.each(LISTS.filter(({ name }) => !NOT_HERE.includes(name)))(
    'goes on where the page before ended: $name',
    async ({ contract }) => {
      const first = await page(contract);
      expect(first).toMatchObject({ status: 200, nextCursor: expect.any(String) });
      const second = await page(contract, first.nextCursor ?? '');
      expect(second).toMatchObject({ status: 200 });
      expect(second.rows).toHaveLength(1);
      expect(second.rows).not.toEqual(first.rows);
    },
  );

  it('is tried here, or has no two rows here', () => {
    const names = LISTS.map(({ name }) => name);
    expect(NOT_HERE.filter((name) => !names.includes(name))).toEqual([]);
  });
});

type Page = Readonly<{ status: number; rows: readonly unknown[]; nextCursor: string | null }>;

async function page({ path, access }: RouteContract, cursor?: string): Promise<Page> {
  const after = cursor === undefined ? '' : `&cursor=${cursor}`;
  const as = tokenFor(access);
  const { status, body } = await api.send('GET', `${path}?limit=1${after}`, { as });
  const { nextCursor, ...rest } = body as { nextCursor: string | null };
  const rows = Object.values(rest).find(
    (value) => Array.isArray(value) && value.length === 1,
  ) as readonly unknown[];
  return { status, rows, nextCursor };
}

function tokenFor(access: RouteContract['access']): string | undefined {
  const { tokens, terminalTokens } = world.shop;
  const held: Readonly<Record<string, string>> = { ...tokens, terminal: terminalTokens[0] };
  const roles: readonly string[] = access.kind === 'roles' ? access.roles : [];
  return roles.map((role) => held[role]).find((token) => token !== undefined);
}

async function sent(method: string, path: string, what: object): Promise<void> {
  const headers = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
  await api.send(method, path, { ...what, headers });
}
