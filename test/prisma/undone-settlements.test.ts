import { decideStep } from '../../activities/dunning/decide-step.js';
import { creditInvoice } from '../../activities/invoice/issue-credit-note.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { money } from '../../domain/money/money.js';
import { balanceOf } from '../support/agency-case.js';
import { type Owed, useOwingShop } from '../support/owing-shop.js';
import { testContext } from '../support/shop.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { closeLetter, openLetter } from '../support/letters.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { placementIdOf } from '../support/placement-id-of.js';

const TODAY = '2026-07-01';

const world = useOwingShop('each');

describe('a payment that is taken back', () => {
  it('takes the promise with it that it had kept: it runs again, and breaks when its day has passed', async () => {
    const owed = await world.sell('C-0001');
    await world.call(receivableCommands.recordPromise, {
      invoiceId: owed.invoiceId,
      amount: owed.amount.toString(),
      currency: 'IDR',
      promisedOn: TODAY,
      promisedFor: '2026-07-05',
      channel: 'phone',
    });
    await world.pay(owed.invoiceId, owed.amount);
    expect(await decide(owed)).toMatchObject({ kind: 'close', outcome: 'paid' });
    expect(await promises(owed)).toEqual(['kept']);

    await takeBack(owed);
    expect(await promises(owed)).toEqual(['open']);
    world.clock.set('2026-07-20T10:00:00+07:00');
    await decide(owed);
    expect(await promises(owed)).toEqual(['broken']);
  });

  it('leaves a promise alone that was kept or withdrawn before it came', async () => {
    const owed = await world.sell('C-0001');
    const { promiseId } = await world.call(receivableCommands.recordPromise, {
      invoiceId: owed.invoiceId,
      amount: '1000',
      currency: 'IDR',
      promisedOn: TODAY,
      promisedFor: '2026-07-05',
      channel: 'phone',
    });
    await world.call(receivableCommands.withdrawPromise, { promiseId });
    world.clock.set('2026-07-02T10:00:00+07:00');
    await world.pay(owed.invoiceId, owed.amount);
    await decide(owed);
    await takeBack(owed);
    expect(await promises(owed)).toEqual(['withdrawn']);
  });

  it('brings an instalment back to the agency that has the rest, and the case balances and can be paid', async () => {
    await world.change((tx) => tx.customer.updateMany({ data: { instalments: 2 } }));
    const owed = await world.sell('C-0001');
    const half = owed.amount / 2n;
    await world.pay(owed.invoiceId, half);
    const placementId = await place(owed);
    await takeBack(owed);
    await world.verify();
    expect(await balanceOf(world, placementId)).toMatchObject({
      placedAmount: half,
      outstandingAmount: owed.amount,
    });
    expect(await world.database.prisma.placementItem.count()).toBe(2);
    await world.pay(owed.invoiceId, owed.amount);
    expect(await balanceOf(world, placementId)).toMatchObject({ outstandingAmount: 0n });
  });

  it('is no direct payment of a case that did not exist when it came', async () => {
    const owed = await world.sell('C-0001');
    await world.pay(owed.invoiceId, 100_000n);
    world.clock.set('2026-07-02T10:00:00+07:00');
    const placementId = await place(owed);
    world.clock.set('2026-07-03T10:00:00+07:00');
    await world.pay(owed.invoiceId, 150_000n);
    await takeBack(owed, 100_000n);
    expect(await balanceOf(world, placementId)).toMatchObject({
      placedAmount: 350_000n,
      paidDirectAmount: 150_000n,
      outstandingAmount: 300_000n,
    });
    await takeBack(owed, 150_000n);
    expect(await balanceOf(world, placementId)).toMatchObject({
      paidDirectAmount: 0n,
      outstandingAmount: 450_000n,
    });
  });

  it('leaves the level reached, and the sale is open again', async () => {
    const owed = await world.sell('C-0001');
    await closeNotice(await openNotice(owed, 1));
    await world.pay(owed.invoiceId, owed.amount);
    await decide(owed);
    await takeBack(owed);
    const { prisma } = world.database;
    const where = { where: { invoiceId: owed.invoiceId } };
    expect(await prisma.receivable.findUniqueOrThrow(where)).toMatchObject({
      state: 'open',
      dunningLevel: 1,
      closedAt: null,
      outcome: null,
    });
    const life = await prisma.saleLifecycle.findUniqueOrThrow({ where: { saleId: owed.saleId } });
    expect(life).toMatchObject({ stage: 'collecting', closedAt: null, outcome: null });
  });
});

