import type { A4Payment, A4Row } from './a4-content.js';
import { A4, roomFor } from './a4-frame.js';
import { COLOURS, drawQr, drawRule, textHeight, writeText, type Pdf } from './pdf.js';

const TOTALS_WIDTH = 250;
const TOTALS_ROW = 17;
const GRAND_ROW = 34;
const PADDING = 14;
const PAYMENT_LABEL_WIDTH = 130;
const QR_WIDTH = 112;

/** Totals at the right; the last one, the amount to pay, below a line. */
export function drawTotals(pdf: Pdf, rows: readonly A4Row[], top: number): number {
  const parts = rows.slice(0, -1);
  const grand = rows.at(-1);
  if (grand === undefined) return top;
  const x = A4.right - TOTALS_WIDTH;
  const start = roomFor(pdf, top, parts.length * TOTALS_ROW + GRAND_ROW + 8);
  const y = parts.reduce((at, [label, value]) => {
    writeText(pdf, label, { style: A4.styles.soft, x, y: at, width: TOTALS_WIDTH });
    writeText(pdf, value, {
      style: A4.styles.body,
      align: 'right',
      x,
      y: at,
      width: TOTALS_WIDTH - 7,
    });
    return at + TOTALS_ROW;
  }, start);
  drawGrand(pdf, grand, y);
  return y + GRAND_ROW + 18;
}

function drawGrand(pdf: Pdf, [label, value]: A4Row, y: number): void {
  const x = A4.right - TOTALS_WIDTH;
  drawRule(pdf, { x, y: y + 3, width: TOTALS_WIDTH }, { colour: COLOURS.accent, weight: 1 });
  writeText(pdf, label, { style: A4.styles.name, x, y: y + 12, width: TOTALS_WIDTH });
  writeText(pdf, value, {
    style: A4.styles.grand,
    align: 'right',
    x,
    y: y + 10,
    width: TOTALS_WIDTH - 7,
  });
}

/** A box with payment instructions; kept together on one page. */
export function drawPayment(pdf: Pdf, payment: A4Payment, top: number): number {
  const { heading, rows, qr } = payment;
  const textWidth = A4.width - 2 * PADDING - (qr === undefined ? 0 : QR_WIDTH + 8);
  const valueWidth = textWidth - PAYMENT_LABEL_WIDTH;
  const heights = rows.map(([, value]) => rowHeight(pdf, value, valueWidth));
  const text = 22 + heights.reduce((sum, height) => sum + height, 0);
  const inner =
    qr === undefined ? text : Math.max(text, QR_WIDTH + 4 + captionHeight(pdf, qr.caption));
  const height = inner + 2 * PADDING;
  const y = roomFor(pdf, top, height);

  pdf.roundedRect(A4.left, y, A4.width, height, 6).fillAndStroke(COLOURS.tint, COLOURS.hair);
  const x = A4.left + PADDING;
  writeText(pdf, heading, { style: A4.styles.name, x, y: y + PADDING - 2, width: textWidth });
  let at = y + PADDING + 22;
  rows.forEach(([label, value], index) => {
    writeText(pdf, label, { style: A4.styles.soft, x, y: at, width: PAYMENT_LABEL_WIDTH });
    const place = { style: A4.styles.strong, x: x + PAYMENT_LABEL_WIDTH, y: at, width: valueWidth };
    writeText(pdf, value, place);
    at += heights[index] ?? 0;
  });
  if (qr !== undefined) drawPaymentQr(pdf, qr, y + PADDING);
  return y + height + 18;
}

function rowHeight(pdf: Pdf, value: string, width: number): number {
  return textHeight(pdf, value, { style: A4.styles.strong, width }) + 4;
}

function captionHeight(pdf: Pdf, caption: string): number {
  return textHeight(pdf, caption, { style: A4.styles.small, width: QR_WIDTH });
}

function drawPaymentQr(
  pdf: Pdf,
  { payload, caption }: NonNullable<A4Payment['qr']>,
  y: number,
): void {
  const x = A4.right - PADDING - QR_WIDTH;
  drawQr(pdf, payload, { x, y, width: QR_WIDTH });
  const place = { style: A4.styles.small, x, y: y + QR_WIDTH + 4, width: QR_WIDTH };
  writeText(pdf, caption, { ...place, align: 'center' });
}

export function drawNotes(pdf: Pdf, notes: readonly string[], top: number): void {
  notes.reduce((at, note) => {
    const place = { style: A4.styles.soft, width: A4.width };
    const height = textHeight(pdf, note, place) + A4.paragraphGap;
    const y = roomFor(pdf, at, height);
    writeText(pdf, note, { ...place, x: A4.left, y });
    return y + height;
  }, top);
}
