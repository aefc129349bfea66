import { randomUUID } from 'node:crypto';
import { openAmountOf } from '../../support/read-books.js';
import { useCashApi } from '../../support/cash-api.js';
import { rupiah } from '../../support/a-sale.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';
import { cashClerk, itemOf } from '../../support/cash-clerk.js';

const { world, api } = useCashApi();
const clerk = cashClerk({ world, api });

type Deduction = Record<'openItem' | 'kind' | 'amount' | 'document', unknown>;

afterEach(() => world.expectTies());

describe('GET /v1/payments', () => {
  it('shows what a payment may pay, with the sum, reasons and rivals', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(87_500n, { text: invoice.paymentReference });
    const answer = await clerk.read(`/v1/payments/${payment}`);
    expect(answer.body).toMatchObject({
      id: payment,
      status: 'suggested',
      unapplied: rupiah(87_500),
      customer: { id: invoice.customerId },
      suggestions: [
        {
          rank: 1,
          items: [{ openItem: itemOf(invoice), amount: rupiah(87_500), open: rupiah(90_000) }],
          deductions: [
            {
              openItem: itemOf(invoice),
              kind: 'bankFee',
              amount: rupiah(2_500),
              document: null,
            },
          ],
          equation: `IDR 87500 = ${invoice.number} 87500 (of 90000) [known-fee 2500]`,
          reasons: { doubts: ['amount-short'] },
          words: [{ en: 'Less was paid than is open.', id: expect.any(String) as string }],
        },
      ],
      reasons: { finding: 'suggest' },
      rivals: [],
      allocations: [],
      bankLine: { position: 1 },
    });
    const fee = answer.body as { suggestions: { deductions: Deduction[] }[] };
    expect(
      await clerk.allocate(payment, {
        items: [{ openItem: itemOf(invoice), amount: rupiah(87_500) }],
        deductions: fee.suggestions[0]?.deductions.map(({ openItem, kind, amount }) => ({
          openItem,
          kind,
          amount,
        })),
      }),
    ).toMatchObject({ status: 201 });
    expect(await openOf(invoice)).toBe(0n);
  });

  it('lists them by status', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(87_500n, { text: invoice.paymentReference });
    const list = await clerk.read('/v1/payments?status=unapplied,suggested');
    expect((list.body as { data: { id: string }[] }).data.map(({ id }) => id)).toContain(payment);
    expect(await clerk.read('/v1/payments?status=unapplied;drop')).toMatchObject({ status: 400 });
  });
});

describe('POST /v1/payments/{id}/allocations', () => {
  it('applies a payment with the fee that the bank kept, and the journal ties', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(87_500n, {
      text: 'tanpa referensi',
      payerAccount: '99887766',
    });
    const answer = await clerk.allocate(payment, {
      items: [{ openItem: itemOf(invoice), amount: rupiah(87_500) }],
      deductions: [{ openItem: itemOf(invoice), kind: 'bankFee', amount: rupiah(2_500) }],
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        status: 'applied',
        unapplied: rupiah(0),
        allocations: [{ kind: 'payment' }, { kind: 'deduction', amount: rupiah(2_500) }],
      },
    });
    expect(await openOf(invoice)).toBe(0n);
    const alias = await world.database.prisma.customerAlias.findMany({
      where: { value: '99887766' },
    });
    expect(alias).toMatchObject([
      { kind: 'account', customerId: invoice.customerId, confirmations: 1 },
    ]);
  });

  it('keeps a receivable for a tax document that is missing', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(88_200n, { text: 'dipotong PPh' });
    const body = {
      items: [{ openItem: itemOf(invoice), amount: rupiah(88_200) }],
      deductions: [{ openItem: itemOf(invoice), kind: 'withholdingTax', amount: rupiah(1_800) }],
    };
    expect(await clerk.allocate(payment, body)).toMatchObject({ status: 201 });
    expect(
      await world.database.prisma.workItem.count({
        where: { kind: 'tax-document-missing', state: 'open' },
      }),
    ).toBe(1);
  });

  it('lets a clerk accept small deductions only', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(70_000n, { text: 'kurang' });
    const body = {
      items: [{ openItem: itemOf(invoice), amount: rupiah(70_000) }],
      deductions: [{ openItem: itemOf(invoice), kind: 'bankFee', amount: rupiah(20_000) }],
    };
    expect(await clerk.allocate(payment, body)).toMatchObject({
      status: 403,
      body: { code: 'DEDUCTION_ABOVE_LIMIT' },
    });
    expect(await clerk.allocate(payment, body, 'arManager')).toMatchObject({ status: 201 });
  });

  it('refuses what cannot be, and changes nothing', async () => {
    const invoice = await world.invoice();
    const payment = await clerk.paid(50_000n, { text: 'lebih' });
    const one = (amount: object, openItem = itemOf(invoice)) => ({ items: [{ openItem, amount }] });
    const cases: readonly (readonly [object, number, string])[] = [
      [one(rupiah(45_001)), 409, 'ALLOCATION_EXCEEDS_OPEN'],
      [one(rupiah(50_001)), 409, 'ALLOCATION_EXCEEDS_PAYMENT'],
      [one(rupiah(0)), 422, 'ALLOCATION_NOT_POSITIVE'],
      [one(rupiah(-5)), 422, 'ALLOCATION_NOT_POSITIVE'],
      [one({ amount: '10.5', currency: 'IDR' }), 422, 'MONEY_TOO_PRECISE'],
      [one({ amount: '10.50', currency: 'SGD' }), 422, 'CURRENCY_MISMATCH'],
      [one(rupiah(1), randomUUID()), 422, 'OPEN_ITEM_NOT_FOUND'],
      [{ items: [...one(rupiah(1)).items, ...one(rupiah(2)).items] }, 422, 'OPEN_ITEM_REPEATED'],
      [{ items: [] }, 400, 'FIELD_INVALID'],
      [{ ...one(rupiah(1)), note: 'x' }, 400, 'FIELD_UNKNOWN'],
    ];
    for (const [body, status, code] of cases) {
      expect(await clerk.allocate(payment, body)).toMatchObject({ status, body: { code } });
    }
    expect(await clerk.allocate(randomUUID(), one(rupiah(1)))).toMatchObject({ status: 404 });
    expect(await openOf(invoice)).toBe(45_000n);
  });

  it('gives the last rupiah to one of thirty-two who ask for it at once', async () => {
    const invoice = await world.invoice();
    const first = await clerk.paid(45_000n, { text: 'a', payerAccount: '1' });
    const second = await clerk.paid(45_000n, { text: 'b', payerAccount: '2' });
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        clerk.allocate(index % 2 === 0 ? first : second, {
          items: [{ openItem: itemOf(invoice), amount: rupiah(45_000) }],
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    expect(await openOf(invoice)).toBe(0n);
  });

  it('answers a repeated key with what was stored', async () => {
    const invoice = await world.invoice();
    const payment = await clerk.paid(45_000n, { text: 'kunci' });
    const sent = {
      as: world.shop.tokens.arClerk,
      body: { items: [{ openItem: itemOf(invoice), amount: rupiah(45_000) }] },
      headers: { 'idempotency-key': randomUUID() },
    };
    const first = await api.send('POST', `/v1/payments/${payment}/allocations`, sent);
    const again = await api.send('POST', `/v1/payments/${payment}/allocations`, sent);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });
});

