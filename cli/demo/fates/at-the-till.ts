import type { Json } from '../shop.js';
import type { World } from '../world.js';
import { articleAt, ended, sell } from '../sales.js';
import { must, type Fate } from './fate.js';

const BUYERS = 45;
const PIECES = 15;

/** Paid in cash: the receipt is printed and the sale ends. */
export const paidAtTheTill: Fate = {
  name: 'paid at the till, paper out of the printer',
  play: async (world) => {
    const article = await articleAt(world, 0);
    const sold = await sell(world, {
      lines: [{ sku: article.sku, quantity: '1' }],
      total: article.price,
      tender: 'cash',
    });
    must(sold.status === 201, `not sold: ${JSON.stringify(sold.body)}`);
    const outcome = await ended(world, sold.saleId);
    must(outcome === 'paid', `it ended as ${outcome}`);
    await world.waitFor('the paper', () => paperOf(world, sold.saleId));
    return 'closed as paid, receipt printed';
  },
};

/** Kept goods that nobody collected are released. */
export const deliveryExpired: Fate = {
  name: 'delivery expired, stock released',
  play: async (world) => {
    const article = await articleAt(world, 1);
    const before = await available(world, article.sku);
    const expiresAt = world.clock.now().add({ hours: 72 }).toString();
    const sold = await sell(world, {
      lines: [{ sku: article.sku, quantity: '3' }],
      total: article.price * 3n,
      tender: 'cash',
      delivery: { kind: 'later', expiresAt },
    });
    must(sold.status === 201, `not sold: ${JSON.stringify(sold.body)}`);
    must((await available(world, article.sku)) === before - 3, 'the goods were not reserved');
    const outcome = await ended(world, sold.saleId);
    must(outcome === 'cancelled', `it ended as ${outcome}`);
    must((await available(world, article.sku)) === before, 'the stock was not given back');
    return 'closed as cancelled, 3 pieces back on the shelf';
  },
};

/** Forty-five buyers at all tills of the store at once buy the last fifteen pieces. */
export const lastPieces: Fate = {
  name: '45 buyers for 15 pieces',
  play: async (world) => {
    const article = await articleAt(world, 2);
    const surplus = (await available(world, article.sku)) - PIECES;
    const basket = (quantity: number) => ({
      lines: [{ sku: article.sku, quantity: String(quantity) }],
      total: article.price * BigInt(quantity),
      tender: 'cash' as const,
    });
    if (surplus > 0)
      must((await sell(world, basket(surplus))).status === 201, 'the surplus was not sold');
    const answers = await Promise.all(
      Array.from({ length: BUYERS }, (_, i) =>
        sell(world, { ...basket(1), till: `JKT1-0${(i % 6) + 1}` }),
      ),
    );
    const sold = answers.filter(({ status }) => status === 201).length;
    const refused = answers.filter(({ body }) => body.code === 'STOCK_SHORT').length;
    must(sold === PIECES && refused === BUYERS - PIECES, `${sold} were sold, ${refused} refused`);
    return `${sold} sold, ${refused} told that there is no more`;
  },
};

async function available(world: World, sku: string): Promise<number> {
  const { body } = await world.api('storeManager', `GET /v1/stock?location=JKT1-FLOOR&sku=${sku}`);
  return Number(body.data[0].available);
}

async function paperOf(world: World, saleId: string): Promise<true | undefined> {
  for (const { page, code } of world.platform.addresses.printers) {
    const answer = await fetch(`${new URL(page).origin}/api/printers/${code}/paper`);
    const paper = JSON.stringify((await answer.json()) as Json);
    if (paper.includes(saleId)) return true;
  }
  return undefined;
}
