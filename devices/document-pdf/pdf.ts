import PDFDocument from 'pdfkit';
import { QUIET_ZONE_MODULES, qrCode } from '../qr-code.js';
import { isForeign } from './font-runs.js';
import { foreignHeight, foreignWidth, writeForeign } from './foreign-text.js';
import { LEADING, use, type Box, type Pdf, type Style, type TextAt } from './pdf-style.js';
import { pdfText } from './pdf-text.js';

export type { Box, Pdf, Style } from './pdf-style.js';

export const COLOURS = {
  ink: '#1b1f24',
  soft: '#5f6b76',
  hair: '#d9dee3',
  tint: '#f3f6f5',
  accent: '#0b5f4e',
  paper: '#ffffff',
} as const;

/** A point is 1/72 inch. */
export const POINTS_PER_MM = 72 / 25.4;

// The library accepts null for "no font"; its types do not say so.
const NO_FONT_YET = null as unknown as string;

/**
 * A document without a page yet. `createdAt` (RFC 3339) is the date of the content, not the present time: the same
 * content gives the same bytes.
 */
export function newPdf({ title, createdAt }: Readonly<{ title: string; createdAt: string }>): Pdf {
  const date = new Date(createdAt);
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    font: NO_FONT_YET,
    info: {
      Title: pdfText(title),
      Creator: 'Lunas',
      Producer: 'Lunas',
      CreationDate: date,
      ModDate: date,
    },
  });
}

/** Ends the document and returns its bytes. */
export async function pdfBytes(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return await new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.once('end', () => resolve(Buffer.concat(chunks)));
    pdf.once('error', reject);
    pdf.end();
  });
}

/** Height in points that the text takes in a width. */
export function textHeight(
  pdf: Pdf,
  text: string,
  { style, width }: Pick<TextAt, 'style' | 'width'>,
): number {
  const shown = pdfText(text) || ' ';
  if (isForeign(shown)) return foreignHeight(pdf, shown, { style, width });
  use(pdf, style);
  return pdf.heightOfString(shown, { width, lineGap: style.size * LEADING });
}

export function textWidth(pdf: Pdf, text: string, style: Style): number {
  const shown = pdfText(text);
  if (isForeign(shown)) return foreignWidth(pdf, shown, style);
  use(pdf, style);
  return pdf.widthOfString(shown);
}

/** Writes within a width, at a place; the cursor of the document is of no importance. */
export function writeText(pdf: Pdf, text: string, at: TextAt): void {
  const { style, x, y, width, align } = at;
  const shown = pdfText(text);
  if (isForeign(shown)) return writeForeign(pdf, shown, at);
  use(pdf, style);
  pdf.fillColor(style.colour);
  pdf.text(shown, x, y, { width, lineGap: style.size * LEADING, align: align ?? 'left' });
}

export function drawRule(
  pdf: Pdf,
  { x, y, width }: Box,
  look: Readonly<{ colour: string; weight: number }>,
): void {
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(look.weight)
    .strokeColor(look.colour)
    .stroke();
}

/** A PNG as large as its box allows, from the upper edge. Returns its height. */
export function drawPicture(
  pdf: Pdf,
  png: Uint8Array,
  { x, y, width, height, align }: Box & Readonly<{ height: number; align?: 'center' }>,
): number {
  const bytes = Buffer.from(png);
  const size = fitted(bytes, { width, height });
  const left = align === 'center' ? x + (width - size.width) / 2 : x;
  pdf.image(bytes, left, y, size);
  return size.height;
}

/** The size at which a PNG fills a box. */
export function fitted(
  png: Uint8Array,
  box: Readonly<{ width: number; height: number }>,
): { width: number; height: number } {
  // Width and height in the head of a PNG (IHDR).
  const [width, height] = [16, 20].map((at) => Buffer.from(png).readUInt32BE(at));
  const share = Math.min(box.width / (width ?? 1), box.height / (height ?? 1));
  return { width: (width ?? 1) * share, height: (height ?? 1) * share };
}

/** A QR code with its quiet zone in `width` points, as one filled shape: sharp at any size. */
export function drawQr(pdf: Pdf, payload: string, { x, y, width }: Box): void {
  const { size, dark } = qrCode(payload);
  const module = width / (size + 2 * QUIET_ZONE_MODULES);
  const quiet = QUIET_ZONE_MODULES * module;
  pdf.rect(x, y, width, width).fill(COLOURS.paper);
  for (const { row, from, to } of darkRuns({ size, dark })) {
    pdf.rect(x + quiet + from * module, y + quiet + row * module, (to - from) * module, module);
  }
  pdf.fill(COLOURS.ink);
}

/** Runs instead of single modules: hairlines between them would show on screen. */
function darkRuns({
  size,
  dark,
}: {
  size: number;
  dark: Uint8Array;
}): { row: number; from: number; to: number }[] {
  return Array.from({ length: size }, (_, row) => {
    const line = dark.subarray(row * size, (row + 1) * size).join('');
    return [...line.matchAll(/1+/g)].map(({ 0: run, index }) => ({
      row,
      from: index,
      to: index + run.length,
    }));
  }).flat();
}
