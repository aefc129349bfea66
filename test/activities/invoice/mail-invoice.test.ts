import pino from 'pino';
import PostalMime from 'postal-mime';
import { createInvoiceActivities } from '../../../activities/invoice/invoice-activities.js';
import { loadInvoicePaper } from '../../../activities/invoice/invoice-paper.js';
import { invoiceDocument } from '../../../activities/invoice/render-invoice.js';
import { createMailer } from '../../../activities/mail/send-mail.js';
import * as customerCommands from '../../../prisma/commands/customer.js';
import type { Database } from '../../../prisma/database.js';
import { openCashWorld, type CashWorld } from '../../support/cash-world.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';
import { startMailServer, type MailServer } from '../../support/mail-server.js';

let world: CashWorld;
let server: MailServer;

beforeAll(async () => {
  world = await openCashWorld();
});

beforeEach(async () => {
  server = await startMailServer();
});

afterEach(async () => {
  await server.close();
  await world.expectTies();
});

afterAll(() => world.close());

describe('mailInvoice', () => {
  it('mails the invoice once, in the language of the customer, with the document attached', async () => {
    const invoice = await world.invoice({ packets: 2 });
    expect(await mail(invoice)).toEqual({ kind: 'sent' });
    expect(await mail(invoice)).toEqual({ kind: 'already-sent' });

    expect(server.received).toHaveLength(1);
    const letter = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(letter.subject).toBe(`Faktur ${invoice.number}: Rp90.000`);
    expect(letter.text).toContain('Jatuh tempo 16 Mar 2026: Rp90.000');
    expect(letter.text).toContain(invoice.paymentReference.replaceAll(/(.{4})(?=.)/g, '$1 '));
    const [pdf] = letter.attachments;
    expect(pdf?.filename).toBe(`${invoice.number.replaceAll('/', '-')}.pdf`);
    expect(
      Buffer.from(pdf?.content as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await events(invoice)).toEqual(['invoice-mailed']);
  });

  it('writes to an English customer in English', async () => {
    await mail(await world.invoice({ customer: world.shop.customers.hotel.number }));
    const letter = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(letter.subject).toMatch(/^Invoice INV\/NSA\/2026\/\d{6}-\d: Rp45,000$/);
    expect(letter.text).toContain('Dear CV Hotel Bahari,');
  });

  it('ends in work for a person when the customer has no address, and is sent when it has one', async () => {
    const invoice = await world.invoice();
    await setEmail(invoice, null);
    expect(await mail(invoice)).toEqual({ kind: 'undeliverable' });
    const [item] = await world.database.prisma.workItem.findMany({
      where: { kind: 'mail-undeliverable' },
    });
    expect(item).toMatchObject({ state: 'open', customerId: invoice.customerId });

    await setEmail(invoice, 'baru@example.test');
    expect(await mail(invoice)).toEqual({ kind: 'sent' });
  });

  it('goes to the contact for invoices and speaks its language; the document keeps its own', async () => {
    const invoice = await world.invoice();
    const contact = await world.database.transaction(context(), (tx) =>
      tx.customerContact.create({
        data: {
          customerId: invoice.customerId,
          name: 'Ms Tan',
          role: 'billing',
          channel: 'email',
          address: 'billing@example.test',
          language: 'en',
          consentAt: new Date(world.clock.nowMs()),
          consentHow: 'Form',
        },
      }),
    );
    await mail(invoice);
    await world.database.transaction(context(), (tx) =>
      tx.customerContact.delete({ where: { id: contact.id } }),
    );
    const letter = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(letter.to?.[0]?.address).toBe('billing@example.test');
    expect(letter.subject).toMatch(/^Invoice INV/);
    expect((await loadInvoicePaper(world.database, invoice)).language).toBe('id');
  });

  it('lets a customer name neither begin a line nor a header', async () => {
    const invoice = await world.invoice({ customer: world.shop.customers.hotel.number });
    await world.database.transaction(context(), (tx) =>
      tx.customer.update({
        where: { id: invoice.customerId },
        data: { legalName: 'Evil\r\nBcc: a@b.c\r\n\r\n{{secret}} <b>' },
      }),
    );
    await mail(invoice);
    const letter = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(letter.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(letter.text).toContain('Dear Evil Bcc: a@b.c {{secret}} <b>,');
  });
});

describe('invoiceDocument', () => {
  it('shows lines, tax, instalments, reference, bank and virtual account', async () => {
    const invoice = await world.invoice({ packets: 3 });
    await world.database.call(customerCommands.openVirtualAccount, context(), {
      number: '8808 0000 1234 5678',
      bankCode: 'BNC',
      customerId: invoice.customerId,
      invoiceId: invoice.invoiceId,
    });
    const paper = await loadInvoicePaper(world.database, invoice);
    const document = invoiceDocument({
      ...paper,
      instalments: [
        { number: 1, dueOn: '2026-03-16', amount: 67_500n },
        { number: 2, dueOn: '2026-03-30', amount: 67_500n },
      ],
    });
    expect(document).toMatchObject({
      title: 'Faktur',
      seller: { name: 'PT Nusa Sentosa Abadi' },
      table: {
        rows: [[{ text: 'Kopi Gayo 250 g', detail: 'KOPI-250' }, '3 pcs', 'Rp45.000', 'Rp135.000']],
      },
      totals: [
        ['Harga sebelum PPN', 'Rp121.622'],
        ['PPN 12% x 11/12', 'Rp13.378'],
        ['Yang harus dibayar', 'Rp135.000'],
      ],
      payment: {
        rows: [
          ['Virtual account BNC', '8808000012345678'],
          ['Bank', 'Bank Contoh'],
          ['Rekening', world.shop.bankAccountNumber],
          ['Atas nama', 'PT Nusa Sentosa Abadi'],
          ['Referensi pembayaran', invoice.paymentReference.replaceAll(/(.{4})(?=.)/g, '$1 ')],
        ],
      },
    });
    expect(document.notes[0]).toBe('Cicilan 1: Rp67.500, jatuh tempo 16 Mar 2026');
    expect(document.status).toBeUndefined();
  });

  it('says that it is paid when it is', async () => {
    const invoice = await world.invoice({ packets: 5 });
    await world.book(world.statement([{ amount: 225_000n, text: invoice.paymentReference }]));
    const paper = await loadInvoicePaper(world.database, invoice);
    expect(invoiceDocument(paper).status).toEqual({ text: 'LUNAS', tone: 'good' });
  });
});

function mail({ invoiceId }: InvoicedSale) {
  const { database, clock } = world;
  const logger = pino({ level: 'silent' });
  const mailer = createMailer({
    to: { smtpUrl: server.url },
    from: 'faktur@toko.example',
    database,
    clock,
    logger,
  });
  return createInvoiceActivities({ database, mailer }).mailInvoice({ invoiceId });
}

async function events({ saleId }: InvoicedSale): Promise<string[]> {
  const rows = await world.database.prisma.lifecycleEvent.findMany({
    where: { saleId, kind: { startsWith: 'invoice-' } },
  });
  return rows.map(({ kind }) => kind);
}

async function setEmail({ customerId }: InvoicedSale, email: string | null): Promise<void> {
  await world.database.transaction(context(), (tx) =>
    tx.customer.update({ where: { id: customerId }, data: { email } }),
  );
}

function context(): Parameters<Database['transaction']>[0] {
  return {
    actor: { kind: 'system', id: 'test', name: 'test' },
    origin: 'test',
    at: world.clock.iso(),
    requestId: 'r',
  };
}
