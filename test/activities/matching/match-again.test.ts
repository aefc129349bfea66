import { dammDigit } from '../../../domain/invoice/damm.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import { TODAY, type CashWorld } from '../../support/cash-world.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';
import { testContext } from '../../support/shop.js';
import { useBank } from '../../support/bank.js';

const bank = useBank();
const { dyingAfter, openAmount } = bank;

describe('matchAgain', () => {
  it('books money that came before its invoice, by the number of the invoice', async () => {
    const before = await freshInvoice();
    const next = referenceAfter(before);
    const [payment = ''] = await paid([{ amount: 45_000n * BigInt(packets + 1), text: next }]);
    expect(await stateOf(payment)).toBe('unapplied');

    const invoice = await freshInvoice();
    expect(invoice.paymentReference).toBe(next);
    expect(await bank.world().activities.matchAgain()).toMatchObject({ booked: 1 });
    expect(await stateOf(payment)).toBe('applied');
    expect(await openAmount(invoice)).toBe(0n);
    expect(await workOf(payment)).toEqual([]);
  });

  it('offers money that came before the invoice of its payer, and books it not', async () => {
    const [payment = ''] = await paid([
      { amount: 45_000n * BigInt(packets + 1), payerName: 'HOTEL BAHARI' },
    ]);
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment)).not.toBe('applied');
    const invoice = await freshInvoice();
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment)).toBe('suggested');
    expect(await suggestedFor(payment)).toContain(invoice.number);
    expect(await workOf(payment)).toMatchObject([
      { detail: { finding: 'suggest', reason: 'matched-again', suggestions: 1 } },
    ]);
  });

  it('gives a payment whose suggestion was spent the next one of its customer', async () => {
    const first = await freshInvoice(bank.world().shop.customers.warung.number);
    const [payment = ''] = await paid([
      { amount: first.total - 2_500n, text: first.paymentReference },
    ]);
    await paid([{ amount: first.total, text: first.paymentReference }]);
    expect(await stateOf(payment)).toBe('unapplied');
    const second = await freshInvoice(bank.world().shop.customers.warung.number);
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment)).toBe('suggested');
    expect(await suggestedFor(payment)).toContain(second.number);
  });

  it('books a payment again when what stood in its way is undone: a possible duplicate of which the first is taken back', async () => {
    const invoice = await freshInvoice();
    const [first = '', second = ''] = await paid([
      { amount: invoice.total, text: invoice.paymentReference, bankReference: 'TWICE-A' },
      { amount: invoice.total, text: invoice.paymentReference, bankReference: 'TWICE-B' },
    ]);
    const held = (await stateOf(first)) === 'held' ? first : second;
    const booked = held === first ? second : first;
    await reverse(booked);
    await bank.world().activities.matchAgain();
    expect(await stateOf(held)).toBe('applied');
    expect(await openAmount(invoice)).toBe(0n);
  });

  it('never books again what a person has undone: it is offered with that reason', async () => {
    const invoice = await freshInvoice();
    const [payment = ''] = await paid([{ amount: invoice.total, text: invoice.paymentReference }]);
    const [allocation] = await allocationsOf(payment);
    await bank.world().database.call(paymentCommands.reverseAllocation, now(), {
      allocationId: allocation?.id ?? '',
      reversedOn: TODAY,
      reason: 'wrong',
    });
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment)).toBe('suggested');
    const [suggestion] = await suggestionsOf(payment);
    expect(suggestion?.reasons).toMatchObject({ doubts: ['undone-before'] });
    expect(await openAmount(invoice)).toBe(invoice.total);
    await reverse(payment);
  });

  it('offers a payment when the dispute that stood against booking it ends', async () => {
    const invoice = await freshInvoice();
    const opened = await bank.world().database.call(receivableCommands.openDispute, now(), {
      invoiceId: invoice.invoiceId,
      reason: 'broken',
    });
    const [payment = ''] = await paid([{ amount: invoice.total, text: invoice.paymentReference }]);
    expect((await suggestionsOf(payment))[0]?.reasons).toMatchObject({ doubts: ['disputed'] });
    await bank.world().database.call(receivableCommands.resolveDispute, now(), {
      disputeId: opened.disputeId,
      resolution: 'for-seller',
    });
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment)).toBe('applied');
  });

  it('changes nothing, and asks nobody, when another look finds the same', async () => {
    const invoice = await freshInvoice();
    const [payment = ''] = await paid([
      { amount: invoice.total - 1n, text: invoice.paymentReference },
    ]);
    await bank.world().activities.matchAgain();
    const before = await suggestionsOf(payment);
    await touch(invoice);
    expect(await bank.world().activities.matchAgain()).toEqual({
      same: expect.any(Number) as number,
    });
    expect(await suggestionsOf(payment)).toEqual(before);
    expect(await waiting()).toEqual({ requests: 0, payments: 0 });
    await reverse(payment);
  });

  it('loses no payment when it is killed between any two calls, and books each once when it runs eight times at once', async () => {
    const next = referenceAfter(await freshInvoice());
    const [payment = ''] = await paid([{ amount: 45_000n * BigInt(packets + 1), text: next }]);
    const invoice = await freshInvoice();
    for (const calls of [1, 2]) {
      await expect(dyingAfter(calls).matchAgain()).rejects.toThrow('killed');
    }
    await Promise.all(Array.from({ length: 8 }, () => bank.world().activities.matchAgain()));
    expect(await stateOf(payment)).toBe('applied');
    expect(await openAmount(invoice)).toBe(0n);
    await bank.world().activities.matchAgain();
    expect(await waiting()).toEqual({ requests: 0, payments: 0 });
  });

  it('offers the only open item of its amount to a payer nobody knows, and no more when there are two', async () => {
    const { hotel, warung } = bank.world().shop.customers;
    const only = await freshInvoice(warung.number);
    const [payment = ''] = await paid([{ amount: only.total }]);
    expect(await stateOf(payment)).toBe('suggested');
    expect(await suggestedFor(payment)).toEqual([only.number]);
    expect(await customerOf(payment)).toBeNull();

    const second = await bank.world().invoice({ customer: hotel.number, packets });
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment)).toBe('unapplied');
    expect(await suggestedFor(payment)).toEqual([]);

    await paid([{ amount: second.total, text: second.paymentReference }]);
    await bank.world().activities.matchAgain();
    expect(await suggestedFor(payment)).toEqual([only.number]);
  });

  it('gives a payment up that was taken too often', async () => {
    const invoice = await freshInvoice();
    const [payment = ''] = await paid([{ amount: 7n, text: invoice.paymentReference }]);
    await bank.world().activities.matchAgain();
    await touch(invoice);
    const { database } = bank.world();
    await database.call(paymentCommands.listPaymentsToMatch, now(), { requests: 100 });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await database.call(paymentCommands.takePaymentsToMatch, now(), { payments: 9, attempts: 3 });
    }
    const last = await database.call(paymentCommands.takePaymentsToMatch, now(), {
      payments: 9,
      attempts: 3,
    });
    expect(last).toMatchObject({ paymentIds: [] });
    expect(last.removed).toBeGreaterThan(0);
    expect(await workOf(payment)).toHaveLength(1);
  });

  it('leaves alone what belongs to a history that is being filled in', async () => {
    await bank.world().activities.matchAgain();
    const invoice = await freshInvoice();
    await bank.world().database.prisma.matchRequest.updateMany({ data: { held: true } });
    expect(await bank.world().activities.matchAgain()).toEqual({});
    expect((await waiting()).requests).toBeGreaterThan(0);
    await bank.world().database.prisma.matchRequest.updateMany({ data: { held: false } });
    await touch(invoice);
    await bank.world().activities.matchAgain();
    expect((await waiting()).requests).toBe(0);
  });
});

