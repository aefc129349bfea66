import type { SaleBody } from '../../contract/sale/sale-body.js';
import type { BenchShop, Till } from '../support/bench-shop.js';
import type { HttpAnswer, HttpCaller } from '../../platform/http-caller.js';
import { cashSale } from '../support/sales.js';
import { uuidV7 } from '../../platform/uuid-v7.js';

export type Tally = {
  /** Sale id -> the sale number in the answer. */
  acknowledged: Map<string, string>;
  /** Ids whose first answer was lost, so that the till could not know whether they were booked. */
  ambiguous: Set<string>;
  /** Ids that were refused for good; they must not be in the books. */
  refused: Map<string, string>;
  /** Times of the answers, in milliseconds of the monotonic clock. */
  acknowledgedAtMs: number[];
};

export type Writers = Readonly<{ tally: Tally; stop: () => Promise<void> }>;

/** Every how many sales one is on account. */
const ON_ACCOUNT_EVERY = 5;
const RETRY_AFTER_MS = 50;
/** The pace of a quick cashier: the workers keep up with sixteen of them. */
const BETWEEN_SALES_MS = 800;

/**
 * Tills that sell without pause and behave as tills must: a sale keeps its id and is sent again until there is an
 * answer.
 */
export function startWriters(
  shop: BenchShop,
  options: Readonly<{
    writers: number;
    caller: HttpCaller;
    random: () => number;
    customers: readonly string[];
  }>,
): Writers {
  const tally: Tally = {
    acknowledged: new Map(),
    ambiguous: new Set(),
    refused: new Map(),
    acknowledgedAtMs: [],
  };
  let stopped = false;
  let count = 0;

  const write = async (writer: number): Promise<void> => {
    const till = shop.tills[writer % shop.tills.length] as Till;
    while (!stopped) {
      count += 1;
      const cash = cashSale(shop, { till, random: options.random });
      const customer = options.customers[count % options.customers.length];
      const body =
        count % ON_ACCOUNT_EVERY === 0 && customer !== undefined ? onAccount(cash, customer) : cash;
      await sellUntilAnswered({ caller: options.caller, till, tally }, body);
      await pause(BETWEEN_SALES_MS * 2 * options.random());
    }
  };
  const running = Promise.all(
    Array.from({ length: options.writers }, (_, writer) => write(writer)),
  );
  return {
    tally,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

function onAccount(cash: SaleBody, customer: string): SaleBody {
  return {
    ...cash,
    mode: 'completed',
    customer,
    tenders: cash.tenders.map((tender) => ({ ...tender, type: 'onAccount' })),
  };
}

async function sellUntilAnswered(
  at: Readonly<{ caller: HttpCaller; till: Till; tally: Tally }>,
  body: SaleBody,
): Promise<void> {
  const id = uuidV7();
  for (;;) {
    const answer = await attempt(at, { id, body });
    if (answer === undefined || answer.status >= 500 || answer.status === 429) {
      if (answer?.status !== 429) at.tally.ambiguous.add(id);
      await pause(RETRY_AFTER_MS);
    } else if (answer.status === 200 || answer.status === 201) {
      at.tally.acknowledged.set(id, (JSON.parse(answer.body) as { number: string }).number);
      at.tally.acknowledgedAtMs.push(performance.now());
      return;
    } else {
      at.tally.refused.set(id, `${answer.status} ${answer.body.slice(0, 200)}`);
      return;
    }
  }
}

async function attempt(
  { caller, till }: Readonly<{ caller: HttpCaller; till: Till }>,
  { id, body }: Readonly<{ id: string; body: SaleBody }>,
): Promise<HttpAnswer | undefined> {
  try {
    return await caller.send({ method: 'PUT', path: `/v1/sales/${id}`, token: till.token, body });
  } catch {
    return undefined;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
