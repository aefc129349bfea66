import { assert } from '../../domain/assert.js';
import type { Emphasis, ReceiptBlock } from '../receipt/receipt-block.js';
import type { ReceiptDocument } from '../receipt/receipt-document.js';
import {
  COLOURS,
  drawPicture,
  drawQr,
  drawRule,
  fitted,
  newPdf,
  pdfBytes,
  POINTS_PER_MM,
  textHeight,
  textWidth,
  writeText,
  type Pdf,
  type Style,
} from './pdf.js';

const PAGE_WIDTH = 80 * POINTS_PER_MM;
const MARGIN = 6 * POINTS_PER_MM;
const WIDTH = PAGE_WIDTH - 2 * MARGIN;
const GAP = 8;
const LINE_GAP = 1.5;
const INDENT = 5;
const LOGO = { width: WIDTH * (2 / 3), height: 20 * POINTS_PER_MM };
const QR_WIDTH = 36 * POINTS_PER_MM;
/** When the label would be narrower than this, the value goes below it. */
const LABEL_WIDTH_MIN = WIDTH / 4;

const NORMAL: Style = { font: 'sans', size: 8, colour: COLOURS.ink };
const STYLES: Readonly<Record<Emphasis | 'title' | 'banner' | 'caption', Style>> = {
  normal: NORMAL,
  strong: { ...NORMAL, font: 'sansStrong' },
  total: { ...NORMAL, font: 'sansStrong', size: 13 },
  title: { ...NORMAL, font: 'sansStrong', size: 15 },
  banner: { font: 'sansStrong', size: 12, colour: COLOURS.paper },
  caption: { ...NORMAL, size: 7, colour: COLOURS.soft },
};

/** A part of the roll whose height is known before it is drawn. */
type Piece = Readonly<{ height: number; draw: (y: number) => void }>;

/**
 * The receipt as a PDF on an 80 mm roll, one page as long as it needs to be. The same document gives
 * the same bytes; the date inside is the sale's.
 */
export async function drawReceiptPdf(
  document: ReceiptDocument,
  logo?: Uint8Array,
): Promise<Buffer> {
  const pdf = newPdf({ title: document.receiptNumber, createdAt: document.capturedAt });
  const pieces = document.blocks.map((block) =>
    block.kind === 'logo' ? logoPiece(pdf, logo) : pieceOf(pdf, block),
  );
  const length = pieces.reduce((sum, { height }) => sum + height, 0);
  pdf.addPage({ size: [PAGE_WIDTH, length + 2 * MARGIN], margin: 0 });

  let y = MARGIN;
  for (const { height, draw } of pieces) {
    draw(y);
    y += height;
  }
  return pdfBytes(pdf);
}

function pieceOf(pdf: Pdf, block: Exclude<ReceiptBlock, { kind: 'logo' }>): Piece {
  switch (block.kind) {
    case 'title':
      return paragraph(pdf, block.text, { style: STYLES.title, align: 'center' });
    case 'banner':
      return bannerPiece(pdf, block.text);
    case 'text':
      return paragraph(pdf, block.text, { style: STYLES[block.emphasis], align: block.align });
    case 'columns':
      return columnsPiece(pdf, block);
    case 'rule':
      return rulePiece(pdf, block.weight);
    case 'space':
      return { height: 8, draw: () => undefined };
    case 'qr':
      return qrPiece(pdf, block);
  }
}

type Look = Readonly<{ style: Style; align: 'left' | 'center' }>;

function paragraph(pdf: Pdf, text: string, { style, align }: Look): Piece {
  const height = textHeight(pdf, text, { style, width: WIDTH }) + LINE_GAP;
  const draw = (y: number): void =>
    writeText(pdf, text, { style, align, x: MARGIN, y, width: WIDTH });
  return { height, draw };
}

function bannerPiece(pdf: Pdf, text: string): Piece {
  const style = STYLES.banner;
  const inner = textHeight(pdf, text, { style, width: WIDTH });
  return {
    height: inner + 14,
    draw: (y) => {
      pdf.rect(MARGIN, y, WIDTH, inner + 6).fill(COLOURS.ink);
      writeText(pdf, text, { style, align: 'center', x: MARGIN, y: y + 4, width: WIDTH });
    },
  };
}

type Columns = Extract<ReceiptBlock, { kind: 'columns' }>;

function columnsPiece(pdf: Pdf, { left, right, emphasis, indent }: Columns): Piece {
  const style = STYLES[emphasis];
  const x = MARGIN + (indent === 0 ? 0 : INDENT);
  const width = WIDTH - (x - MARGIN);
  const room = width - textWidth(pdf, right, style) - GAP;
  const isStacked = room < LABEL_WIDTH_MIN;
  const labelWidth = isStacked || right === '' ? width : room;
  const labelHeight = textHeight(pdf, left, { style, width: labelWidth });
  const valueHeight = textHeight(pdf, right, { style, width });
  return {
    height: (isStacked ? labelHeight + valueHeight : Math.max(labelHeight, valueHeight)) + LINE_GAP,
    draw: (y) => {
      writeText(pdf, left, { style, x, y, width: labelWidth });
      const valueY = isStacked ? y + labelHeight : y;
      writeText(pdf, right, { style, align: 'right', x, y: valueY, width });
    },
  };
}

function rulePiece(pdf: Pdf, weight: 'thin' | 'double'): Piece {
  const look = { colour: COLOURS.ink, weight: weight === 'double' ? 1.2 : 0.4 };
  return { height: 10, draw: (y) => drawRule(pdf, { x: MARGIN, y: y + 4.5, width: WIDTH }, look) };
}

type Qr = Extract<ReceiptBlock, { kind: 'qr' }>;

function qrPiece(pdf: Pdf, { payload, caption }: Qr): Piece {
  const style = STYLES.caption;
  return {
    height: QR_WIDTH + textHeight(pdf, caption, { style, width: WIDTH }),
    draw: (y) => {
      drawQr(pdf, payload, { x: (PAGE_WIDTH - QR_WIDTH) / 2, y, width: QR_WIDTH });
      writeText(pdf, caption, {
        style,
        align: 'center',
        x: MARGIN,
        y: y + QR_WIDTH,
        width: WIDTH,
      });
    },
  };
}

function logoPiece(pdf: Pdf, logo: Uint8Array | undefined): Piece {
  assert(logo !== undefined, 'the logo of the receipt is given');
  const { height } = fitted(logo, LOGO);
  const x = MARGIN + (WIDTH - LOGO.width) / 2;
  const draw = (y: number) => void drawPicture(pdf, logo, { x, y, ...LOGO, align: 'center' });
  return { height: height + GAP, draw };
}
