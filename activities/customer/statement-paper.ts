import type { CustomerStatement } from '../../contract/customer/customer-money.js';
import type { A4Document } from '../../devices/document-pdf/a4-content.js';
import type { Logo } from '../../devices/logo/logo.js';
import { renderPdf } from '../../devices/document-pdf/pdf-desk.js';
import { formatMoney, type Language } from '../../domain/money/format-money.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { formatDate } from '../../platform/dates.js';
import { LANGUAGES, textsFor, type Texts } from '../../platform/texts.js';
import type { PrismaClient } from '../../prisma/database.js';
import { logoOf } from '../company/logos.js';

type Party = Readonly<{ name: string; address: string }>;

export type StatementPaper = Readonly<{
  statement: CustomerStatement;
  language: Language;
  buyer: Party;
  seller: Party & Readonly<{ taxNumber: string; logo?: Logo | undefined }>;
}>;

/** The statement of a customer as PDF, in the customer's language. */
export async function renderStatementPdf(
  prisma: Pick<PrismaClient, 'customer' | 'legalEntity' | 'logo'>,
  statement: CustomerStatement,
): Promise<Buffer> {
  const customer = await prisma.customer.findUniqueOrThrow({
    where: { id: statement.customer.id },
    select: { legalName: true, address: true, language: true },
  });
  const entity = await prisma.legalEntity.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const { legalName: name, address, taxNumber, logoId } = entity;
  const language = LANGUAGES.find((known) => known === customer.language) ?? 'en';
  const document = statementDocument({
    statement,
    language,
    buyer: { name: customer.legalName, address: customer.address },
    seller: { name, address, taxNumber, logo: await logoOf(prisma, logoId) },
  });
  return renderPdf({ kind: 'a4', document, language });
}

/** The content of the PDF: every open item by its due day, and what stands against it. Pure. */
export function statementDocument(paper: StatementPaper): A4Document {
  const { statement, language, buyer, seller } = paper;
  const t = textsFor(language);
  return {
    title: t('statement.title'),
    createdAt: `${statement.asOf}T00:00:00Z`,
    seller: { name: seller.name, logo: seller.logo?.png, lines: [seller.address] },
    buyer: { name: buyer.name, lines: [buyer.address] },
    meta: [
      [t('statement.asOf'), formatDate(statement.asOf, language)],
      [t('notice.customer'), statement.customer.number],
    ],
    table: tableOf(paper, t),
    totals: statement.totals.flatMap((total) => totalsOf(total, language)),
    notes: [t(statement.items.length === 0 ? 'statement.nothing' : 'statement.note')],
    footer: t('notice.footer', { name: seller.name, taxNumber: seller.taxNumber }),
  };
}

function say(money: MoneyOnWire, language: Language): string {
  return formatMoney(parseMoney(money), language);
}

function tableOf({ statement, language }: StatementPaper, t: Texts): A4Document['table'] {
  return {
    columns: [
      { label: t('notice.column.invoice'), align: 'left', share: 4 },
      { label: t('notice.column.due'), align: 'left', share: 2 },
      { label: t('statement.amount'), align: 'right', share: 2 },
      { label: t('notice.column.open'), align: 'right', share: 2 },
    ],
    rows: statement.items.map(({ invoiceNumber, dueOn, daysOverdue, amount, open }) => [
      {
        text: invoiceNumber,
        detail: daysOverdue === 0 ? '' : t('statement.late', { days: daysOverdue }),
      },
      formatDate(dueOn, language),
      say(amount, language),
      say(open, language),
    ]),
  };
}

function totalsOf(
  { open, unapplied, balance }: CustomerStatement['totals'][number],
  language: Language,
): A4Document['totals'] {
  const t = textsFor(language);
  return [
    [t('statement.open'), say(open, language)],
    [t('notice.held'), say(unapplied, language)],
    [t('statement.balance'), say(balance, language)],
  ];
}
