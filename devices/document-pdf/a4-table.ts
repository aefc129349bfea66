import type { A4Cell, A4Table } from './a4-content.js';
import { A4, nextPage } from './a4-frame.js';
import { COLOURS, drawRule, textHeight, writeText, type Pdf } from './pdf.js';

const PADDING_X = 7;
const PADDING_Y = 5.5;
const DETAIL_GAP = 1;

type Column = Readonly<{ label: string; align: 'left' | 'right'; x: number; width: number }>;

/** Draws the table from `top` over as many pages as it takes. A row is never split between pages. */
export function drawTable(pdf: Pdf, table: A4Table, top: number): number {
  const columns = columnsOf(table);
  const head = headHeight(pdf, columns);
  const first = heightOf(pdf, columns, table.rows[0] ?? []);
  let y = drawHead(pdf, columns, top + head + first > A4.bottom ? nextPage(pdf) : top);
  for (const row of table.rows) {
    const height = heightOf(pdf, columns, row);
    if (y + height > A4.bottom) y = drawHead(pdf, columns, nextPage(pdf));
    drawRow(pdf, columns, { row, y });
    y += height;
    drawRule(pdf, { x: A4.left, y, width: A4.width }, { colour: COLOURS.hair, weight: 0.6 });
  }
  return y + 12;
}

function columnsOf({ columns }: A4Table): Column[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = A4.left;
  return columns.map(({ label, align, share }) => {
    const width = (A4.width * share) / whole;
    const column = { label, align, x: x + PADDING_X, width: width - 2 * PADDING_X };
    x += width;
    return column;
  });
}

function headHeight(pdf: Pdf, columns: readonly Column[]): number {
  const style = A4.styles.label;
  const texts = columns.map(({ label, width }) => textHeight(pdf, label, { style, width }));
  return Math.max(...texts) + 2 * PADDING_Y;
}

function drawHead(pdf: Pdf, columns: readonly Column[], y: number): number {
  const height = headHeight(pdf, columns);
  pdf.rect(A4.left, y, A4.width, height).fill(COLOURS.tint);
  for (const { label, align, x, width } of columns) {
    writeText(pdf, label, { style: A4.styles.label, align, x, y: y + PADDING_Y + 1, width });
  }
  drawRule(
    pdf,
    { x: A4.left, y: y + height, width: A4.width },
    { colour: COLOURS.accent, weight: 1 },
  );
  return y + height;
}

type Row = Readonly<{ row: readonly A4Cell[]; y: number }>;

function drawRow(pdf: Pdf, columns: readonly Column[], { row, y }: Row): void {
  columns.forEach((column, index) => {
    const { text, detail } = partsOf(row[index]);
    const { align, x, width } = column;
    const place = { style: A4.styles.body, align, x, y: y + PADDING_Y, width };
    writeText(pdf, text, place);
    if (detail === '') return;
    const below = place.y + textHeight(pdf, text, place) + DETAIL_GAP;
    writeText(pdf, detail, { ...place, style: A4.styles.small, y: below });
  });
}

function heightOf(pdf: Pdf, columns: readonly Column[], row: readonly A4Cell[]): number {
  const heights = columns.map(({ width }, index) => {
    const { text, detail } = partsOf(row[index]);
    const body = textHeight(pdf, text, { style: A4.styles.body, width });
    if (detail === '') return body;
    return body + DETAIL_GAP + textHeight(pdf, detail, { style: A4.styles.small, width });
  });
  return Math.max(...heights) + 2 * PADDING_Y;
}

function partsOf(cell: A4Cell | undefined): Readonly<{ text: string; detail: string }> {
  return typeof cell === 'object' ? cell : { text: cell ?? '', detail: '' };
}
