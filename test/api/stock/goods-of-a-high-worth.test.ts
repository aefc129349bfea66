import { rupiah } from '../../support/a-sale.js';
import { anotherKey, decide, office, twoAgree, type Office } from '../../support/office.js';
import { useOffice } from '../../support/use-office.js';

/** One person takes in goods of Rp100 million within a day, and not more. */
const MILLION = 1_000_000;

const { world, admin, manager } = useOffice();

beforeEach(() => world.clock.set('2026-07-01T09:00:00+07:00'));

describe('goods of a high worth', () => {
  it('are in stock when a second person agrees, and move neither cost nor ledger before', async () => {
    const before = await stock();
    const [status, body] = await admin('POST /v1/stock-receipts', goods(101 * MILLION));
    expect([status, body]).toMatchObject([
      202,
      {
        waiting: {
          kind: 'stock-receipt',
          after: { goods: [{ sku: 'TEH-100', cost: '101000000' }] },
        },
      },
    ]);
    expect(await stock()).toEqual(before);
    const { waiting } = body as { waiting: unknown };
    expect(await decide(admin, waiting)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect(await decide(manager, waiting)).toMatchObject([200, { state: 'approved' }]);
    const after = await stock();
    expect([after.pieces - before.pieces, after.value - before.value]).toEqual([
      1_000n,
      BigInt(101 * MILLION),
    ]);
    // What two agreed on leaves the first one all that may be taken in alone.
    expect((await admin('POST /v1/stock-receipts', goods(MILLION)))[0]).toBe(201);
  });

  it('are not taken in piece by piece, nor under another key of the same person', async () => {
    world.clock.set('2026-07-03T09:00:00+07:00');
    const { users } = world.shop;
    const second = await anotherKey(world.database, users.storeManager.id, 'storeManager');
    const api = await world.api();
    const own = office(api, world.shop.tokens.storeManager);
    const under = (who: Office, worth: number) => who('POST /v1/stock-receipts', goods(worth));
    expect((await under(own, 60 * MILLION))[0]).toBe(201);
    world.clock.set('2026-07-04T08:59:59+07:00');
    expect((await under(office(api, second), 40 * MILLION + 1))[0]).toBe(202);
    const both = await Promise.all([1, 2].map(() => under(own, 30 * MILLION)));
    expect(both.map(([status]) => status).toSorted((one, other) => one - other)).toEqual([
      201, 202,
    ]);
    world.clock.set('2026-07-05T09:00:01+07:00');
    expect((await under(own, 90 * MILLION))[0]).toBe(201);
    await api.close();
  });

  it('are bounded by a limit that two people set', async () => {
    world.clock.set('2026-07-06T09:00:00+07:00');
    const limits = { creditNote: rupiah(1_000_000), goodsReceipt: rupiah(5), reason: 'x' };
    const wish = 'POST /v1/approval-limits/changes';
    expect(await twoAgree([admin, manager], wish, limits)).toMatchObject([200, {}]);
    expect((await admin('POST /v1/stock-receipts', goods(5)))[0]).toBe(201);
    expect((await admin('POST /v1/stock-receipts', goods(1)))[0]).toBe(202);
    expect(await admin('GET /v1/approval-limits')).toMatchObject([
      200,
      { goodsReceipt: rupiah(5) },
    ]);
  });
});

function goods(worth: number) {
  return {
    kind: 'goods-receipt',
    location: 'JKT1-FLOOR',
    lines: [{ sku: 'TEH-100', quantity: '1', cost: rupiah(worth) }],
  };
}

async function stock() {
  const level = await world.database.prisma.stockLevel.findFirstOrThrow({
    where: { item: { sku: 'TEH-100' } },
  });
  return { pieces: level.onHandMilli, value: level.valueAmount };
}
