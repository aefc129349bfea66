import type { Addressee } from '../../domain/customer/addressee.js';
import { formatReference } from '../../domain/invoice/payment-reference.js';
import { formatMoney } from '../../domain/money/format-money.js';
import { formatDate } from '../../platform/dates.js';
import { textsFor } from '../../platform/texts.js';
import type { Database } from '../../prisma/database.js';
import { readAddressee } from '../customer/read-addressee.js';
import { renderTemplate } from '../mail/render-template.js';
import type { Letter, Mailer, MailOutcome } from '../mail/send-mail.js';
import { loadInvoicePaper, toPayOf, type InvoiceKey, type InvoicePaper } from './invoice-paper.js';
import { renderPaper } from './render-invoice.js';

/**
 * Mails an invoice once, with the document attached. What another system issued the customer has already. An undeliverable mail becomes work for a person and is an answer,
 * not an error.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`; MailDelayed when the mail server cannot take it now.
 */
export async function mailInvoice(
  { database, mailer }: Readonly<{ database: Database; mailer: Mailer }>,
  key: InvoiceKey,
): Promise<{ kind: MailOutcome['kind'] | 'brought-in' }> {
  if (await isBroughtIn(database, key)) return { kind: 'brought-in' };
  const paper = await loadInvoicePaper(database, key);
  const { customerId } = paper.buyer;
  const addressee = await readAddressee(database.prisma, { customerId, kind: 'invoice' });
  const { kind } = await mailer.sendOnce(await letterOf(paper, addressee));
  return { kind };
}

async function isBroughtIn({ prisma }: Database, { invoiceId }: InvoiceKey): Promise<boolean> {
  const invoice = await prisma.invoice.findUnique({
    where: { id: invoiceId },
    select: { saleId: true },
  });
  return invoice?.saleId === null;
}

/** The mail speaks to its reader; the document keeps the language in which it was issued. */
async function letterOf(paper: InvoicePaper, { address, language }: Addressee): Promise<Letter> {
  const { number, seller, buyer } = paper;
  const toPay = formatMoney({ amount: toPayOf(paper), currency: paper.currency }, language);
  return {
    businessKey: `invoice:${paper.invoiceId}`,
    kind: 'invoice',
    to: address,
    senderName: seller.name,
    logo: seller.logo,
    subject: textsFor(language)('invoiceMail.subject', { number, total: toPay }),
    text: renderTemplate('invoice-mail', language, {
      customerName: buyer.name,
      number,
      issued: formatDate(paper.issuedOn, language),
      total: toPay,
      instalments: paper.instalments.map(({ dueOn, amount }) => ({
        due: formatDate(dueOn, language),
        amount: formatMoney({ amount, currency: paper.currency }, language),
      })),
      reference: formatReference(paper.paymentReference),
      bankName: seller.bank?.name ?? '',
      bankAccount: seller.bank?.account ?? '',
      virtualAccount: paper.virtualAccount?.number ?? '',
      virtualAccountBank: paper.virtualAccount?.bankCode ?? '',
      phone: seller.phone,
      sellerName: seller.name,
    }),
    attachments: [
      {
        filename: `${number}.pdf`,
        contentType: 'application/pdf',
        content: await renderPaper(paper),
      },
    ],
    language,
    customerId: buyer.customerId,
    invoiceId: paper.invoiceId,
  };
}
