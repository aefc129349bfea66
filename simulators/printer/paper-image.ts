import { PNG } from 'pngjs';
import { qrCode } from '../../devices/qr-code.js';
import { glyphImage } from './glyphs.js';
import type { Align, PaperJob, PaperMark, TextRun } from './paper.js';

/** Font A of a printer with 203 dots per inch, and the default line spacing of 1/6 inch. */
const COLUMN_DOTS = 12;
const LETTER_DOTS = 24;
const LINE_DOTS = 30;
const MARGIN = 36;
const CUT_DOTS = 22;
const TOOTH_DOTS = 11;

/** A longer receipt is noise; the picture ends there. */
const HEIGHT_MAX = 20_000;

const PAPER = { r: 252, g: 251, b: 247 };
const INK = { r: 38, g: 36, b: 42 };
const TABLE = { r: 226, g: 224, b: 219 };

type Canvas = Readonly<{ png: PNG; margin: number; dots: number }>;
type Place = Readonly<{ x: number; y: number }>;
type Size = Readonly<{ width: number; height: number }>;

/** The paper of one job as a picture, one pixel per dot. */
export function paperImage(job: PaperJob, columns: number): Buffer {
  const dots = columns * COLUMN_DOTS;
  const heights = job.marks.map((mark) => heightOf(mark));
  const height = heights.reduce((sum, each) => sum + each, MARGIN);
  const isCutOff = job.marks.findLast((mark) => heightOf(mark) > 0)?.kind === 'cut';
  const below = isCutOff ? 0 : MARGIN;
  const size = { width: dots + 2 * MARGIN, height: Math.min(HEIGHT_MAX, height + below) };
  const canvas: Canvas = { png: new PNG(size), margin: MARGIN, dots };
  fillRect(canvas, { x: 0, y: 0, ...size }, PAPER);

  let y = MARGIN;
  job.marks.forEach((mark, index) => {
    drawMark(canvas, mark, y);
    y += heights[index] ?? 0;
  });
  return PNG.sync.write(canvas.png, { colorType: 2, filterType: 0, deflateStrategy: 0 });
}

function heightOf(mark: PaperMark): number {
  switch (mark.kind) {
    case 'text':
      return LINE_DOTS + LETTER_DOTS * (Math.max(1, ...mark.runs.map(({ height }) => height)) - 1);
    case 'feed':
      return mark.lines * LINE_DOTS;
    case 'qr':
      return qrDots(mark.payload, mark.cellSize);
    case 'image':
      return mark.height;
    case 'barcode':
      return LINE_DOTS;
    case 'cut':
      return CUT_DOTS;
    default:
      return 0;
  }
}

function drawMark(canvas: Canvas, mark: PaperMark, y: number): void {
  switch (mark.kind) {
    case 'text':
      return drawText(canvas, mark, y);
    case 'qr':
      return drawQr(canvas, mark, y);
    case 'image':
      return drawImage(canvas, mark, y);
    case 'barcode':
      return drawText(canvas, { align: mark.align, runs: [plainRun(`[${mark.data}]`)] }, y);
    case 'cut':
      return drawCut(canvas, y);
    default:
  }
}

function plainRun(text: string): TextRun {
  return { text, bold: false, underline: false, inverse: false, width: 1, height: 1 };
}

type Line = Readonly<{ align: Align; runs: readonly TextRun[] }>;

function drawText(canvas: Canvas, { align, runs }: Line, y: number): void {
  const columns = runs.reduce((sum, { text, width }) => sum + text.length * width, 0);
  const tallest = Math.max(1, ...runs.map(({ height }) => height));
  let x = startOf(canvas, align, columns * COLUMN_DOTS);
  for (const run of runs) {
    const cell = { width: COLUMN_DOTS * run.width, height: LETTER_DOTS * run.height };
    const top = y + LETTER_DOTS * (tallest - run.height);
    const box = { x, y: top, width: cell.width * run.text.length, height: cell.height };
    if (run.inverse) fillRect(canvas, { ...box, y: top - 2, height: cell.height + 6 }, INK);
    for (const character of run.text) {
      drawLetter(canvas, { run, character, cell }, { x, y: top });
      x += cell.width;
    }
    if (run.underline) fillRect(canvas, { ...box, y: top + cell.height, height: 2 }, INK);
  }
}

