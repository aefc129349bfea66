import { randomUUID } from 'node:crypto';
import { asOwner } from '../../support/books.js';
import { rupiah } from '../../support/a-sale.js';
import { useCashApi } from '../../support/cash-api.js';
import { cashClerk, itemOf } from '../../support/cash-clerk.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';

const { world, api } = useCashApi();
const clerk = cashClerk({ world, api });

afterEach(() => world.expectTies());

describe('an allocation that is undone', () => {
  it('leaves the money of a stranger with nobody: the customer it was given to by mistake loses it again', async () => {
    const wrong = await world.invoice();
    const payment = await clerk.paid(100_000n, { text: 'tanpa nama', payerAccount: '70011' });
    const before = await moneyOf(wrong);
    const first = await clerk.give(payment, wrong, 45_000);
    expect(await clerk.read(`/v1/payments/${payment}`)).toMatchObject({
      body: { customer: { id: wrong.customerId } },
    });
    await clerk.reverse(first);
    expect(await clerk.read(`/v1/payments/${payment}`)).toMatchObject({
      body: { customer: null, status: 'unapplied', unapplied: rupiah(100_000) },
    });
    expect(await moneyOf(wrong)).toEqual(before);
    expect(await clerk.workOn(payment)).toMatchObject({ customer: null, amount: rupiah(100_000) });
  });

  it('leaves it with the customer that it still pays, and at last with the one that matching had found', async () => {
    const found = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(87_500n, {
      text: found.paymentReference,
      payerAccount: '70012',
    });
    const [first, second] = [await world.invoice(), await hotelInvoice()];
    const [wrong, right] = [
      await clerk.give(payment, second, 45_000),
      await clerk.give(payment, first, 1_000),
    ];
    const customer = async () =>
      ((await clerk.read(`/v1/payments/${payment}`)).body as { customer: { id: string } }).customer
        .id;
    expect(await customer()).toBe(second.customerId);
    await clerk.reverse(wrong);
    expect(await customer()).toBe(first.customerId);
    await clerk.reverse(right);
    expect(await customer()).toBe(found.customerId);
    const other = await clerk.give(payment, second, 45_000);
    await clerk.reverse(other);
    expect(await customer()).toBe(found.customerId);
  });

  it('leaves a payment that was booked by its reference with the customer whose reference it was', async () => {
    const invoice = await world.invoice();
    const payment = await clerk.paid(45_000n, { text: invoice.paymentReference });
    const { allocations } = (await clerk.read(`/v1/payments/${payment}`)).body as {
      allocations: { id: string }[];
    };
    await clerk.reverse(allocations[0]?.id ?? '');
    expect(await clerk.read(`/v1/payments/${payment}`)).toMatchObject({
      body: { status: 'unapplied', customer: { id: invoice.customerId } },
    });
  });

  it('takes back every belief in an account: whom its money was given to by mistake is not suggested', async () => {
    const [first, second] = [await world.invoice(), await hotelInvoice()];
    const payment = await clerk.paid(60_000n, { text: 'a', payerAccount: '70013' });
    const given = [
      await clerk.give(payment, first, 20_000),
      await clerk.give(payment, second, 20_000),
    ];
    expect(await believedIn('70013')).toEqual(
      [first.customerId, second.customerId].toSorted((a, b) => a.localeCompare(b)),
    );
    for (const one of given) await clerk.reverse(one);
    expect(await believedIn('70013')).toEqual([]);
    const next = await clerk.paid(20_000n, { text: 'b', payerAccount: '70013' });
    expect(await clerk.read(`/v1/payments/${next}`)).toMatchObject({
      body: { status: 'unapplied', customer: null, suggestions: [] },
    });
  });

  it('takes back of an account what one payment had said, however many items it paid', async () => {
    const [first, second] = [await world.invoice(), await world.invoice()];
    await clerk.give(
      await clerk.paid(45_000n, { text: 'c', payerAccount: '70014' }),
      first,
      45_000,
    );
    const payment = await clerk.paid(40_000n, { text: 'd', payerAccount: '70014' });
    const given = [
      await clerk.give(payment, second, 20_000),
      await clerk.give(payment, second, 20_000),
    ];
    for (const one of given) await clerk.reverse(one);
    const [alias] = await world.database.prisma.customerAlias.findMany({
      where: { value: '70014' },
    });
    expect(alias).toMatchObject({ confirmations: 1, revokedAt: null });
  });

  it('shows in the work queue what is left of a payment, after each part that is applied or undone', async () => {
    const [first, second] = [await world.invoice(), await hotelInvoice()];
    const suspected = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(87_500n, { text: suspected.paymentReference });
    expect(await clerk.workOn(payment)).toMatchObject({
      detail: { finding: 'suggest', suggestions: 1 },
    });
    const one = await clerk.give(payment, first, 40_000);
    expect(await clerk.workOn(payment)).toMatchObject({
      amount: rupiah(47_500),
      customer: { id: first.customerId },
      detail: { finding: 'none', suggestions: 0, reason: 'partly-applied' },
    });
    const two = await clerk.give(payment, second, 45_000);
    expect(await clerk.workOn(payment)).toMatchObject({ amount: rupiah(2_500) });
    await clerk.reverse(one);
    expect(await clerk.workOn(payment)).toMatchObject({
      amount: rupiah(42_500),
      customer: { id: second.customerId },
    });
    await clerk.reverse(two);
    expect(await clerk.workOn(payment)).toMatchObject({
      amount: rupiah(87_500),
      customer: { id: suspected.customerId },
      detail: { finding: 'none', suggestions: 0, reason: 'allocation-reversed' },
    });
    const all = await clerk.give(payment, suspected, 87_500);
    expect(await clerk.workOn(payment)).toBeUndefined();
    await clerk.reverse(all);
    expect(await clerk.workOn(payment)).toMatchObject({ amount: rupiah(87_500) });
  });
});

