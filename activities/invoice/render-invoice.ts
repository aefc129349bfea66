import type { A4Document, A4Row } from '../../devices/document-pdf/a4-content.js';
import { renderPdf } from '../../devices/document-pdf/pdf-desk.js';
import { formatReference } from '../../domain/invoice/payment-reference.js';
import { formatMoney } from '../../domain/money/format-money.js';
import { formatQuantity } from '../../domain/quantity/quantity.js';
import { formatDate } from '../../platform/dates.js';
import { textsFor, type Texts } from '../../platform/texts.js';
import type { Database } from '../../prisma/database.js';
import {
  loadInvoicePaper,
  toPayOf,
  type InvoiceKey,
  type InvoicePaper,
  type PaperLine,
  type PaperSeller,
} from './invoice-paper.js';

/** The invoice as PDF, in the customer's language. @throws Refusal `INVOICE_NOT_FOUND`. */
export async function renderInvoicePdf(
  { database }: Readonly<{ database: Pick<Database, 'prisma'> }>,
  key: InvoiceKey,
): Promise<Buffer> {
  return renderPaper(await loadInvoicePaper(database, key));
}

export function renderPaper(paper: InvoicePaper): Promise<Buffer> {
  return renderPdf({ kind: 'a4', document: invoiceDocument(paper), language: paper.language });
}

/** The content of the PDF. A paid invoice says so; everything else is as issued. Pure. */
export function invoiceDocument(paper: InvoicePaper): A4Document {
  const { language, seller, buyer } = paper;
  const t = textsFor(language);
  const taxLine = (taxNumber: string | null): string[] =>
    taxNumber === null ? [] : [t('invoice.taxNumber', { taxNumber })];
  return {
    title: t('invoice.title'),
    createdAt: paper.issuedAt,
    status: statusOf(paper, t),
    seller: {
      name: seller.name,
      logo: seller.logo?.png,
      lines: [seller.address, seller.phone, ...taxLine(seller.taxNumber), ...vatLine(seller, t)],
    },
    buyer: { name: buyer.name, lines: [buyer.address, ...taxLine(buyer.taxNumber)] },
    meta: [
      [t('invoice.number'), paper.number],
      [t('invoice.date'), formatDate(paper.issuedOn, language)],
      [t('invoice.dueDate'), dueText(paper)],
      [t('invoice.customer'), buyer.customerNumber],
      [t('invoice.sale'), paper.saleNumber],
    ],
    table: tableOf(paper, t),
    totals: totalsOf(paper, t),
    payment: { heading: t('invoice.payment'), rows: paymentRows(paper, t) },
    notes: [...instalmentNotes(paper, t), t('invoice.referenceNote'), t('invoice.thanks')],
    footer: t('invoice.footer', { name: seller.name, taxNumber: seller.taxNumber ?? '' }),
  };
}

/** Who is not registered for VAT says so: the buyer has no input tax. Pure. */
export function vatLine({ vatRegistered }: PaperSeller, t: Texts): string[] {
  return vatRegistered ? [] : [t('invoice.notVatRegistered')];
}

function statusOf({ open, outcome }: InvoicePaper, t: Texts): A4Document['status'] {
  if (open > 0n) return undefined;
  if (outcome === 'written-off') return undefined;
  return outcome === 'credited'
    ? { text: t('invoice.credited'), tone: 'neutral' }
    : { text: t('invoice.paid'), tone: 'good' };
}

function say({ currency, language }: InvoicePaper, amount: bigint): string {
  return formatMoney({ amount, currency }, language);
}

/** The last due date; earlier ones are listed with the instalments. */
function dueText({ instalments, language }: InvoicePaper): string {
  const last = instalments.at(-1);
  return last === undefined ? '' : formatDate(last.dueOn, language);
}

