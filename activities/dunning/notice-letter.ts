import type { A4Document } from '../../devices/document-pdf/a4-content.js';
import { renderPdf } from '../../devices/document-pdf/pdf-desk.js';
import type { Logo } from '../../devices/logo/logo.js';
import { parseCurrency, type CurrencyCode } from '../../domain/money/currency.js';
import { formatMoney, type Language } from '../../domain/money/format-money.js';
import { formatDate } from '../../platform/dates.js';
import { languageOf, textsFor, type Texts } from '../../platform/texts.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import type * as dunningCommands from '../../prisma/commands/dunning.js';
import { renderTemplate, renderWords } from '../mail/render-template.js';
import type { LetterField } from '../mail/letter-text.js';
import type { MailAttachment } from '../mail/send-mail.js';
import { letterTone } from './letter-tone.js';

/** The answer of `notice_paper` for an existing letter; amounts in the smallest booked unit. */
export type NoticePaper = NonNullable<AnswerOf<typeof dunningCommands.noticePaper>>;

export type NoticeLetter = Readonly<{
  language: Language;
  subject: string;
  text: string;
  attachments: readonly MailAttachment[];
  /** Of the sender, when the letter was decided. */
  logo: Logo | undefined;
}>;

/** A letter in the language of its addressee: plain text, and the same on paper as PDF. */
export async function writeNoticeLetter(
  paper: NoticePaper,
  logo: Logo | undefined,
): Promise<NoticeLetter> {
  const language = languageOf(paper.language);
  const letter = readable(paper, language);
  const t = textsFor(language);
  const document = documentOf(paper, { letter, logo, t });
  return {
    language,
    logo,
    ...mailOf(letter, language),
    attachments: [
      {
        filename: `${letter.title} ${paper.businessDay}.pdf`,
        contentType: 'application/pdf',
        content: await renderPdf({ kind: 'a4', document, language }),
      },
    ],
  };
}

/** Subject and text of a letter, without the paper. */
export function noticeTextOf(paper: NoticePaper): Readonly<{ subject: string; text: string }> {
  const language = languageOf(paper.language);
  return mailOf(readable(paper, language), language);
}

function mailOf(letter: Readable, language: Language) {
  return { subject: letter.subject, text: renderTemplate('dunning-notice', language, letter) };
}

/** Subject, opening and closing: the words of the company, where two people put some in force, else those of the product. */
function wordsOf(
  { words, lines }: NoticePaper,
  fields: Readonly<Omit<Record<LetterField, string>, 'count'>>,
  { t, opening }: Readonly<{ t: Texts; opening: string }>,
) {
  const count = lines.length;
  if (words === null) {
    const { title, toPay, phone } = fields;
    const subject = t('notice.subject', { title, total: toPay, count });
    return { subject, opening, closing: t('notice.closing', { phone }) };
  }
  const say = (source: string): string => renderWords(source, { ...fields, count });
  return {
    subject: say(words.subject),
    opening: say(words.opening),
    closing: say(words.closing),
  };
}

function readable(paper: NoticePaper, language: Language) {
  const t = textsFor(language);
  const currency = parseCurrency(paper.currency);
  const say = (amount: bigint): string => formatMoney({ amount, currency }, language);
  const { tone, reminders } = letterTone(paper.lines);
  const fees = paper.lines.reduce((sum, { feeAmount }) => sum + BigInt(feeAmount), 0n);
  const held = paper.lines.reduce((sum, { heldAmount }) => sum + BigInt(heldAmount), 0n);
  const aside = paper.lines.reduce((sum, { asideAmount }) => sum + BigInt(asideAmount), 0n);
  const fields = {
    customerName: paper.customer.name,
    title: t(`notice.${tone}.title`, { reminders }),
    total: say(BigInt(paper.total)),
    toPay: say(BigInt(paper.total) - held - aside + fees),
    phone: paper.seller.phone,
    sellerName: paper.seller.name,
  };
  return {
    ...fields,
    ...wordsOf(paper, fields, { t, opening: t(`notice.${tone}.opening`) }),
    lines: paper.lines.map((line) => readableLine(line, { currency, language })),
    held: held > 0n ? say(held) : '',
    aside: aside > 0n ? say(aside) : '',
    isLess: held + aside > 0n,
    fees: fees > 0n ? say(fees) : '',
    bankName: paper.seller.bankName ?? '',
    bankAccount: paper.seller.bankAccount ?? '',
  };
}