describe('POST /v1/allocations/{id}/reversal', () => {
  it('undoes the allocation and its deduction: invoice, payment, journal and alias stand as before', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const payment = await clerk.paid(87_500n, { text: 'salah', payerAccount: '4455667788' });
    const before = await booksOf(invoice);
    const { allocations } = (
      await clerk.allocate(payment, {
        items: [{ openItem: itemOf(invoice), amount: rupiah(87_500) }],
        deductions: [{ openItem: itemOf(invoice), kind: 'bankFee', amount: rupiah(2_500) }],
      })
    ).body as { allocations: { id: string; kind: string }[] };
    const [own] = allocations;
    const answer = await clerk.reverse(own?.id ?? '');
    expect(answer).toMatchObject({
      status: 201,
      body: {
        paymentId: payment,
        status: 'unapplied',
        unapplied: rupiah(87_500),
        allocation: { reversed: { reason: 'salah faktur' } },
      },
    });
    expect(await booksOf(invoice)).toEqual(before);
    const [alias] = await world.database.prisma.customerAlias.findMany({
      where: { value: '4455667788' },
    });
    expect(alias?.revokedAt).not.toBeNull();
    const [item] = await world.database.prisma.workItem.findMany({ where: { subjectId: payment } });
    expect(item?.state).toBe('open');
  });

  it('undoes an allocation once, whoever asks at the same time', async () => {
    const invoice = await world.invoice();
    const payment = await clerk.paid(45_000n, { text: 'dua kali' });
    const { allocations } = (
      await clerk.allocate(payment, {
        items: [{ openItem: itemOf(invoice), amount: rupiah(45_000) }],
      })
    ).body as {
      allocations: { id: string }[];
    };
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => clerk.reverse(allocations[0]?.id ?? '')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(15);
    expect(await openOf(invoice)).toBe(45_000n);
  });

  it('refuses what is no payment', async () => {
    const invoice = await world.invoice();
    const note = await api.send('POST', `/v1/invoices/${invoice.invoiceId}/credit-notes`, {
      as: world.shop.tokens.arManager,
      body: { amount: rupiah(5_000), reason: 'rusak' },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(note.status).toBe(201);
    const [allocation] = await world.database.prisma.allocation.findMany({
      where: { openItemId: itemOf(invoice) },
    });
    expect(await clerk.reverse(allocation?.id ?? '')).toMatchObject({
      status: 422,
      body: { code: 'ALLOCATION_NOT_A_PAYMENT' },
    });
    expect(await clerk.reverse(randomUUID())).toMatchObject({ status: 404 });
  });
});

function openOf({ invoiceId }: InvoicedSale): Promise<bigint> {
  return openAmountOf(world.database, invoiceId);
}

async function booksOf(invoice: InvoicedSale): Promise<unknown> {
  const accounts = await world.database.prisma.$queryRaw`
    SELECT account_code, sum(amount)::text AS balance FROM journal_line GROUP BY 1 ORDER BY 1`;
  const receivable = await world.database.prisma.receivable.findUniqueOrThrow({
    where: { invoiceId: invoice.invoiceId },
    select: { state: true, dunningLevel: true, outcome: true },
  });
  return { accounts, receivable, open: await openOf(invoice) };
}
