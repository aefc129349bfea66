import { addPromotion } from '../activities/catalogue/promotions.js';
import { promotionTerms } from '../contract/sale/promotion-fields.js';
import type { SaleBody } from '../contract/sale/sale-body.js';
import { createHttpCaller } from '../platform/http-caller.js';
import { openBenchShop, type BenchShop, type Till } from './support/bench-shop.js';
import { inTurns, median, round, runLoad, type Measured } from './support/load.js';
import type { BenchResult } from './support/result.js';
import { cashSale, seededRandom, sell, type Bodies, type Selling } from './support/sales.js';

const CALLERS = 16;
const ROUNDS = 5;
const ROUND_MS = 6_000;
const WARM_UP_MS = 4_000;
/** A tenth on each of so many items, beside one on the whole basket. */
const ITEM_PROMOTIONS = 49;
const BASKET_OFF = 5_000n;
const SMALLEST_COIN = 100n;
/** What capture with promotions keeps of its rate without. */
const RATIO_MIN = 0.9;

/**
 * Sale capture over HTTP in a shop with fifty promotions, of which up to four give something in each sale, against the same
 * sales in a shop without any, in turns.
 */
export async function benchPromoted({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const [promoted, plain] = [await openBenchShop('none'), await openBenchShop('none')];
  const callers = [promoted, plain].map((shop) =>
    createHttpCaller(shop.platform.addresses.api, CALLERS),
  );
  try {
    const skus = await givePromotions(promoted);
    const random = seededRandom(seed);
    const cheap: Bodies = (till) => promotedSale(promoted, { till, random, skus });
    const dear: Bodies = (till) => cashSale(plain, { till, random });
    const [a, b] = [
      selling({ shop: promoted, caller: callers[0], bodies: cheap }),
      selling({ shop: plain, caller: callers[1], bodies: dear }),
    ];
    for (const load of [a, b]) await load(WARM_UP_MS);
    const turns = await inTurns(
      ROUNDS,
      () => a(ROUND_MS),
      () => b(ROUND_MS),
    );
    const given = await promoted.database.prisma.saleLinePromotion.count();
    const broken = [...(await promoted.brokenInvariants()), ...(await plain.brokenInvariants())];
    const failures = [...turns.a.failures, ...turns.b.failures];
    const ratio = median(turns.ratios);
    return {
      bench: 'promoted',
      valid: broken.length === 0 && failures.length === 0 && given > 0 && ratio >= RATIO_MIN,
      seed,
      rate: turns.a.rate,
      yardstick: turns.b.rate,
      ratio,
      p50Ms: turns.a.p50Ms,
      p95Ms: turns.a.p95Ms,
      p99Ms: turns.a.p99Ms,
      cpuMsPerOperation: turns.a.cpuMsPerOperation,
      peakMemoryMb: round(process.memoryUsage.rss() / 1_048_576),
      details: { ratios: turns.ratios, given, brokenInvariants: broken, failures },
    };
  } finally {
    for (const caller of callers) caller.close();
    await plain.close();
    await promoted.close();
  }
}

type Load = Omit<Selling, 'caller'> & Readonly<{ caller: Selling['caller'] | undefined }>;

function selling({ caller, ...load }: Load): (durationMs: number) => Promise<Measured> {
  if (caller === undefined) throw new Error('each shop has a caller');
  return (durationMs) =>
    runLoad({
      callers: CALLERS,
      durationMs,
      operate: (lane) => sell({ ...load, caller }, lane),
    });
}

/** Answers the items that cost a tenth less. */
async function givePromotions({ database, items }: BenchShop): Promise<ReadonlySet<string>> {
  const ctx = {
    actor: { kind: 'system', id: 'bench', name: 'bench' },
    origin: 'bench',
    at: new Date().toISOString(),
    requestId: 'bench',
  } as const;
  const skus = items.slice(0, ITEM_PROMOTIONS).map(({ sku }) => sku);
  const offers = [
    ...skus.map((sku) => ({ offer: { kind: 'percent', percent: 1_000 }, skus: [sku] })),
    {
      offer: {
        kind: 'basketAmount',
        off: { amount: BASKET_OFF.toString(), currency: 'IDR' },
        threshold: { amount: '0', currency: 'IDR' },
      },
    },
  ];
  for (const [at, said] of offers.entries()) {
    const code = `PROMO-${at}`;
    const terms = promotionTerms.parse(said);
    const fields = { code, name: `Promosi ${at}`, terms, validFrom: undefined, validUntil: null };
    await database.transaction(ctx, (tx) => addPromotion(tx, ctx, fields));
  }
  return new Set(skus);
}

type Sold = Readonly<{ till: Till; random: () => number; skus: ReadonlySet<string> }>;

function promotedSale(shop: BenchShop, { till, random, skus }: Sold): SaleBody {
  const sale = cashSale(shop, { till, random });
  const prices = new Map(shop.items.map(({ sku, unitAmount }) => [sku, unitAmount]));
  const nets = sale.lines.map(({ sku = '' }) => {
    const price = prices.get(sku) ?? 0n;
    return skus.has(sku) ? price - (price + 5n) / 10n : price;
  });
  const total = nets.reduce((sum, net) => sum + net, -BASKET_OFF);
  const amount = { amount: (total - (total % SMALLEST_COIN)).toString(), currency: 'IDR' };
  return { ...sale, tenders: [{ type: 'cash', amount }] };
}