type Readable = ReturnType<typeof readable>;

function readableLine(
  line: NoticePaper['lines'][number],
  { currency, language }: Readonly<{ currency: CurrencyCode; language: Language }>,
) {
  const fee = BigInt(line.feeAmount);
  return {
    number: line.number,
    paymentReference: line.paymentReference,
    issued: formatDate(line.issuedOn, language),
    due: line.dueOn === null ? '' : formatDate(line.dueOn, language),
    open: formatMoney({ amount: BigInt(line.openAmount), currency }, language),
    fee: fee > 0n ? formatMoney({ amount: fee, currency }, language) : '',
    saying: sayingOf(line, language),
  };
}

/** What the letter says of one invoice: whether we have reminded of it before, until when to pay, and what comes then. */
function sayingOf(
  { remindedOn, payBy, follows }: NoticePaper['lines'][number],
  language: Language,
): string {
  const t = textsFor(language);
  const before =
    remindedOn === null ? [] : [t('notice.reminded', { date: formatDate(remindedOn, language) })];
  return [...before, t(`notice.payBy.${follows}`, { date: formatDate(payBy, language) })].join(' ');
}

function documentOf(
  paper: NoticePaper,
  { letter, logo, t }: Readonly<{ letter: Readable; logo: Logo | undefined; t: Texts }>,
): A4Document {
  const { customer, seller, businessDay } = paper;
  const language = languageOf(paper.language);
  return {
    title: letter.title,
    createdAt: `${businessDay}T00:00:00Z`,
    seller: { name: seller.name, logo: logo?.png, lines: [seller.address, seller.phone] },
    buyer: { name: customer.name, lines: [customer.address] },
    meta: [
      [t('notice.date'), formatDate(businessDay, language)],
      [t('notice.customer'), customer.number],
    ],
    opening: [t('notice.greeting', { name: customer.name }), letter.opening],
    table: tableOf(letter, t),
    totals: totalsOf(letter, t),
    payment: paymentOf(letter, t),
    notes: [
      ...(letter.held === '' ? [] : [t('notice.heldNote', { held: letter.held })]),
      letter.closing,
    ],
    footer: t('notice.footer', { name: seller.name, taxNumber: seller.taxNumber }),
  };
}

/**
 * The open amount, less the money that we hold and what is disputed or promised, plus fees; figures equal to the last
 * line are not shown.
 */
function totalsOf({ total, held, aside, fees, toPay }: Readable, t: Texts): A4Document['totals'] {
  const parts = [
    ...(held === '' ? [] : ([[t('notice.held'), `- ${held}`]] as const)),
    ...(aside === '' ? [] : ([[t('notice.aside'), `- ${aside}`]] as const)),
    ...(fees === '' ? [] : ([[t('notice.fees'), fees]] as const)),
  ];
  return [
    ...(parts.length === 0 ? [] : ([[t('notice.total'), total]] as const)),
    ...parts,
    [t('notice.toPay'), toPay],
  ];
}

function tableOf({ lines, fees }: Readable, t: Texts): NonNullable<A4Document['table']> {
  const hasFees = fees !== '';
  return {
    columns: [
      { label: t('notice.column.invoice'), align: 'left', share: 5 },
      { label: t('notice.column.due'), align: 'left', share: 2 },
      ...(hasFees ? ([{ label: t('notice.column.fee'), align: 'right', share: 2 }] as const) : []),
      { label: t('notice.column.open'), align: 'right', share: 2 },
    ],
    rows: lines.map(({ number, paymentReference, issued, due, open, fee, saying }) => [
      {
        text: `${number} ${t('notice.issued', { date: issued })}`,
        detail: `${t('notice.reference', { reference: paymentReference })}\n${saying}`,
      },
      due,
      ...(hasFees ? [fee] : []),
      open,
    ]),
  };
}

function paymentOf(letter: Readable, t: Texts): A4Document['payment'] {
  if (letter.bankAccount === '') return undefined;
  return {
    heading: t('notice.payment'),
    rows: [
      [t('notice.bank'), letter.bankName],
      [t('notice.account'), letter.bankAccount],
      [t('notice.accountName'), letter.sellerName],
    ],
  };
}
