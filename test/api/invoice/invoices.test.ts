import { randomUUID } from 'node:crypto';
import { openCashWorld, type CashWorld } from '../../support/cash-world.js';
import { startApi, type TestApi } from '../../support/api-client.js';
import { rupiah } from '../../support/a-sale.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';
import type { Shop } from '../../support/shop.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';

let world: CashWorld;
let api: TestApi;

beforeAll(async () => {
  world = await openCashWorld();
  api = await startApi(world.database, { clock: world.clock });
});

afterEach(() => world.expectTies());

afterAll(async () => {
  await api.close();
  await world.close();
});

describe('GET /v1/invoices', () => {
  it('lists invoices with what is open, filtered by status, customer and text', async () => {
    const warung = await world.invoice({ packets: 2 });
    const hotel = await world.invoice({ customer: world.shop.customers.hotel.number });
    const found = async (query: string) => {
      const { body } = await read(`/v1/invoices?${query}`);
      return (body as { data: { id: string }[] }).data.map(({ id }) => id);
    };
    expect(await found('status=unpaid')).toEqual([hotel.invoiceId, warung.invoiceId]);
    expect(await found('customer=C-0001')).toEqual([warung.invoiceId]);
    expect(await found(`customer=${hotel.customerId}&status=open`)).toEqual([hotel.invoiceId]);
    expect(await found(`q=${encodeURIComponent(hotel.number.slice(0, -2))}`)).toEqual([
      hotel.invoiceId,
    ]);
    expect(await found('q=bahari')).toEqual([hotel.invoiceId]);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('status=overdue')).toEqual([]);
    expect(await read('/v1/invoices?limit=1&status=unpaid')).toMatchObject({
      body: {
        data: [{ number: hotel.number, open: rupiah(45_000), status: 'open', dueOn: '2026-04-01' }],
      },
    });
  });

  it('pages through all of them once', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 5; page += 1) {
      const { body } = await read(`/v1/invoices?limit=1${cursor}`);
      const { data, nextCursor } = body as { data: { id: string }[]; nextCursor: string | null };
      seen.push(...data.map(({ id }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await world.database.prisma.invoice.count());
  });
});

describe('GET /v1/invoices/{id}', () => {
  it('tells everything about an invoice, with links to its life', async () => {
    const invoice = await world.invoice({ packets: 2 });
    await world.book(world.statement([{ amount: 90_000n, text: invoice.paymentReference }]));
    expect(await read(`/v1/invoices/${invoice.invoiceId}`)).toMatchObject({
      status: 200,
      body: {
        number: invoice.number,
        paymentReference: invoice.paymentReference,
        status: 'settled',
        lines: [{ sku: 'KOPI-250', quantity: '2', unitPrice: rupiah(45_000), net: rupiah(90_000) }],
        openItems: [{ open: rupiah(0), amount: rupiah(90_000), daysOverdue: 0 }],
        allocations: [{ kind: 'payment', amount: rupiah(90_000), reversed: null }],
        creditNotes: [],
        promises: [],
        disputes: [],
        workflow: { workflowId: `receivable:${invoice.invoiceId}` },
        timeline: `/v1/lifecycles/${invoice.saleId}`,
      },
    });
  });

  it('gives the PDF to who asks for it, and 406 for anything else', async () => {
    const invoice = await world.invoice();
    const pdf = await read(`/v1/invoices/${invoice.invoiceId}`, { accept: 'application/pdf' });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await read(`/v1/invoices/${invoice.invoiceId}`, { accept: 'text/csv' })).toMatchObject({
      status: 406,
    });
    expect(await read(`/v1/invoices/${randomUUID()}`)).toMatchObject({ status: 404 });
  });
});

