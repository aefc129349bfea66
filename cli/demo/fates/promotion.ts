import { articleAt, ended, sell, type Article } from '../sales.js';
import type { World } from '../world.js';
import { must, type Fate } from './fate.js';

const CODE = 'DEMO-20';
/** An article that no other scenario sells. */
const PLACE = 12;

/** What is decided in the office holds at every till with the next sale: a promotion begins, and is ended. */
export const promotedAtAllTills: Fate = {
  name: 'a promotion of the office at every till',
  play: async (world) => {
    const article = await articleAt(world, PLACE);
    const tills = Object.keys(world.platform.credentials).filter((key) =>
      key.startsWith('terminal:'),
    );
    const before = await versionsOf(world, tills);
    const begun = await world.api('admin', 'POST /v1/promotions', {
      body: {
        code: CODE,
        name: 'Diskon 20 %',
        offer: { kind: 'percent', percent: 2_000 },
        skus: [article.sku],
        validUntil: null,
      },
    });
    must(begun.status === 201, `not planned: ${JSON.stringify(begun.body)}`);
    const told = await Promise.all(tills.map((till, at) => newsFor(world, till, before[at])));
    must(
      told.every(({ promotions }) => promotions.includes(CODE)),
      'a till was not told of it',
    );
    const cheap = article.price - (article.price * 20n + 50n) / 100n;
    await sellAt(world, article, cheap);

    const path = `POST /v1/promotions/${begun.body.id}/ending`;
    const end = await world.api('admin', path, { body: {} });
    must(end.status === 200 && end.body.state === 'over', 'it was not ended');
    const again = await Promise.all(tills.map((till, at) => newsFor(world, till, before[at])));
    must(
      again.every(({ over }) => over.includes(CODE)),
      'a till was not told of the end',
    );
    await sellAt(world, article, article.price);
    return `begun and ended at ${tills.length} tills, sold at both prices`;
  },
};

async function versionsOf(world: World, tills: readonly string[]): Promise<number[]> {
  const answers = await Promise.all(
    tills.map((till) => world.api(till, 'GET /v1/catalogue?limit=1')),
  );
  return answers.map(({ body }) => body.version);
}

type News = Readonly<{ promotions: readonly string[]; over: readonly string[] }>;

/** What a till hears of promotions that it did not know at a version. */
async function newsFor(world: World, till: string, since = 0): Promise<News> {
  const { body } = await world.api(till, `GET /v1/catalogue?since=${since}`);
  const codesOf = (rows: readonly Readonly<{ code: string }>[]) => rows.map(({ code }) => code);
  return { promotions: codesOf(body.promotions), over: codesOf(body.promotionsEnded) };
}

async function sellAt(world: World, { sku }: Article, total: bigint): Promise<void> {
  const sold = await sell(world, { lines: [{ sku, quantity: '1' }], total, tender: 'cash' });
  must(sold.status === 201, `not sold for ${total}: ${JSON.stringify(sold.body)}`);
  const outcome = await ended(world, sold.saleId);
  must(outcome === 'paid', `it ended as ${outcome}`);
}
