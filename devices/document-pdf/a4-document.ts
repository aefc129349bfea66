import type { Language } from '../../domain/money/format-money.js';
import { textsFor } from '../../platform/texts.js';
import type { A4Document } from './a4-content.js';
import { A4, drawTop, roomFor, stampPages } from './a4-frame.js';
import { drawNotes, drawPayment, drawTotals } from './a4-closing.js';
import { drawTable } from './a4-table.js';
import { newPdf, pdfBytes, textHeight, writeText, type Pdf } from './pdf.js';

/** Draws the document; tables continue over pages with a repeated head, and every page is numbered. */
export async function drawA4Document(document: A4Document, language: Language): Promise<Buffer> {
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
