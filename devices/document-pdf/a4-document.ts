import type { Language } from '../../domain/money/format-money.js';
import { textsFor } from '../../platform/texts.js';
import { A4, drawTop, roomFor, stampPages } from './a4-frame.js';
import { drawNotes, drawPayment, drawTotals } from './a4-closing.js';
import { drawTable } from './a4-table.js';
import { newPdf, pdfBytes, textHeight, writeText, type Pdf } from './pdf.js';

/**
 * A business letter with a table: invoice, credit note, dunning notice, statement of account. All texts
 * are ready for the reader: translated, money and dates formatted.
 */
export type A4Document = Readonly<{
  /** What it is, in the reader's language: `Faktur`, `Second reminder`. */
  title: string;
  /** RFC 3339; the date inside the file. The same content gives the same bytes. */
  createdAt: string;
  /** A word on the state of affairs beside the title, such as `LUNAS`. */
  status?: Readonly<{ text: string; tone: 'good' | 'warning' | 'neutral' }> | undefined;
  seller: A4Party;
  buyer: A4Party;
  /** Number, date, due date and the like, in order. */
  meta: readonly A4Row[];
  /** Paragraphs between the head and the table, for letters. */
  opening?: readonly string[] | undefined;
  table?: A4Table | undefined;
  /** The last one is the one that counts and is set apart. */
  totals: readonly A4Row[];
  payment?: A4Payment | undefined;
  notes: readonly string[];
  /** Small print at the foot of every page. */
  footer: string;
}>;

export type A4Party = Readonly<{ name: string; lines: readonly string[] }>;

export type A4Row = readonly [label: string, value: string];

export type A4Table = Readonly<{
  /** `share` is the column's part of the width; shares are relative to each other. */
  columns: readonly Readonly<{ label: string; align: 'left' | 'right'; share: number }>[];
  rows: readonly (readonly A4Cell[])[];
}>;

/** `detail` stands smaller below the text: a SKU under an item, a document under an amount. */
export type A4Cell = string | Readonly<{ text: string; detail: string }>;

/** How to pay: reference, virtual account, bank; `qr` holds a payload to scan (ASCII). */
export type A4Payment = Readonly<{
  heading: string;
  rows: readonly A4Row[];
  qr?: Readonly<{ payload: string; caption: string }> | undefined;
}>;

/** Renders the document; tables continue over pages with their head, and every page is numbered. */
export async function renderA4Document(document: A4Document, language: Language): Promise<Buffer> {
  const t = textsFor(language);
  const pdf = newPdf({ title: document.title, createdAt: document.createdAt });
  pdf.addPage({ size: 'A4', margin: 0 });

  let y = drawTop(pdf, document, t('document.buyer'));
  y = drawOpening(pdf, document.opening ?? [], y);
  if (document.table !== undefined) y = drawTable(pdf, document.table, y);
  y = drawTotals(pdf, document.totals, y);
  if (document.payment !== undefined) y = drawPayment(pdf, document.payment, y);
  drawNotes(pdf, document.notes, y);
  stampPages(pdf, document, t);
  return pdfBytes(pdf);
}

function drawOpening(pdf: Pdf, paragraphs: readonly string[], top: number): number {
  const end = paragraphs.reduce((at, paragraph) => {
    const place = { style: A4.styles.body, width: A4.width };
    const height = textHeight(pdf, paragraph, place) + A4.paragraphGap;
    const y = roomFor(pdf, at, height);
    writeText(pdf, paragraph, { ...place, x: A4.left, y });
    return y + height;
  }, top);
  return paragraphs.length === 0 ? end : end + A4.paragraphGap;
}
