import { inflateSync } from 'node:zlib';
import type { Picture } from './read-qr.js';

export type PdfPage = Readonly<{
  width: number;
  height: number;
  text: string;
  boxes: readonly FilledBox[];
}>;

/** A filled rectangle in points from the top left corner, in the order in which they are drawn. */
type FilledBox = Readonly<{ x: number; y: number; width: number; height: number; isDark: boolean }>;

/**
 * Reads a PDF as a reader does: pages from the page tree, letters through the tables the fonts carry
 * (ToUnicode), so that what is found here can also be searched and copied. One drawn piece a line.
 */
export function readPdf(pdf: Buffer): PdfPage[] {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? [];
      const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]));
      const text = textOf(content?.stream ?? '', fonts);
      const boxes = boxesOf(content?.stream ?? '');
      return { width: Number(width), height: Number(height), text, boxes };
    });
}

type PdfObject = Readonly<{ head: string; stream: string }>;

function objectsOf(pdf: Buffer): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const source = pdf.toString('latin1');
  for (const { 1: number, 2: body = '' } of source.matchAll(
    /^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm,
  )) {
    const [head = '', stream] = body.split('\nstream\n');
    objects.set(Number(number), {
      head,
      stream: inflated(stream?.replace(/\nendstream$/, '') ?? ''),
    });
  }
  return objects;
}

function inflated(stream: string): string {
  const bytes = Buffer.from(stream, 'latin1');
  return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : stream;
}

type Letters = ReadonlyMap<number, string>;

function fontsOf(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<string, Letters> {
  const fonts = new Map<string, Letters>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number))?.head ?? '')?.[1];
      fonts.set(name, lettersOf(objects.get(Number(table))?.stream ?? ''));
    }
  }
  return fonts;
}

/** `<0000> <003a> [<0000> <0050> ...]`: glyphs from the first to the second, and their letters. */
function lettersOf(table: string): Letters {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([\w ]+)>/g)].forEach(([, hex = ''], index) => {
      const units = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16();
      letters.set(parseInt(first, 16) + index, units.toString('utf16le'));
    });
  }
  return letters;
}

function textOf(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  const pieces: string[] = [];
  for (const { 1: font, 2: drawn } of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    const glyphs = [...(drawn ?? '').matchAll(/<(\w+)>/g)].flatMap(
      ([, hex = '']) => hex.match(/.{4}/g) ?? [],
    );
    if (drawn !== undefined)
      pieces.push(glyphs.map((glyph) => letters.get(parseInt(glyph, 16)) ?? '').join(''));
  }
  return pieces.join('\n');
}

const NUMBER = '(-?[\\d.]+)';
const FILL_COLOUR = `${NUMBER} ${NUMBER} ${NUMBER} scn`;
const BOX = `${NUMBER} ${NUMBER} ${NUMBER} ${NUMBER} re`;
const DRAWING = new RegExp(`^(?:${FILL_COLOUR}|${BOX}|(f))$`, 'gm');

function boxesOf(content: string): FilledBox[] {
  let isDark = true;
  let path: Omit<FilledBox, 'isDark'>[] = [];
  const filled: FilledBox[] = [];
  for (const [, red, green, blue, x, y, width, height, fill] of content.matchAll(DRAWING)) {
    if (red !== undefined) isDark = Number(red) + Number(green) + Number(blue) < 1.5;
    if (x !== undefined)
      path.push({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) });
    if (fill === undefined) continue;
    filled.push(...path.map((box) => ({ ...box, isDark })));
    path = [];
  }
  return filled;
}

const DOTS_PER_POINT = 2;

/** The filled rectangles of a page as a picture in RGBA; letters are left out. */
export function pictureOf(page: PdfPage): Picture {
  const [width, height] = [page.width, page.height].map((length) =>
    Math.ceil(length * DOTS_PER_POINT),
  ) as [number, number];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const { isDark, ...box } of page.boxes) {
    const left = Math.round(box.x * DOTS_PER_POINT);
    const right = Math.round((box.x + box.width) * DOTS_PER_POINT);
    const bottom = Math.round((box.y + box.height) * DOTS_PER_POINT);
    for (let row = Math.round(box.y * DOTS_PER_POINT); row < bottom; row++)
      data.fill(isDark ? 0 : 255, (row * width + left) * 4, (row * width + right) * 4);
  }
  return { width, height, data };
}
