import { defaultPayloadConverter } from '@temporalio/common';
import {
  createWorkflowWorld,
  clock,
  DAY_MS,
  type WorkflowWorld,
} from '../support/workflow-world.js';

let world: WorkflowWorld;

beforeAll(async () => {
  world = await createWorkflowWorld();
});
afterAll(() => world.close());

describe('saleToCash', () => {
  it('closes at once when everything was paid at the till', async () => {
    const shop = fakeShop();
    await expect(live(shop, 'cash')).resolves.toBe('paid');
    expect(shop.log.toSorted()).toEqual(['closed as paid', 'printed']);
  });

  it('costs at most 40 events for a sale paid at the till', async () => {
    const shop = fakeShop();
    await live(shop, 'events');
    const handle = world.environment.client.workflow.getHandle('sale:events');
    const { events } = await handle.fetchHistory();
    expect(events?.length).toBeLessThanOrEqual(40);
  });

  it('goes on when the receipt cannot be printed, and leaves the paper to a person', async () => {
    const shop = fakeShop({
      printReceipt: async () => {
        throw Object.assign(new Error('paper out'), { name: 'PrinterNotReady' });
      },
    });
    await expect(live(shop, 'no-paper')).resolves.toBe('paid');
    expect(shop.log).toEqual(['closed as paid', 'reported unprinted']);
  });

  it('prints what waited for paper until after the money came in', async () => {
    let hasPaper = false;
    let paid = false;
    const shop = fakeShop({
      issueInvoice: async () => ({ kind: 'invoiced', invoiceId: 'i2', number: 'INV/2' }),
      decideNextStep: async () =>
        paid
          ? { kind: 'close', outcome: 'paid' }
          : { kind: 'wait', reason: 'not-due', untilMs: (await now()) + 300 * DAY_MS },
      printReceipt: async () => {
        if (!hasPaper) throw Object.assign(new Error('paper out'), { name: 'PrinterNotReady' });
        shop.log.push('printed');
      },
    });
    const outcome = live(shop, 'paper-back', async () => {
      await world.environment.sleep('1 hour');
      paid = true;
      await poke('receivable:i2');
      await world.environment.client.workflow.getHandle('receivable:i2').result();
      hasPaper = true;
    });
    await expect(outcome).resolves.toBe('paid');
    expect(shop.log).toEqual(['printed']);
  });

  it('waits for goods that leave later, and invoices them then', async () => {
    const { shop, fetch } = shopThatKeepsGoods();
    const outcome = live(shop, 'later', async () => {
      await world.environment.sleep(DAY_MS);
      fetch();
      await poke('sale:later');
    });
    await expect(outcome).resolves.toBe('paid');
    expect(shop.log).toEqual(['printed', 'closed as paid']);
  });

  it('shows in the Temporal UI that it waits for delivery, on the life and on its timer', async () => {
    const { shop, fetch } = shopThatKeepsGoods();
    const handle = world.environment.client.workflow.getHandle('sale:shown');
    let shown: unknown;
    await live(shop, 'shown', async () => {
      await world.environment.sleep(DAY_MS);
      shown = (await handle.describe()).searchAttributes['Stage'];
      fetch();
      await poke('sale:shown');
    });
    expect(shown).toEqual(['delivering']);
    const { events } = await handle.fetchHistory();
    const timer = events?.find(({ timerStartedEventAttributes: timed }) => timed);
    const summary = timer?.userMetadata?.summary;
    expect(summary && defaultPayloadConverter.fromPayload(summary)).toBe(
      'Waits for the goods to leave, or their reservation to expire',
    );
  });

  it('gives the stock back when the goods were not fetched in time', async () => {
    const until = (await now()) + 3 * DAY_MS;
    const shop = fakeShop({
      deliveryOf: async () =>
        (await now()) >= until ? { kind: 'expired' } : { kind: 'pending', untilMs: until },
    });
    await expect(live(shop, 'expired')).resolves.toBe('cancelled');
    expect(shop.log).toEqual(['printed', 'released', 'closed as cancelled']);
  });

  it('goes on with goods that left at the very moment their time ran out', async () => {
    const shop = fakeShop({
      deliveryOf: async () => ({ kind: 'expired' }),
      releaseStock: async () => ({ kind: 'delivered' }),
    });
    await expect(live(shop, 'last-moment')).resolves.toBe('paid');
    expect(shop.log).toContain('closed as paid');
  });

  it('follows what is on account until the last rupiah', async () => {
    let paid = false;
    const shop = fakeShop({
      issueInvoice: async () => ({ kind: 'invoiced', invoiceId: 'i1', number: 'INV/1' }),
      decideNextStep: async () =>
        paid
          ? { kind: 'close', outcome: 'paid' }
          : { kind: 'wait', reason: 'not-due', untilMs: (await now()) + 300 * DAY_MS },
    });
    const outcome = live(shop, 'account', async () => {
      await world.environment.sleep(30 * DAY_MS);
      paid = true;
      await poke('receivable:i1');
    });
    await expect(outcome).resolves.toBe('paid');
  });

  it('shows in its rows the numbers, what it waits for in words, and how it ended', async () => {
    let paid = false;
    const rows: unknown[] = [];
    const shop = fakeShop({
      issueInvoice: async () => ({ kind: 'invoiced', invoiceId: 'i3', number: 'INV/3' }),
      decideNextStep: async () =>
        paid
          ? { kind: 'close', outcome: 'credited' }
          : { kind: 'hold', reason: 'dispute', untilMs: (await now()) + 300 * DAY_MS },
    });
    await live(shop, 'row', async () => {
      await world.environment.sleep(DAY_MS);
      rows.push(await rowOf('sale:row'), await rowOf('receivable:i3'));
      paid = true;
      await poke('receivable:i3');
    });
    rows.push(await rowOf('sale:row'), await rowOf('receivable:i3'));
    const number = { InvoiceNumber: ['INV/3'] };
    expect(rows).toEqual([
      { Stage: ['collecting'], WaitsFor: ['the money'], ...number },
      { Stage: ['collecting'], WaitsFor: ['the decision about a dispute'], ...number },
      { Stage: ['closed'], Outcome: ['credited'], ...number },
      { Stage: ['closed'], Outcome: ['credited'], ...number },
    ]);
  });
});

