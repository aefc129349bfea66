import { accountCode } from '../../domain/ledger/accounts.js';
import * as customerCommands from '../../prisma/commands/customer.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { aLetter } from '../support/a-letter.js';
import { type Owed, useOwingShop } from '../support/owing-shop.js';

/** C-0001 stands for C-0002 too, whose invoice is overdue. */
const [KEPT, MERGED] = ['C-0001', 'C-0002'] as const;
const LATE = '2026-08-20';

const world = useOwingShop('each');

describe('customers that were merged', () => {
  it('have one limit of what one person alone gives up in a day', async () => {
    const [first, second] = [await world.sell(KEPT, 40), await world.sell(MERGED, 40)];
    await merge();
    await keepBack(first, 600_000);
    await expect(keepBack(second, 400_001)).rejects.toMatchObject({
      code: 'DEDUCTION_ABOVE_LIMIT',
    });
    await keepBack(second, 400_000);
  });

  it('have it also when two people give up at once', async () => {
    const owed = [await world.sell(KEPT, 40), await world.sell(MERGED, 40)];
    await merge();
    const ends = await Promise.allSettled(owed.map((one) => keepBack(one, 600_000)));
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['the kept one', KEPT, MERGED],
    ['the merged one', MERGED, KEPT],
  ])('get no letter about money that we hold of %s', async (_who, payer, debtor) => {
    const owed = await world.sell(debtor, 2);
    const { id } = await customerOf(payer);
    await world.receive(id, 60_000n);
    await merge();
    expect(await factsOf(owed)).toMatchObject({
      customerOverdue: '90000',
      unmatchedCash: { held: '60000', ofCustomer: '60000' },
    });
  });

  it('have their money counted once', async () => {
    const [first, second] = [await world.sell(KEPT, 1), await world.sell(MERGED, 1)];
    await world.receive((await customerOf(KEPT)).id, 60_000n);
    await merge();
    const held = [await factsOf(first), await factsOf(second)].map((facts) =>
      Number(facts?.unmatchedCash.held),
    );
    expect(held.reduce((sum, part) => sum + part)).toBe(60_000);
  });

  it('are held together, and one letter keeps its distance from that of the other', async () => {
    const [first, second] = [await world.sell(KEPT, 1), await world.sell(MERGED, 1)];
    await aLetter(world, first, 'sent');
    await merge();
    const hold = await world.call(receivableCommands.placeHold, {
      invoiceId: first.invoiceId,
      covers: 'customer',
      reason: 'We talk',
      today: LATE,
    });
    expect(await factsOf(second)).toMatchObject({
      holds: [hold],
      customerLastNoticeOn: '2026-07-20',
    });
    expect(await eventsOf(second)).toContain('held');
    await world.call(receivableCommands.releaseHold, hold);
    expect(await factsOf(second)).toMatchObject({ holds: [] });
  });

  it('promise as one customer', async () => {
    const [first, second] = [await world.sell(KEPT, 1), await world.sell(MERGED, 1)];
    await merge();
    await world.call(receivableCommands.recordPromise, {
      invoiceId: first.invoiceId,
      amount: '45000',
      currency: 'IDR',
      promisedOn: LATE,
      promisedFor: '2026-08-25',
      channel: 'phone',
    });
    const [found] = await world.change(
      (tx) => tx.$queryRaw<[{ promises: unknown }]>`
        SELECT promises_in_a_row(i, ${world.clock.iso()}::timestamptz) AS promises
        FROM invoice i WHERE id = ${second.invoiceId}::uuid`,
    );
    expect(found.promises).toMatchObject({ ofInvoice: 0, ofCustomer: 1 });
  });
});

async function merge(): Promise<void> {
  world.clock.set(`${LATE}T09:00:00+07:00`);
  const [kept, merged] = [await customerOf(KEPT), await customerOf(MERGED)];
  const reason = 'Entered twice';
  await world.call(customerCommands.mergeCustomers, {
    keptId: kept.id,
    mergedId: merged.id,
    reason,
  });
}

function customerOf(number: string) {
  return world.database.prisma.customer.findUniqueOrThrow({ where: { number } });
}

function factsOf({ invoiceId }: Owed) {
  return world.call(receivableCommands.receivableFacts, { invoiceId });
}

async function eventsOf({ saleId }: Owed): Promise<string[]> {
  const events = await world.database.prisma.lifecycleEvent.findMany({ where: { saleId } });
  return events.map(({ kind }) => kind);
}

async function keepBack({ invoiceId }: Owed, amount: number): Promise<void> {
  const item = await world.database.prisma.openItem.findFirstOrThrow({ where: { invoiceId } });
  await world.call(paymentCommands.applyPayment, {
    paymentId: await world.receive(item.customerId, 1_000n),
    bookedOn: LATE,
    items: [{ openItemId: item.id, amount: '1000' }],
    deductions: [
      {
        openItemId: item.id,
        kind: 'bankFee',
        amount: String(amount),
        account: accountCode('bankFees'),
      },
    ],
    accounts: {
      unappliedCash: accountCode('unappliedCash'),
      receivables: accountCode('receivables'),
    },
  });
}
