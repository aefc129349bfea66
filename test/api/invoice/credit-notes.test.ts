import { randomUUID } from 'node:crypto';
import { asOwner } from '../../support/books.js';
import { rupiah } from '../../support/a-sale.js';
import { startApi, type Received, type TestApi } from '../../support/api-client.js';
import { openAmountOf } from '../../support/read-books.js';
import { cashClerk } from '../../support/cash-clerk.js';
import { openCashWorld, type CashWorld } from '../../support/cash-world.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';
import { testContext } from '../../support/shop.js';
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

/** In the shop of the tests one person alone may credit Rp1,000,000 of an invoice. */
describe('a credit note above what one person alone may issue', () => {
  it('waits for a second person, without a number, in the work queue', async () => {
    const invoice = await bigInvoice();
    const before = await numbers();
    const asked = await credit(invoice, 1_000_001);
    expect(asked).toMatchObject({
      status: 202,
      body: { state: 'requested', amount: rupiah(1_000_001), creditNoteId: null, decidedAt: null },
    });
    const id = idOf(asked);
    expect(asked.headers.get('location')).toBe(`/v1/credit-note-requests/${id}`);
    expect(await read(`/v1/credit-note-requests/${id}`)).toMatchObject({
      status: 200,
      body: { id, state: 'requested' },
    });
    expect(await numbers()).toBe(before);
    expect(await openOf(invoice)).toBe(invoice.total);
    expect(await read('/v1/work-queue?kind=credit-note')).toMatchObject({
      body: { data: [{ subject: { kind: 'credit-note-request', id }, amount: rupiah(1_000_001) }] },
    });
    expect(await credit(invoice, 1_000_001)).toMatchObject({
      status: 409,
      body: { code: 'CREDIT_NOTE_WAITING' },
    });
    expect(await decide(id, 'rejected', 'arManager')).toMatchObject({
      status: 200,
      body: { state: 'rejected', creditNoteId: null },
    });
    expect(await read('/v1/work-queue?kind=credit-note')).toMatchObject({ body: { data: [] } });
    expect(await openOf(invoice)).toBe(invoice.total);
    expect(await numbers()).toBe(before);
  });

  it('is issued when another agrees, never when the same does, and once', async () => {
    const invoice = await bigInvoice();
    const id = idOf(await credit(invoice, 2_000_000));
    expect(await decide(id, 'approved', 'arManager')).toMatchObject({
      status: 422,
      body: { code: 'SECOND_PERSON_REQUIRED' },
    });
    expect(await decide(id, 'approved', 'arClerk')).toMatchObject({ status: 403 });
    const agreed = await decide(id, 'approved', 'creditController');
    expect(agreed).toMatchObject({ status: 200, body: { state: 'approved' } });
    const { creditNoteId } = agreed.body as { creditNoteId: string };
    expect(await read(`/v1/credit-notes/${creditNoteId}`)).toMatchObject({
      status: 200,
      body: { invoiceId: invoice.invoiceId, total: rupiah(2_000_000), reason: 'Retur' },
    });
    expect(await openOf(invoice)).toBe(invoice.total - 2_000_000n);
    expect(await decide(id, 'approved', 'creditController')).toMatchObject({
      status: 409,
      body: { code: 'CREDIT_NOTE_DECIDED' },
    });
    expect(await decide(randomUUID(), 'approved', 'creditController')).toMatchObject({
      status: 404,
      body: { code: 'CREDIT_NOTE_REQUEST_NOT_FOUND' },
    });
  });

  it('cannot be had in pieces: what was credited before by one person counts', async () => {
    const invoice = await bigInvoice();
    expect(await credit(invoice, 600_000)).toMatchObject({ status: 201 });
    expect(await credit(invoice, 400_000)).toMatchObject({ status: 201 });
    const rest = await credit(invoice, 1);
    expect(rest).toMatchObject({ status: 202 });
    expect(await decide(idOf(rest), 'approved', 'creditController')).toMatchObject({ status: 200 });
    // What two persons have agreed to does not use up what one alone may do.
    expect(await openOf(invoice)).toBe(invoice.total - 1_000_001n);
  });

  it('settles the dispute that it names only when it is issued', async () => {
    const invoice = await bigInvoice();
    const { disputeId } = await world.database.call(
      receivableCommands.openDispute,
      testContext(world.clock.iso()),
      { invoiceId: invoice.invoiceId, reason: 'damaged' },
    );
    const id = idOf(await credit(invoice, 1_500_000, { dispute: disputeId }));
    const state = async () =>
      (await world.database.prisma.dispute.findUniqueOrThrow({ where: { id: disputeId } })).state;
    expect(await state()).toBe('open');
    await decide(id, 'approved', 'creditController');
    expect(await state()).toBe('resolved');
  });

  it('gives up nothing that was paid meanwhile: it is refused, and can be rejected', async () => {
    const invoice = await bigInvoice();
    const id = idOf(await credit(invoice, Number(invoice.total)));
    const clerk = cashClerk({ world, api });
    await clerk.give(await clerk.paid(45_000n, { text: 'sebagian' }), invoice, 5_000);
    expect(await decide(id, 'approved', 'creditController')).toMatchObject({
      status: 409,
      body: { code: 'CREDIT_EXCEEDS_OPEN' },
    });
    expect(await decide(id, 'rejected', 'creditController')).toMatchObject({ status: 200 });
  });

  it('lapses when everything was paid meanwhile, and leaves the work queue', async () => {
    const invoice = await bigInvoice();
    const id = idOf(await credit(invoice, Number(invoice.total)));
    await world.book(world.statement([{ amount: invoice.total, text: invoice.paymentReference }]));
    expect(await read(`/v1/credit-note-requests/${id}`)).toMatchObject({
      body: { state: 'lapsed', creditNoteId: null },
    });
    expect(JSON.stringify(await read('/v1/work-queue?kind=credit-note'))).not.toContain(id);
    for (const decision of ['approved', 'rejected'] as const) {
      expect(await decide(id, decision, 'creditController')).toMatchObject({
        status: 409,
        body: { code: 'CREDIT_NOTE_DECIDED' },
      });
    }
  });

  it('is issued once by two who agree at the same moment', async () => {
    const invoice = await bigInvoice();
    const id = idOf(await credit(invoice, 1_200_000));
    const both = Array.from({ length: 8 }, () => decide(id, 'approved', 'creditController'));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(7);
    expect(await openOf(invoice)).toBe(invoice.total - 1_200_000n);
  });

  it('cannot be made past the second person in raw SQL either', async () => {
    const invoice = await bigInvoice();
    const id = idOf(await credit(invoice, 1_300_000));
    const attempts = [
      `UPDATE credit_note_request SET state = 'approved', decided_by = requested_by, decided_at = now() WHERE id = '${id}'`,
      `UPDATE credit_note_request SET state = 'approved' WHERE id = '${id}'`,
      `UPDATE credit_note_request SET amount = 1 WHERE id = '${id}'`,
      insertNote(invoice, 'NULL'),
      insertNote(invoice, `'${id}'`),
    ];
    const ends: string[] = [];
    for (const attempt of attempts) {
      const end = await asOwner(world.books, (tx) => tx.$executeRawUnsafe(attempt)).then(
        () => 'done',
        (error: unknown) => String(error),
      );
      ends.push(end);
    }
    expect(ends).toEqual([
      expect.stringContaining('credit_note_request_four_eyes'),
      expect.stringContaining('credit_note_request_second_person'),
      expect.stringContaining('decided once, as it was asked'),
      expect.stringContaining('One person may give up'),
      expect.stringContaining('not what was approved'),
    ]);
  });
});