describe('the fee of a letter', () => {
  it('that was on its way when the invoice was placed belongs to the case, and can be paid', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-25T09:00:00+07:00');
    await closeNotice(await openNotice(owed, 1));
    const second = await openNotice(owed, 2);
    const placementId = await place(owed);
    await closeNotice(second);
    await world.verify();
    const fee = 10_000n;
    expect(await balanceOf(world, placementId)).toMatchObject({
      outstandingAmount: owed.amount + fee,
    });
    await world.pay(owed.invoiceId, owed.amount + fee);
    expect(await balanceOf(world, placementId)).toMatchObject({ outstandingAmount: 0n });
  });

  it('that crossed with the payment is not charged: what is closed stays closed', async () => {
    const owed = await world.sell('C-0001');
    await closeNotice(await openNotice(owed, 1));
    const second = await openNotice(owed, 2);
    await world.pay(owed.invoiceId, owed.amount);
    await decide(owed);
    await closeNotice(second);
    const { prisma } = world.database;
    expect(await prisma.openItem.count({ where: { kind: 'fee' } })).toBe(0);
    const where = { where: { invoiceId: owed.invoiceId } };
    expect(await prisma.receivable.findUniqueOrThrow(where)).toMatchObject({ state: 'closed' });
  });
});

describe('the fee of a letter that crossed with money', () => {
  it.each([
    ['all of it', 450_000n, 0],
    ['all but a small rest', 449_500n, 0],
    ['all but a bank fee', 443_500n, 0],
    ['too little', 443_000n, 1],
  ])(
    'that we hold and have not allocated, %s, is charged by what is demanded',
    async (...[, money, fees]) => {
      const owed = await world.sell('C-0001');
      world.clock.set('2026-07-25T09:00:00+07:00');
      await closeNotice(await openNotice(owed, 1));
      const second = await openNotice(owed, 2);
      const { customerId } = await world.database.prisma.invoice.findUniqueOrThrow({
        where: { id: owed.invoiceId },
      });
      await world.receive(customerId, money);
      await closeNotice(second);
      expect(await world.database.prisma.openItem.count({ where: { kind: 'fee' } })).toBe(fees);
    },
  );

  it('is not charged on what is disputed or promised meanwhile', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-25T09:00:00+07:00');
    await closeNotice(await openNotice(owed, 1));
    const second = await openNotice(owed, 2);
    const { invoiceId } = owed;
    await world.call(receivableCommands.openDispute, { invoiceId, reason: 'never delivered' });
    await closeNotice(second);
    expect(await world.database.prisma.openItem.count({ where: { kind: 'fee' } })).toBe(0);
  });
});

describe('a credit note', () => {
  it('gives back no tax on a fee, which had none: only what was sold is credited', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-25T09:00:00+07:00');
    await world.pay(owed.invoiceId, owed.amount - 5_000n);
    await closeNotice(await openNotice(owed, 1));
    await closeNotice(await openNotice(owed, 2));
    const credit = (amount: bigint) =>
      world.change((tx) =>
        creditInvoice(tx, testContext(world.clock.iso()), {
          invoiceId: owed.invoiceId,
          amount: money(amount, 'IDR'),
          reason: 'Retur',
          issuedOn: TODAY,
        }),
      );
    await expect(credit(5_001n)).rejects.toMatchObject({ code: 'CREDIT_EXCEEDS_OPEN' });
    await credit(5_000n);
    const fee = await world.database.prisma.openItem.findFirstOrThrow({ where: { kind: 'fee' } });
    expect(fee.openAmount).toBe(10_000n);
  });
});