describe('what was suggested for a payment', () => {
  it('ends when the item is settled otherwise: the payment is unapplied, and its work item says so', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(87_500n, { text: invoice.paymentReference });
    const other = await clerk.paid(90_000n, { text: 'lain', payerAccount: '80011' });
    await clerk.give(other, invoice, 90_000);
    expect(await clerk.read(`/v1/payments/${payment}`)).toMatchObject({
      body: { status: 'unapplied', suggestionCount: 0, suggestions: [] },
    });
    const { data } = (await clerk.read('/v1/payments?status=suggested&limit=100')).body as {
      data: { id: string }[];
    };
    expect(data.map(({ id }) => id)).not.toContain(payment);
    expect(await clerk.workOn(payment)).toMatchObject({
      amount: rupiah(87_500),
      detail: { finding: 'none', suggestions: 0, reason: 'item-settled' },
    });
  });

  it('ends when more was suggested than is left of the item', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(87_500n, { text: invoice.paymentReference });
    const note = (amount: number) =>
      api.send('POST', `/v1/invoices/${invoice.invoiceId}/credit-notes`, {
        as: world.shop.tokens.arManager,
        body: { amount: rupiah(amount), reason: 'rusak' },
        headers: { 'idempotency-key': randomUUID() },
      });
    expect(await note(2_500)).toMatchObject({ status: 201 });
    expect(await clerk.read(`/v1/payments/${payment}`)).toMatchObject({
      body: { status: 'suggested', suggestions: [{ deductions: [] }] },
    });
    expect(await note(1)).toMatchObject({ status: 201 });
    expect(await clerk.read(`/v1/payments/${payment}`)).toMatchObject({
      body: { status: 'unapplied', suggestionCount: 0 },
    });
  });

  it('stays as far as it can still be paid', async () => {
    const [first, second] = [await world.invoice(), await world.invoice()];
    const payment = await clerk.paid(45_000n, { text: 'mana saja' });
    await suggest(payment, [first, second]);
    await clerk.give(await clerk.paid(45_000n, { text: 'e' }), first, 45_000);
    expect(await clerk.read(`/v1/payments/${payment}`)).toMatchObject({
      body: { status: 'suggested', suggestions: [{ items: [{ openItem: itemOf(second) }] }] },
    });
    expect(await clerk.workOn(payment)).toMatchObject({
      detail: { finding: 'suggest', suggestions: 1 },
    });
  });

  it('waits for nobody: two payments that are suggested for each other’s items are applied at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [first, second] = [await world.invoice(), await world.invoice()];
      const payments = [
        await clerk.paid(45_000n, { text: `silang ${round} a` }),
        await clerk.paid(45_000n, { text: `silang ${round} b` }),
      ] as const;
      await suggest(payments[0], [second]);
      await suggest(payments[1], [first]);
      const answers = await Promise.all([
        clerk.allocate(payments[0], {
          items: [{ openItem: itemOf(first), amount: rupiah(45_000) }],
        }),
        clerk.allocate(payments[1], {
          items: [{ openItem: itemOf(second), amount: rupiah(45_000) }],
        }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    }
  });
});

/** As the matcher stores it: one suggestion for each invoice. */
async function suggest(paymentId: string, invoices: readonly InvoicedSale[]): Promise<void> {
  await asOwner(world.books, async (tx) => {
    await tx.payment.update({ where: { id: paymentId }, data: { state: 'suggested' } });
    await tx.paymentSuggestion.deleteMany({ where: { paymentId } });
    await tx.paymentSuggestion.createMany({
      data: invoices.map(({ invoiceId, openItems, customerId }, index) => ({
        paymentId,
        rank: index + 1,
        kind: 'match',
        items: openItems.map(({ id, amount }) => ({
          openItemId: id,
          invoiceId,
          invoiceNumber: 'x',
          instalment: 1,
          amount: amount.toString(),
          open: amount.toString(),
        })),
        reasons: { customerId, evidence: [], doubts: [] },
        equation: '45000 = 45000',
        createdAt: new Date(world.clock.nowMs()),
      })),
    });
  });
}

function hotelInvoice(): Promise<InvoicedSale> {
  return world.invoice({ customer: world.shop.customers.hotel.number });
}

/** What a customer's reminders wait for, and what its statement shows as not applied. */
async function moneyOf({ invoiceId, customerId }: InvoicedSale): Promise<unknown> {
  const held = await asOwner(
    world.books,
    (tx) => tx.$queryRaw`SELECT unmatched_cash(${invoiceId}::uuid) AS cash`,
  );
  const { body } = await clerk.read(`/v1/customers/${customerId}/statement`);
  return { held, unapplied: (body as { unapplied?: unknown }).unapplied };
}

async function believedIn(account: string): Promise<string[]> {
  const aliases = await world.database.prisma.customerAlias.findMany({
    where: { value: account, revokedAt: null },
    orderBy: { customerId: 'asc' },
  });
  return aliases.map(({ customerId }) => customerId);
}