function tableOf(paper: InvoicePaper, t: Texts): NonNullable<A4Document['table']> {
  const { language } = paper;
  const isMixed = isMixedBasket(paper);
  const hasDiscounts = paper.lines.some(({ discount }) => discount !== 0n);
  const discountColumn = { label: t('invoice.column.discount'), align: 'right', share: 2 } as const;
  return {
    columns: [
      { label: t('invoice.column.item'), align: 'left', share: 5 },
      { label: t('invoice.column.quantity'), align: 'right', share: 2 },
      { label: t('invoice.column.price'), align: 'right', share: 2 },
      ...(hasDiscounts ? [discountColumn] : []),
      { label: t('invoice.column.amount'), align: 'right', share: 2 },
    ],
    rows: paper.lines.map((line) => [
      { text: line.name, detail: detailOf(line, { paper, isMixed, t }) },
      `${formatQuantity(line.quantityMilli, language)} ${line.unit}`,
      say(paper, line.unitPrice),
      ...(hasDiscounts ? [line.discount === 0n ? '' : say(paper, -line.discount)] : []),
      say(paper, isMixed ? line.net + line.addedTax : line.net),
    ]),
  };
}

/** When only some prices include their tax, every amount is shown with tax, so that the column adds up. */
function isMixedBasket({ lines }: InvoicePaper): boolean {
  const isAdded = lines.some(({ addedTax }) => addedTax !== 0n);
  return isAdded && lines.some(({ addedTax, isTaxed }) => isTaxed && addedTax === 0n);
}

function detailOf(
  { sku, addedTax, promotions }: PaperLine,
  { paper, isMixed, t }: Readonly<{ paper: InvoicePaper; isMixed: boolean; t: Texts }>,
): string {
  const given = promotions.map(({ name, amount }) => `${name} ${say(paper, -amount)}`);
  const tax =
    isMixed && addedTax !== 0n ? [t('invoice.addedTax', { tax: say(paper, addedTax) })] : [];
  return [sku, ...given, ...tax].join(' | ');
}

function totalsOf(paper: InvoicePaper, t: Texts): A4Row[] {
  const { taxes, total, rounding, prepaid } = paper;
  const taxRows = taxes.flatMap(({ label, rate, base, tax }): A4Row[] => [
    [t('invoice.taxBase', { label }), say(paper, base)],
    ...(tax === 0n ? [] : [[t('invoice.tax', { label, rate }).trim(), say(paper, tax)] as const]),
  ]);
  const less = [
    [t('invoice.rounding'), rounding],
    [t('invoice.prepaid'), prepaid],
  ] as const;
  const taken = less.flatMap(([label, amount]): A4Row[] =>
    amount === 0n ? [] : [[label, say(paper, -amount)]],
  );
  const sum: A4Row[] = taken.length === 0 ? [] : [[t('invoice.total'), say(paper, total)]];
  return [...taxRows, ...sum, ...taken, [t('invoice.toPay'), say(paper, toPayOf(paper))]];
}

function paymentRows(
  { seller, virtualAccount, paymentReference }: InvoicePaper,
  t: Texts,
): A4Row[] {
  const { bank } = seller;
  return [
    ...(virtualAccount === undefined
      ? []
      : [
          [
            t('invoice.virtualAccount', { bank: virtualAccount.bankCode }),
            virtualAccount.number,
          ] as const,
        ]),
    ...(bank === undefined
      ? []
      : ([
          [t('invoice.bank'), bank.name],
          [t('invoice.account'), bank.account],
          [t('invoice.accountName'), seller.name],
        ] as const)),
    [t('invoice.reference'), formatReference(paymentReference)],
  ];
}

function instalmentNotes(paper: InvoicePaper, t: Texts): string[] {
  if (paper.instalments.length < 2) return [];
  return paper.instalments.map(({ number, dueOn, amount }) =>
    t('invoice.instalment', {
      number,
      date: formatDate(dueOn, paper.language),
      amount: say(paper, amount),
    }),
  );
}