describe('POST /v1/invoices/{id}/credit-notes', () => {
  it('credits part of an invoice with a number of its own, its tax and the journal', async () => {
    const invoice = await world.invoice({ packets: 3 });
    const answer = await credit(invoice, { amount: rupiah(45_000), reason: 'Satu bungkus rusak' });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        total: rupiah(45_000),
        net: rupiah(40_541),
        tax: rupiah(4_459),
        open: rupiah(90_000),
        reason: 'Satu bungkus rusak',
      },
    });
    const { id, number } = answer.body as { id: string; number: string };
    expect(number).toMatch(/^CN\/NSA\/2026\/\d{6}-\d$/);
    expect(await read(`/v1/credit-notes/${id}`)).toMatchObject({
      body: { number, invoiceNumber: invoice.number },
    });
    const pdf = await read(`/v1/credit-notes/${id}`, { accept: 'application/pdf' });
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gives back the tax to the last rupiah when an invoice is credited piece by piece', async () => {
    const invoice = await world.invoice();
    for (const amount of [1, 10_000, 34_999]) {
      expect(await credit(invoice, { amount: rupiah(amount), reason: 'Retur' })).toMatchObject({
        status: 201,
      });
    }
    const { taxAmount, creditNotes } = await world.database.prisma.invoice.findUniqueOrThrow({
      where: { id: invoice.invoiceId },
      include: { creditNotes: true },
    });
    expect(creditNotes.reduce((sum, note) => sum + note.taxAmount, 0n)).toBe(taxAmount);
    expect(await read(`/v1/invoices/${invoice.invoiceId}`)).toMatchObject({
      body: { status: 'settled', open: rupiah(0) },
    });
  });

  it('never credits more than is open, and keeps the numbers without gap under refusals and races', async () => {
    const invoice = await world.invoice();
    expect(await credit(invoice, { amount: rupiah(45_001), reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'CREDIT_EXCEEDS_INVOICE' },
    });
    expect(await credit(invoice, { amount: rupiah(0), reason: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'CREDIT_NOT_POSITIVE' },
    });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        credit(invoice, { amount: rupiah(20_000), reason: 'Retur' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
    expect(await read(`/v1/invoices/${invoice.invoiceId}`)).toMatchObject({
      body: { open: rupiah(5_000) },
    });
  });

  it('does not give back money that has come in: the allocation is undone first', async () => {
    const invoice = await world.invoice();
    await world.book(world.statement([{ amount: 45_000n, text: invoice.paymentReference }]));
    expect(await credit(invoice, { amount: rupiah(1_000), reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'CREDIT_EXCEEDS_OPEN' },
    });
  });

  it('settles the dispute that it names for the customer', async () => {
    const invoice = await world.invoice();
    const ctx = {
      actor: { kind: 'system', id: 'test', name: 'test' },
      origin: 'test',
      at: world.clock.iso(),
      requestId: 'r',
    } as const;
    const { disputeId } = await world.database.call(receivableCommands.openDispute, ctx, {
      invoiceId: invoice.invoiceId,
      reason: 'damaged',
    });
    expect(
      await credit(invoice, { amount: rupiah(5_000), reason: 'Rusak', dispute: randomUUID() }),
    ).toMatchObject({
      status: 404,
      body: { code: 'DISPUTE_NOT_FOUND' },
    });
    const answer = await credit(invoice, {
      amount: rupiah(5_000),
      reason: 'Rusak',
      dispute: disputeId,
    });
    expect(answer).toMatchObject({ status: 201, body: { disputeId } });
    expect(await read(`/v1/invoices/${invoice.invoiceId}`)).toMatchObject({
      body: {
        disputes: [
          {
            id: disputeId,
            state: 'resolved',
            resolution: 'for-customer',
            creditNoteId: (answer.body as { id: string }).id,
          },
        ],
      },
    });
    expect(
      await credit(invoice, { amount: rupiah(5_000), reason: 'Rusak', dispute: disputeId }),
    ).toMatchObject({
      status: 409,
      body: { code: 'DISPUTE_RESOLVED' },
    });
  });

  it.each(['arClerk', 'auditor', 'admin', 'cashier'] as const)(
    'is not for the role %s',
    async (role) => {
      const invoice = await world.invoice();
      expect(await credit(invoice, { amount: rupiah(1), reason: 'x' }, role)).toMatchObject({
        status: 403,
      });
    },
  );
});

function credit(
  { invoiceId }: InvoicedSale,
  body: object,
  role: keyof Shop['tokens'] = 'arManager',
) {
  return api.send('POST', `/v1/invoices/${invoiceId}/credit-notes`, {
    as: world.shop.tokens[role],
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
}

function read(path: string, headers: Readonly<Record<string, string>> = {}) {
  return api.send('GET', path, { as: world.shop.tokens.auditor, headers });
}
