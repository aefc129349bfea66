import { rupiah } from '../../support/a-sale.js';
import { decide, office, type Office } from '../../support/office.js';
import { useOffice } from '../../support/use-office.js';

const { world, api, admin, manager } = useOffice();
const keeper: Office = (call, body) => office(api, world.shop.tokens.storeManager)(call, body);

let day = 1;
/** Each test has a day of its own, so that the limit of a person starts anew. */
beforeEach(() => world.clock.set(`2026-07-${String((day += 2)).padStart(2, '0')}T09:00:00+07:00`));

describe('goods that were booked in by mistake', () => {
  it('are taken back by the same person: stock, cost and ledger are as before', async () => {
    const before = await books();
    const id = await received(keeper, 7_000);
    expect(await books()).not.toEqual(before);
    expect(await undo(keeper, id)).toEqual([
      200,
      { id, location: 'JKT1-FLOOR', lines: 1, waiting: null },
    ]);
    expect(await books()).toEqual(before);
    expect(await undo(keeper, id)).toMatchObject([409, { code: 'STOCK_RECEIPT_UNDONE' }]);
  });

  it('count no longer against the limit of the person', async () => {
    const id = await received(keeper, 90_000_000);
    expect((await receive(keeper, 90_000_000))[0]).toBe(202);
    expect((await undo(keeper, id))[0]).toBe(200);
    expect((await receive(keeper, 90_000_000))[0]).toBe(201);
  });

  it('are taken back once, however many ask at once', async () => {
    const before = await books();
    const id = await received(admin, 7_000);
    const answers = await Promise.all(Array.from({ length: 5 }, () => undo(admin, id)));
    expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
    expect(await books()).toEqual(before);
  });
});

describe('goods stay, and are counted,', () => {
  it('when one of them was sold since', async () => {
    const id = await received(keeper, 7_000, { sku: 'KOPI-250' });
    await world.sell('C-0002', 1);
    expect(await undo(keeper, id)).toMatchObject([409, { code: 'GOODS_MOVED' }]);
  });

  it('when somebody else took them in, or two people agreed', async () => {
    const id = await received(admin, 7_000);
    expect(await undo(keeper, id)).toMatchObject([422, { code: 'STOCK_RECEIPT_NOT_OWN' }]);
    const [, asked] = await receive(admin, 101_000_000);
    const { id: high, waiting } = asked as { id: string; waiting: unknown };
    expect((await decide(manager, waiting))[0]).toBe(200);
    expect(await undo(admin, high)).toMatchObject([422, { code: 'STOCK_RECEIPT_NOT_OWN' }]);
  });

  it('after 24 hours', async () => {
    const id = await received(admin, 7_000);
    world.clock.set(new Date(world.clock.nowMs() + 24 * 60 * 60_000 + 1).toISOString());
    expect(await undo(admin, id)).toMatchObject([422, { code: 'STOCK_RECEIPT_OLD' }]);
  });

  it('when nobody booked them in, or in another store', async () => {
    const id = await received(admin, 7_000, { location: 'BDG1-FLOOR' });
    const nowhere = 'a3b7f7c0-0000-4000-8000-000000000000';
    for (const one of [id, nowhere]) {
      expect(await undo(keeper, one)).toMatchObject([404, { code: 'STOCK_RECEIPT_NOT_FOUND' }]);
    }
    expect((await undo(admin, id))[0]).toBe(200);
  });
});

type Goods = Readonly<{ sku?: string; location?: string }>;

function receive(
  who: Office,
  worth: number,
  { sku = 'TEH-100', location = 'JKT1-FLOOR' }: Goods = {},
) {
  return who('POST /v1/stock-receipts', {
    kind: 'goods-receipt',
    location,
    lines: [{ sku, quantity: '1', cost: rupiah(worth) }],
  });
}

async function received(who: Office, worth: number, goods?: Goods): Promise<string> {
  const [status, body] = await receive(who, worth, goods);
  expect(status).toBe(201);
  return (body as { id: string }).id;
}

function undo(who: Office, id: string) {
  return who(`POST /v1/stock-receipts/${id}/undoing`);
}

/** What is there of the item, and what the ledger says goods are worth and what suppliers have not invoiced yet. */
async function books() {
  const { prisma } = world.database;
  const levels = await prisma.stockLevel.findMany({
    where: { item: { sku: 'TEH-100' } },
    orderBy: { locationId: 'asc' },
  });
  const accounts = await prisma.journalLine.groupBy({
    by: ['accountCode'],
    _sum: { amount: true },
    orderBy: { accountCode: 'asc' },
  });
  return { levels, accounts: accounts.filter(({ _sum }) => _sum.amount !== 0n) };
}