describe('what was given up of a placed invoice', () => {
  it('leaves the case with the write-off, in balance, and the receivable ends as written off', async () => {
    const owed = await world.sell('C-0001');
    const placementId = await place(owed);
    await world.pay(owed.invoiceId, 50_000n);
    const { writeOffId } = await world.call(receivableCommands.requestWriteOff, {
      invoiceId: owed.invoiceId,
      reason: 'gone',
    });
    await world.call(
      receivableCommands.decideWriteOff,
      {
        writeOffId,
        decision: 'approved',
        businessDate: TODAY,
        accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
      },
      { actor: { kind: 'user', id: world.shop.users.owner.id, name: 'second' } },
    );
    expect(await balanceOf(world, placementId)).toMatchObject({
      paidDirectAmount: 50_000n,
      writtenOffAmount: 400_000n,
      outstandingAmount: 0n,
    });
    // The money comes back all the same: it is owed again, and outstanding again.
    await takeBack(owed);
    expect(await balanceOf(world, placementId)).toMatchObject({
      paidDirectAmount: 0n,
      writtenOffAmount: 400_000n,
      outstandingAmount: 50_000n,
    });
  });
});

describe('a credit line', () => {
  it('in one currency is neither used up by another, nor opened to it', async () => {
    const { id: customerId } = await world.database.prisma.customer.findFirstOrThrow({
      where: { number: 'C-0001' },
    });
    const check = (currency: string) =>
      world.change(
        (tx) =>
          tx.$queryRaw`SELECT check_credit(${JSON.stringify(testContext(world.clock.iso()))}::jsonb, ${JSON.stringify(
            {
              customerId,
              currency,
              mode: 'online',
              totals: { onAccount: '45000' },
            },
          )}::jsonb)::text`,
      );
    await expect(check('SGD')).rejects.toMatchObject({ code: 'CREDIT_NOT_GRANTED' });
    await check('IDR');
  });
});

function decide({ invoiceId }: Owed): Promise<unknown> {
  return decideStep({ database: world.database, clock: world.clock }, invoiceId);
}

async function promises({ invoiceId }: Owed): Promise<string[]> {
  const rows = await world.database.prisma.promiseToPay.findMany({ where: { invoiceId } });
  return rows.map(({ state }) => state);
}

/** Undoes the allocation of such a payment, or of the only one. */
async function takeBack({ invoiceId }: Owed, amount?: bigint): Promise<void> {
  const { id } = await world.database.prisma.allocation.findFirstOrThrow({
    where: {
      kind: 'payment',
      reversedAt: null,
      openItem: { invoiceId },
      ...(amount === undefined ? {} : { amount }),
    },
  });
  await world.call(paymentCommands.reverseAllocation, {
    allocationId: id,
    reversedOn: world.clock.today('Asia/Jakarta').toString(),
    reason: 'bounced',
  });
}

async function place({ invoiceId }: Owed): Promise<string> {
  const placementId = placementIdOf(
    await world.call(collectionCommands.createPlacement, {
      invoiceId,
      placedOn: world.clock.today('Asia/Jakarta').toString(),
    }),
  );
  return placementId;
}

function openNotice({ invoiceId, amount }: Owed, level: number): Promise<string> {
  const businessDay = level === 1 ? '2026-06-20' : TODAY;
  return openLetter(world, { invoiceId, amount, level, businessDay });
}

function closeNotice(noticeId: string): Promise<unknown> {
  return closeLetter(world, noticeId, { knownFees: ['6500'] });
}
