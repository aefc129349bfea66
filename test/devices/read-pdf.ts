import { inflateSync } from 'node:zlib';

export type PdfPage = Readonly<{ width: number; height: number; text: string }>;

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
      return { width: Number(width), height: Number(height), text };
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