/** Rp4,500,000 on account. */
function bigInvoice(): Promise<InvoicedSale> {
  return world.invoice({ customer: world.shop.customers.hotel.number, packets: 100 });
}

function credit({ invoiceId }: InvoicedSale, amount: number, more: object = {}): Promise<Received> {
  return api.send('POST', `/v1/invoices/${invoiceId}/credit-notes`, {
    as: world.shop.tokens.arManager,
    body: { amount: rupiah(amount), reason: 'Retur', ...more },
    headers: { 'idempotency-key': randomUUID() },
  });
}

function decide(
  id: string,
  decision: 'approved' | 'rejected',
  as: 'arManager' | 'arClerk' | 'creditController',
): Promise<Received> {
  return api.send('POST', `/v1/credit-note-requests/${id}/approval`, {
    as: world.shop.tokens[as],
    body: { decision },
    headers: { 'idempotency-key': randomUUID() },
  });
}

function insertNote({ invoiceId }: InvoicedSale, request: string): string {
  return `INSERT INTO credit_note (series_id, series_number, number, invoice_id, reason, issued_on, issued_at, currency,
      net_amount, tax_amount, total_amount, request_id)
    SELECT series_id, 999999, 'CN/X', id, 'x', now(), now(), currency, 1000001, 0, 1000001, ${request} FROM invoice WHERE id = '${invoiceId}'`;
}

function read(path: string): Promise<Received> {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}

function openOf({ invoiceId }: InvoicedSale): Promise<bigint> {
  return openAmountOf(world.database, invoiceId);
}

function numbers(): Promise<number> {
  return world.database.prisma.creditNote.count();
}

function idOf({ body }: Received): string {
  return (body as { id: string }).id;
}
