import { randomUUID } from 'node:crypto';
import { aSale, rupiah } from '../../support/a-sale.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';
import { stockUp } from '../../support/shop/places.js';

const ROUNDS = 20;
const BUYERS = 45;
const PIECES = 15;
/** Nine hundred sales of one article at a time, on a machine that has other work as well. */
const WITHIN_MS = 300_000;

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});

afterAll(() => open.close());

it(
  `sells ${PIECES} of ${PIECES} pieces to ${BUYERS} buyers who come at once, ${ROUNDS} times over`,
  async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { sku, itemId } = await newArticle(round);
      const answers = await Promise.all(Array.from({ length: BUYERS }, () => buyOne(sku)));
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(PIECES);
      const refused = answers.filter(({ status }) => status !== 201);
      for (const { body } of refused) expect(body).toMatchObject({ code: 'STOCK_SHORT' });
      const level = await open.database.prisma.stockLevel.findFirstOrThrow({ where: { itemId } });
      expect([level.onHandMilli, level.reservedMilli]).toEqual([0n, 0n]);
    }
  },
  WITHIN_MS,
);

function buyOne(sku: string) {
  return open.api.send('PUT', `/v1/sales/${randomUUID()}`, {
    as: open.shop.terminalTokens[0],
    body: aSale({
      lines: [{ sku, quantity: '1' }],
      tenders: [{ type: 'cash', amount: rupiah(1_000) }],
    }),
  });
}

async function newArticle(round: number): Promise<{ sku: string; itemId: string }> {
  const sku = `ROUND-${round}`;
  const ctx = testContext();
  const { locationId } = open.shop.jakarta;
  const itemId = await open.database.transaction(ctx, async (tx) => {
    const item = await tx.item.create({
      data: {
        sku,
        name: `Barang ${round}`,
        unit: 'pcs',
        category: 'Umum',
        quantityStepMilli: 1_000n,
        taxCode: 'PPN',
        prices: { create: { version: 1, currency: 'IDR', unitAmount: 1_000n } },
      },
    });
    const goods = {
      items: [{ id: item.id, sku, barcode: '', price: 1_000n }],
      quantityMilli: 15_000n,
    };
    await stockUp(tx, { locationId, ctx }, goods);
    return item.id;
  });
  return { sku, itemId };
}
