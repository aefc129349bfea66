import { printable } from './printable-text.js';
import type { Emphasis, ReceiptBlock } from './receipt-block.js';
import type { ReceiptDocument } from './receipt-document.js';

/** Columns of a line in the printer's normal font: 58 mm paper has 32, 80 mm paper 42 or 48. */
export type PaperWidth = 32 | 42 | 48;

/** `tall`: a total that is too long for double-width letters. */
export type LineStyle = Emphasis | 'tall' | 'title' | 'banner';

/**
 * One line of paper. A `left` text already fills its columns; a `center` text is shorter and is centred by the printer.
 * Titles, banners and totals are printed twice as wide.
 */
export type PrintLine =
  | Readonly<{ kind: 'text'; text: string; align: 'left' | 'center'; style: LineStyle }>
  | Readonly<{ kind: 'qr'; payload: string }>
  | Readonly<{ kind: 'logo' }>;

/** When the label would be narrower than this, the value gets a line of its own. */
const LABEL_COLUMNS_MIN = 10;
/** Letters of titles, banners and totals take two columns each. */
const WIDE = 2;
const CUT_SIGN = '..';

/**
 * The document as plain lines of at most `width` characters, printable ASCII throughout. Pure: the
 * same document gives the same lines on every machine.
 */
export function toLines(document: ReceiptDocument, width: PaperWidth): string[] {
  return layOut(document, { ...PLAIN, width }).flatMap((line) => {
    if (line.kind !== 'text') return [];
    return [line.align === 'center' ? centre(line.text, width) : line.text.trimEnd()];
  });
}

/**
 * The target paper. Without `hasQr` words replace codes; without `hasSizes` all letters have the same width; without
 * `hasImages` there is no logo.
 */
export type Paper = Readonly<{
  width: PaperWidth;
  hasQr: boolean;
  hasSizes: boolean;
  hasImages: boolean;
}>;

const PLAIN = { hasQr: false, hasSizes: false, hasImages: false } as const;

/** The same lines with the information for the printer: style, alignment and codes. */
export function layOut(document: ReceiptDocument, paper: Paper): PrintLine[] {
  return document.blocks.flatMap((block) => layOutBlock(block, paper));
}

function layOutBlock(
  block: ReceiptBlock,
  { width, hasQr, hasSizes, hasImages }: Paper,
): PrintLine[] {
  const wideWidth = hasSizes ? width / WIDE : width;
  switch (block.kind) {
    case 'logo':
      return hasImages ? [{ kind: 'logo' }] : [];
    case 'qr':
      return qrLines(block, { width, hasQr });
    default:
      return layOutText(block, { width, wideWidth });
  }
}

type Written = Exclude<ReceiptBlock, { kind: 'logo' | 'qr' }>;

function layOutText(
  block: Written,
  { width, wideWidth }: Readonly<{ width: number; wideWidth: number }>,
): PrintLine[] {
  switch (block.kind) {
    case 'title':
    case 'banner':
      return wrap(printable(block.text), wideWidth).map((text) => line(text, 'center', block.kind));
    case 'text':
      return cutTo(wrap(printable(block.text), width), block.linesMax, width).map((text) =>
        line(text, block.align, block.emphasis),
      );
    case 'columns':
      return block.emphasis === 'total'
        ? totalLines(block, { width, wideWidth })
        : columnLines(block, width).map((text) => line(text, 'left', block.emphasis));
    case 'rule':
      return [line((block.weight === 'double' ? '=' : '-').repeat(width), 'left', 'normal')];
    case 'space':
      return [line('', 'left', 'normal')];
  }
}

type Qr = Extract<ReceiptBlock, { kind: 'qr' }>;

function qrLines(
  { payload, caption, inWords }: Qr,
  { width, hasQr }: Pick<Paper, 'width' | 'hasQr'>,
): PrintLine[] {
  const words = wrap(printable(hasQr ? caption : inWords), width);
  return [
    // The empty line is the quiet zone below the code; the space before the block is the quiet zone
    // above it.
    ...(hasQr ? [{ kind: 'qr', payload } as const, line('', 'left', 'normal')] : []),
    ...words.map((text) => line(text, 'center', 'normal')),
  ];
}

function line(text: string, align: 'left' | 'center', style: LineStyle): PrintLine {
  return { kind: 'text', text, align, style };
}

type Columns = Extract<ReceiptBlock, { kind: 'columns' }>;

/** Twice as wide if that fits on one line, else only twice as tall. */
function totalLines(
  block: Columns,
  { width, wideWidth }: Readonly<{ width: number; wideWidth: number }>,
): PrintLine[] {
  const [wide, ...more] = columnLines(block, wideWidth);
  if (wide !== undefined && more.length === 0) return [line(wide, 'left', 'total')];
  return columnLines(block, width).map((text) => line(text, 'left', 'tall'));
}

/** Label left, value right. Too long for one line: the label wraps, the value stays whole below it. */
function columnLines({ left, right, indent }: Columns, width: number): string[] {
  const margin = ' '.repeat(indent);
  const label = printable(left);
  const value = printable(right);
  if (value === '') return wrap(label, width - indent).map((text) => margin + text);

  const room = width - indent - value.length - 1;
  if (label.length <= room) return [margin + label + value.padStart(width - indent - label.length)];
  if (room >= LABEL_COLUMNS_MIN) {
    const labels = wrap(label, room);
    const last = labels.pop() ?? '';
    return [
      ...labels.map((text) => margin + text),
      margin + last + value.padStart(width - indent - last.length),
    ];
  }
  return [
    ...wrap(label, width - indent).map((text) => margin + text),
    ...wrap(value, width).map((text) => text.padStart(width)),
  ];
}

/** Breaks at blanks; a word longer than the line is broken at the line's end. Returns at least one line. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, width))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length <= width) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

/** Parts of a word that fit the line, cut after a hyphen if possible, so that ids stay readable. */
function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (rest.length > width) {
    const hyphen = rest.lastIndexOf('-', width - 1);
    const end = hyphen > 0 ? hyphen + 1 : width;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function cutTo(lines: string[], linesMax: number | undefined, width: number): string[] {
  const last = lines[(linesMax ?? lines.length) - 1];
  if (linesMax === undefined || lines.length <= linesMax || last === undefined) return lines;
  return [
    ...lines.slice(0, linesMax - 1),
    last.slice(0, width - CUT_SIGN.length).trimEnd() + CUT_SIGN,
  ];
}

function centre(text: string, width: number): string {
  return ' '.repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;
}
