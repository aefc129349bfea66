import { BREAK_AT, MIX, SHORT_TEXT_LENGTH } from './mix.js';
import type { OneInvoiceHabit, SeveralHabit } from './customers.js';
import type { Draw } from './draw.js';
import type { Owed } from './invoices.js';

/** How the words of a payment name what it pays. */
export type Naming =
  | OneInvoiceHabit
  | SeveralHabit
  | 'typo'
  | 'broken'
  | 'cut'
  | 'cut list'
  | 'paid invoice'
  | 'virtual account'
  | 'virtual account of invoice';

export type Words = Readonly<{ text: string; naming: Naming }>;

const BEFORE = [
  '',
  '',
  'BYR ',
  'Pembayaran ',
  'PEMBAYARAN INVOICE ',
  'bayar inv ',
  'TRSF ',
  'Pelunasan ',
  'utk ',
  'No. ',
];
const AFTER = ['', '', '', ' terima kasih', ' lunas', ' tks', ' a/n toko', ' via BI-FAST'];
const WITHOUT = [
  '',
  'TRSF E-BANKING CR',
  'pembayaran',
  'bayar tagihan',
  'Pelunasan tagihan Maret',
  'setoran tunai',
  'transfer dana',
  'BYR BARANG',
  'BI-FAST CR TRANSFER DR 008',
];

/** The words with which a payer names one instalment of one invoice. */
export function nameOne(draw: Draw, owed: Owed, habit: OneInvoiceHabit): Words {
  if (habit === 'none') return { text: withoutNumber(draw), naming: 'none' };
  const instalment =
    owed.instalments > 1 && draw.chance(0.5) ? ` ${instalmentWords(draw, owed)}` : '';
  const written = writtenAs(draw, owed, habit);
  const before = draw.pick(BEFORE);
  const whole = `${before}${written}${instalment}${draw.pick(AFTER)}`;
  if (habit === 'sequence')
    return {
      text: `${draw.pick(['inv ', 'faktur ', 'FKT ', 'nota '])}${written}${instalment}`,
      naming: habit,
    };
  const share = MIX.payment;
  if (draw.chance(share.hasTypo))
    return { text: `${before}${mistyped(draw, written)}`, naming: 'typo' };
  if (draw.chance(share.isBroken))
    return { text: broken(`PEMBAYARAN BARANG UTK ${written}`), naming: 'broken' };
  if (draw.chance(share.isCut)) {
    const keeps = written.length - draw.between(1, 4);
    return { text: `${before}${written.slice(0, keeps)}`, naming: 'cut' };
  }
  return { text: noise(draw, whole), naming: habit };
}

function writtenAs(
  draw: Draw,
  { invoiceNumber, paymentReference, sequence, series }: Owed,
  habit: OneInvoiceHabit,
): string {
  if (habit === 'number') return draw.chance(0.85) ? invoiceNumber : invoiceNumber.toLowerCase();
  if (habit === 'reference') return paymentReference;
  if (habit === 'sequence') {
    return draw.pick([
      String(sequence),
      String(sequence).padStart(6, '0'),
      `${sequence} ${series.split('/')[1] ?? ''}`,
    ]);
  }
  return regrouped(draw, { invoiceNumber, paymentReference });
}

/** The same digits with other signs between them, or none. */
function regrouped(
  draw: Draw,
  {
    invoiceNumber,
    paymentReference,
  }: Readonly<{ invoiceNumber: string; paymentReference: string }>,
): string {
  const way = draw.below(6);
  if (way === 0) return paymentReference.replaceAll(/(.{4})(?=.)/g, '$1 ');
  if (way === 1) return invoiceNumber.replaceAll(/[/-]/g, ' ');
  if (way === 2) return invoiceNumber.replaceAll(/[/-]/g, '');
  if (way === 3) return invoiceNumber.replaceAll(/[/-]/g, '.');
  if (way === 4) return invoiceNumber.replaceAll('/', '-');
  return invoiceNumber.replace(/-(?<check>\d)$/, '$<check>');
}

