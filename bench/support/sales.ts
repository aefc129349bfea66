import type { SaleBody } from '../../contract/sale/sale-body.js';
import type { createHttpCaller } from '../../platform/http-caller.js';
import { uuidV7 } from '../../platform/uuid-v7.js';
import type { BenchShop, Till } from './bench-shop.js';

/** A random source, repeatable by its seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const sequences = new Map<string, number>();

/** A cash sale of three different articles, one piece each; `skus` names some of them. */
export function cashSale(
  shop: BenchShop,
  sale: Readonly<{ till: Till; random: () => number; skus?: readonly string[] }>,
): SaleBody {
  const { till, random, skus = [] } = sale;
  const chosen = new Set(skus);
  while (chosen.size < 3)
    chosen.add(shop.items[Math.floor(random() * shop.items.length)]?.sku ?? '');
  const total = shop.items
    .filter(({ sku }) => chosen.has(sku))
    .reduce((sum, { unitAmount }) => sum + unitAmount, 0n);
  const sequence = (sequences.get(till.code) ?? 0) + 1;
  sequences.set(till.code, sequence);
  return {
    terminal: till.code,
    deviceSequence: sequence,
    businessDate: shop.businessDate,
    capturedAt: new Date().toISOString(),
    mode: 'online',
    priceVersion: shop.priceVersion,
    lines: [...chosen].map((sku) => ({ sku, quantity: '1' })),
    tenders: [{ type: 'cash', amount: { amount: total.toString(), currency: 'IDR' } }],
  };
}

/** What each till sells next. */
export type Bodies = (till: Till) => SaleBody;

export type Selling = Readonly<{
  shop: BenchShop;
  caller: ReturnType<typeof createHttpCaller>;
  bodies: Bodies;
}>;

/** Captures one sale over HTTP at the till of a lane. @throws when it is not captured */
export async function sell({ shop, caller, bodies }: Selling, lane: number): Promise<void> {
  const till = shop.tills[lane % shop.tills.length] as Till;
  const answer = await caller.send({
    method: 'PUT',
    path: `/v1/sales/${uuidV7()}`,
    token: till.token,
    body: bodies(till),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body.slice(0, 200)}`);
}