/** Its search attributes, without times and what Temporal adds. */
async function rowOf(workflowId: string): Promise<Record<string, unknown>> {
  const { searchAttributes } = await world.environment.client.workflow
    .getHandle(workflowId)
    .describe();
  return Object.fromEntries(
    ['Stage', 'WaitsFor', 'Outcome', 'InvoiceNumber'].flatMap((name) => {
      // A real server takes away what is null; this one keeps it.
      const values = searchAttributes[name]?.filter((value) => value !== null) ?? [];
      return values.length === 0 ? [] : [[name, values]];
    }),
  );
}

function fakeShop(instead: Record<string, () => Promise<unknown>> = {}) {
  const log: string[] = [];
  const say = (what: string) => async () => {
    log.push(what);
  };
  return {
    log,
    activities: {
      captureSale: async () => ({ printsReceipt: true }),
      deliveryOf: async () => ({ kind: 'delivered' }),
      releaseStock: async () => {
        log.push('released');
        return { kind: 'released' };
      },
      issueInvoice: async () => ({ kind: 'paid-at-the-till' }),
      closeSale: async ({ outcome }: { outcome: string }) => {
        log.push(`closed as ${outcome}`);
      },
      printReceipt: say('printed'),
      reportUnprintedReceipt: say('reported unprinted'),
      mailInvoice: async () => {},
      ...instead,
    },
  };
}

/** The goods stay in the shop until they are fetched. */
function shopThatKeepsGoods() {
  let fetched = false;
  const shop = fakeShop({
    deliveryOf: async () =>
      fetched ? { kind: 'delivered' } : { kind: 'pending', untilMs: (await now()) + 30 * DAY_MS },
  });
  return {
    shop,
    fetch: () => {
      fetched = true;
    },
  };
}

async function live(
  shop: ReturnType<typeof fakeShop>,
  saleId: string,
  meanwhile: () => Promise<void> = async () => {},
): Promise<string> {
  return world.withWorkers(shop.activities, async () => {
    const handle = await world.environment.client.workflow.start('saleToCash', {
      taskQueue: 'sales',
      workflowId: `sale:${saleId}`,
      args: [{ saleId, storeCode: 'JKT1', clock, row: 'shown' }],
    });
    await meanwhile();
    return handle.result() as Promise<string>;
  });
}

async function poke(workflowId: string): Promise<void> {
  await world.environment.client.workflow.getHandle(workflowId).signal('lookAgain');
}

function now(): Promise<number> {
  return world.environment.currentTimeMs();
}