function instalmentWords(draw: Draw, { instalment, instalments }: Owed): string {
  return draw.pick([
    `cicilan ke-${instalment}`,
    `angsuran ${instalment}`,
    `termin ${instalment}/${instalments}`,
    `cicilan ${instalment}`,
  ]);
}

const LOOK_ALIKE: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B' };

/** One wrong digit, two swapped, one left out, one doubled, or a letter that looks like it. */
function mistyped(draw: Draw, written: string): string {
  const places = written
    .split('')
    .flatMap((sign, at) => (/\d/.test(sign) && at > written.length / 3 ? [at] : []));
  const at = draw.pick(places);
  const digit = written[at] ?? '';
  const next = written[at + 1] ?? '';
  const head = written.slice(0, at);
  const way = draw.byShare({ wrong: 0.35, swapped: 0.25, left: 0.15, doubled: 0.1, letter: 0.15 });
  if (way === 'swapped' && /\d/.test(next)) return `${head}${next}${digit}${written.slice(at + 2)}`;
  if (way === 'left') return head + written.slice(at + 1);
  if (way === 'doubled') return `${head}${digit}${written.slice(at)}`;
  if (way === 'letter' && LOOK_ALIKE[digit] !== undefined)
    return head + LOOK_ALIKE[digit] + written.slice(at + 1);
  return head + String((Number(digit) + draw.between(1, 9)) % 10) + written.slice(at + 1);
}

function broken(text: string): string {
  return `${text.slice(0, BREAK_AT)} ${text.slice(BREAK_AT)}`;
}

/** Dates, order numbers and telephone numbers that stand beside what matters. */
function noise(draw: Draw, text: string): string {
  const way = draw.below(12);
  if (way === 0) return `${text} PO ${draw.digits(8)}`;
  if (way === 1) return `TRSF E-BANKING CR ${draw.digits(4)}/FTSCY/WS${draw.digits(5)} ${text}`;
  if (way === 2) return `${text} 08${draw.digits(10)}`;
  return text;
}

export function withoutNumber(draw: Draw): string {
  return noise(draw, draw.pick(WITHOUT));
}

/** The words with which a payer names several invoices. `isShort`: the bank keeps 35 letters. */
export function nameSeveral(
  draw: Draw,
  paid: readonly Owed[],
  { habit, isShort }: Readonly<{ habit: SeveralHabit; isShort: boolean }>,
): Words {
  if (habit === 'none') return { text: withoutNumber(draw), naming: 'none' };
  const invoices = distinctInvoices(paid);
  const isRun = invoices.every(
    ({ sequence, series }, at) =>
      series === invoices[0]?.series && sequence === (invoices[0]?.sequence ?? 0) + at,
  );
  const naming = habit === 'range' && (!isRun || invoices.length < 3) ? 'list' : habit;
  const text = `${draw.pick(BEFORE)}${severalAs(draw, invoices, naming)}`;
  if (isShort && text.length > SHORT_TEXT_LENGTH) {
    return { text: text.slice(0, SHORT_TEXT_LENGTH), naming: 'cut list' };
  }
  return { text, naming };
}

function severalAs(draw: Draw, invoices: readonly Owed[], habit: SeveralHabit): string {
  const numbers = invoices.map(({ invoiceNumber }) => invoiceNumber);
  const [first = ''] = numbers;
  if (habit === 'range')
    return `${first}${draw.pick([' s/d ', ' sd ', ' - '])}${numbers.at(-1)?.split('/').at(-1) ?? ''}`;
  const sign = draw.pick([', ', ' ', ' dan ', '; ', ' + ']);
  if (habit === 'shortList') {
    const oneSeries = invoices.every(({ series }) => series === invoices[0]?.series);
    const rest = numbers.slice(1).map((one) => (oneSeries ? (one.split('/').at(-1) ?? '') : one));
    return [first, ...rest].join(sign);
  }
  return (
    draw.chance(0.35) ? invoices.map(({ paymentReference }) => paymentReference) : numbers
  ).join(sign);
}

function distinctInvoices(paid: readonly Owed[]): readonly Owed[] {
  return [...new Map(paid.map((owed) => [owed.invoiceId, owed])).values()];
}
