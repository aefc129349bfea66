import type { TestApi } from './api-client.js';

type Item = Readonly<{
  id: string;
  sku: string;
  listPrices: readonly Readonly<{ priceList: string }>[];
  [field: string]: unknown;
}>;

type Promotion = Readonly<{ id: string; [field: string]: unknown }>;

export type CataloguePage = Readonly<{
  version: number;
  items: readonly Item[];
  withdrawn: readonly Readonly<{ id: string; sku: string }>[];
  priceLists: readonly Readonly<{ code: string }>[];
  promotions: readonly Promotion[];
  promotionsEnded: readonly Readonly<{ id: string }>[];
  nextCursor: string | null;
  [field: string]: unknown;
}>;

/** What a till holds of the catalogue, by the id of the item. */
export type TillCatalogue = Readonly<{
  version: number;
  items: ReadonlyMap<string, Item>;
  promotions: ReadonlyMap<string, Promotion>;
  rules: unknown;
}>;

/** A till that reads the catalogue as the page of the call says. */
export function createTill(api: TestApi, token: string | undefined) {
  const read = async (query: string): Promise<CataloguePage> => {
    const { status, body } = await api.send('GET', `/v1/catalogue?${query}`, { as: token });
    expect([status, body]).toMatchObject([200, {}]);
    return body as CataloguePage;
  };
  /** All pages; `between` runs after each that is not the last. */
  const pages = async (query: string, between: Between) => {
    const all = [await read(query)];
    for (let next = all[0]?.nextCursor; next; next = all.at(-1)?.nextCursor) {
      await between();
      all.push(await read(`${query}&cursor=${next}`));
    }
    return all;
  };
  return {
    snapshot: async (limit = 500, between: Between = nothing) =>
      apply(EMPTY, await pages(`limit=${limit}`, between)),
    delta: async (held: TillCatalogue, limit = 500, between: Between = nothing) =>
      apply(held, await pages(`since=${held.version}&limit=${limit}`, between)),
  };
}

const EMPTY: TillCatalogue = {
  version: 0,
  items: new Map(),
  promotions: new Map(),
  rules: undefined,
};

type Between = () => Promise<unknown>;

async function nothing(): Promise<void> {}

function apply(held: TillCatalogue, pages: readonly CataloguePage[]): TillCatalogue {
  const items = new Map(held.items);
  const promotions = new Map(held.promotions);
  let { version, rules } = held;
  for (const page of pages) {
    page.withdrawn.forEach(({ id }) => items.delete(id));
    page.items.forEach((item) => items.set(item.id, item));
    page.promotionsEnded.forEach(({ id }) => promotions.delete(id));
    page.promotions.forEach((promotion) => promotions.set(promotion.id, promotion));
    ({ version } = page);
    rules = ['priceLists', 'taxes', 'tenderRules', 'cashRoundingStep'].map((part) => page[part]);
  }
  const open = new Set(pages.at(-1)?.priceLists.map(({ code }) => code));
  const kept = [...items].map(([id, item]) => [id, withoutListsThatAreOver(item, open)] as const);
  return { version, items: new Map(kept), promotions, rules };
}

/** As the call says: prices of a list that is not told any more are dropped. */
function withoutListsThatAreOver(item: Item, open: ReadonlySet<string>): Item {
  const listPrices = item.listPrices.filter(({ priceList }) => open.has(priceList));
  return { ...item, listPrices };
}

/** In one order, for comparing. */
export function heldBy({ items, promotions, rules, version }: TillCatalogue) {
  const bySku = [...items.values()].toSorted((a, b) => (a.sku < b.sku ? -1 : 1));
  const byId = [...promotions.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { version, items: bySku, promotions: byId, rules };
}
