import type { A4Document } from '../../devices/document-pdf/a4-content.js';
import { renderPdf } from '../../devices/document-pdf/pdf-desk.js';
import { formatMoney } from '../../domain/money/format-money.js';
import { Refusal } from '../../domain/refusal.js';
import { formatDate } from '../../platform/dates.js';
import { textsFor } from '../../platform/texts.js';
import type { Database } from '../../prisma/database.js';
import { companyAt, dayOf, loadInvoicePaper, type InvoicePaper } from './invoice-paper.js';
import { vatLine } from './render-invoice.js';

export type CreditNotePaper = Readonly<{
  invoice: InvoicePaper;
  /** As it was when the credit note was issued. */
  seller: InvoicePaper['seller'];
  number: string;
  reason: string;
  issuedOn: string;
  issuedAt: string;
  net: bigint;
  tax: bigint;
  total: bigint;
}>;

/** The credit note as PDF, in the language of its invoice. @throws Refusal `NOT_FOUND`. */
export async function renderCreditNotePdf(
  { database }: Readonly<{ database: Pick<Database, 'prisma'> }>,
  { creditNoteId }: Readonly<{ creditNoteId: string }>,
): Promise<Buffer> {
  const note = await database.prisma.creditNote.findUnique({ where: { id: creditNoteId } });
  if (note === null)
    throw new Refusal({ code: 'NOT_FOUND', detail: 'There is no such credit note.' });
  const invoice = await loadInvoicePaper(database, { invoiceId: note.invoiceId });
  const { legalEntityId } = await database.prisma.invoice.findUniqueOrThrow({
    where: { id: note.invoiceId },
  });
  const company = await companyAt(database.prisma, { legalEntityId, issuedAt: note.issuedAt });
  const paper = {
    invoice,
    seller: { ...invoice.seller, ...company },
    number: note.number,
    reason: note.reason,
    issuedOn: dayOf(note.issuedOn),
    issuedAt: note.issuedAt.toISOString(),
    net: note.netAmount,
    tax: note.taxAmount,
    total: note.totalAmount,
  };
  return renderPdf({ kind: 'a4', document: creditNoteDocument(paper), language: invoice.language });
}

export function creditNoteDocument(paper: CreditNotePaper): A4Document {
  const { invoice, reason, net, tax, total } = paper;
  const { buyer, language, currency } = invoice;
  const { seller } = paper;
  const t = textsFor(language);
  const say = (amount: bigint): string => formatMoney({ amount, currency }, language);
  const taxLine = (taxNumber: string | null): string[] =>
    taxNumber === null ? [] : [t('invoice.taxNumber', { taxNumber })];
  return {
    title: t('creditNote.title'),
    createdAt: paper.issuedAt,
    seller: {
      name: seller.name,
      logo: seller.logo?.png,
      lines: [seller.address, seller.phone, ...taxLine(seller.taxNumber), ...vatLine(seller, t)],
    },
    buyer: { name: buyer.name, lines: [buyer.address, ...taxLine(buyer.taxNumber)] },
    meta: [
      [t('creditNote.number'), paper.number],
      [t('invoice.date'), formatDate(paper.issuedOn, language)],
      [t('creditNote.invoice'), invoice.number],
      [t('creditNote.invoiceDate'), formatDate(invoice.issuedOn, language)],
      [t('invoice.customer'), buyer.customerNumber],
    ],
    opening: [t('creditNote.reason', { reason })],
    totals: [
      [t('creditNote.net'), say(net)],
      ...(tax === 0n ? [] : [[t('creditNote.tax'), say(tax)] as const]),
      [t('creditNote.total'), say(total)],
    ],
    notes: [t('creditNote.note', { invoice: invoice.number })],
    footer: t('invoice.footer', { name: seller.name, taxNumber: seller.taxNumber ?? '' }),
  };
}