type Letter = Readonly<{ run: TextRun; character: string; cell: Size }>;

function drawLetter(canvas: Canvas, { run, character, cell }: Letter, at: Place): void {
  if (character === ' ') return;
  const glyph = glyphImage({ character, bold: run.bold, ...cell });
  glyph.ink.forEach((ink, index) => {
    if (ink === 0) return;
    const point = { x: at.x + (index % cell.width), y: at.y + Math.floor(index / cell.width) };
    blend(canvas, point, { colour: run.inverse ? PAPER : INK, share: ink / 255 });
  });
}

function qrDots(payload: string, cellSize: number): number {
  return qrCode(payload).size * cellSize;
}

type Qr = Extract<PaperMark, { kind: 'qr' }>;

function drawQr(canvas: Canvas, { payload, cellSize, align }: Qr, y: number): void {
  const { size, dark } = qrCode(payload);
  const left = startOf(canvas, align, size * cellSize);
  dark.forEach((module, at) => {
    if (module === 0) return;
    const x = left + (at % size) * cellSize;
    const top = y + Math.floor(at / size) * cellSize;
    fillRect(canvas, { x, y: top, width: cellSize, height: cellSize }, INK);
  });
}

type Image = Extract<PaperMark, { kind: 'image' }>;

function drawImage(canvas: Canvas, { align, width, height, bits }: Image, y: number): void {
  const bytes = Buffer.from(bits, 'base64');
  const left = startOf(canvas, align, width);
  for (let at = 0; at < width * height; at++) {
    const isDark = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    const point = { x: left + (at % width), y: y + Math.floor(at / width) };
    if (isDark === 1) blend(canvas, point, { colour: INK, share: 1 });
  }
}

/** A jagged edge: here the cutter went through. */
function drawCut(canvas: Canvas, y: number): void {
  const { width } = canvas.png;
  for (let x = 0; x < width; x++) {
    const tooth = Math.abs((x % (2 * TOOTH_DOTS)) - TOOTH_DOTS);
    fillRect(canvas, { x, y: y + tooth, width: 1, height: CUT_DOTS - tooth }, TABLE);
  }
}

function startOf({ margin, dots }: Canvas, align: Align, width: number): number {
  const spare = Math.max(0, dots - width);
  const share = { left: 0, center: 0.5, right: 1 }[align];
  return margin + Math.floor(spare * share);
}

type Colour = typeof PAPER;

function fillRect({ png }: Canvas, { x, y, width, height }: Place & Size, colour: Colour): void {
  const [left, right] = [Math.max(0, x), Math.min(png.width, x + width)];
  for (let row = Math.max(0, y); row < Math.min(png.height, y + height); row++) {
    for (let at = (row * png.width + left) * 4; at < (row * png.width + right) * 4; at += 4) {
      png.data[at] = colour.r;
      png.data[at + 1] = colour.g;
      png.data[at + 2] = colour.b;
      png.data[at + 3] = 255;
    }
  }
}

type Drop = Readonly<{ colour: Colour; share: number }>;

function blend({ png }: Canvas, { x, y }: Place, { colour, share }: Drop): void {
  if (x < 0 || y < 0 || x >= png.width || y >= png.height) return;
  const at = (y * png.width + x) * 4;
  const rest = 1 - share;
  png.data[at] = (png.data[at] ?? 0) * rest + colour.r * share;
  png.data[at + 1] = (png.data[at + 1] ?? 0) * rest + colour.g * share;
  png.data[at + 2] = (png.data[at + 2] ?? 0) * rest + colour.b * share;
}