function now() {
  return testContext(bank.world().clock.iso());
}

let packets = 0;

/** Of an amount that no other invoice of these tests has. */
function freshInvoice(customer = bank.world().shop.customers.hotel.number): Promise<InvoicedSale> {
  packets += 1;
  return bank.world().invoice({ customer, packets });
}

/** The payment reference of the invoice that is issued next. */
function referenceAfter({ paymentReference }: InvoicedSale): string {
  const digits = String(BigInt(paymentReference.slice(0, -1)) + 1n);
  return `${digits}${dammDigit(digits)}`;
}

type Entry = NonNullable<Parameters<CashWorld['statement']>[0][number]>;

/** Books these lines; answers the payments, in their order. */
async function paid(entries: readonly Entry[]): Promise<string[]> {
  const lines = entries.map((entry) => ({
    payerName: 'Pengirim',
    payerAccount: '5550001112',
    text: 'transfer',
    ...entry,
  }));
  const statementId = await bank.world().book(bank.world().statement(lines));
  const payments = await bank.world().database.prisma.payment.findMany({
    where: { bankStatementLine: { statementId } },
    orderBy: { bankStatementLine: { position: 'asc' } },
  });
  return payments.map(({ id }) => id);
}

async function stateOf(id: string): Promise<string> {
  const { state } = await bank.world().database.prisma.payment.findUniqueOrThrow({ where: { id } });
  return state;
}

async function customerOf(id: string): Promise<string | null> {
  const { customerId } = await bank
    .world()
    .database.prisma.payment.findUniqueOrThrow({ where: { id } });
  return customerId;
}

function suggestionsOf(paymentId: string) {
  return bank.world().database.prisma.paymentSuggestion.findMany({
    where: { paymentId },
    orderBy: { rank: 'asc' },
  });
}

async function suggestedFor(paymentId: string): Promise<string[]> {
  const suggestions = await suggestionsOf(paymentId);
  return suggestions.flatMap(({ items }) =>
    (items as { invoiceNumber: string }[]).map(({ invoiceNumber }) => invoiceNumber),
  );
}

function allocationsOf(paymentId: string) {
  return bank
    .world()
    .database.prisma.allocation.findMany({ where: { paymentId, reversedAt: null } });
}

function workOf(subjectId: string) {
  return bank.world().database.prisma.workItem.findMany({ where: { subjectId, state: 'open' } });
}

async function reverse(paymentId: string): Promise<void> {
  await bank.world().database.call(paymentCommands.reversePayment, now(), {
    paymentId,
    reversedOn: TODAY,
    reason: 'test',
  });
}

async function touch({ invoiceId }: InvoicedSale): Promise<void> {
  const hold = await bank.world().database.call(receivableCommands.placeHold, now(), {
    invoiceId,
    covers: 'invoice',
    reason: 'test',
    today: TODAY,
  });
  await bank.world().database.call(receivableCommands.releaseHold, now(), { holdId: hold.holdId });
}

async function waiting(): Promise<{ requests: number; payments: number }> {
  const { prisma } = bank.world().database;
  return {
    requests: await prisma.matchRequest.count(),
    payments: await prisma.paymentToMatch.count(),
  };
}
