import { Refusal } from '../../domain/refusal.js';
import { readJpegHead } from './jpeg-head.js';
import { readPngHead } from './png-head.js';

/** What a file says of itself before anything is decoded. */
export type PictureHead = Readonly<{ kind: 'png' | 'jpeg'; width: number; height: number }>;

/** Four million points are a full page at 200 dpi; decoded they take 16 MB. */
const POINTS_MAX = 4_000_000;
/** Also on one side: a strip of a million by one is no logo. */
const SIDE_MAX = 4_000;
/** Below this nothing can be recognised on paper. */
const SIDE_MIN = 16;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** Other files that are handed in as pictures, by their first bytes. */
const OTHERS: readonly (readonly [name: string, begins: RegExp])[] = [
  ['an SVG', /^(?:\uFEFF|\s|<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)*<(?:\w+:)?svg[\s>/]/i],
  ['a GIF', /^GIF8/],
  ['a WebP', /^RIFF[\s\S]{4}WEBP/],
  ['a PDF', /^%PDF-/],
  ['a BMP', /^BM/],
  ['a TIFF', /^(?:II\*\0|MM\0\*)/],
  ['a HEIC or AVIF', /^[\s\S]{4}ftyp/],
];
/** An SVG may begin with notes. */
const LOOKED_AT = 1_024;

/**
 * Judges a picture by its bytes, whatever its name or media type says, before it is decoded.
 *
 * @throws Refusal `LOGO_FORMAT_UNSUPPORTED`, `LOGO_ANIMATED`, `LOGO_DAMAGED`, `LOGO_TOO_LARGE`, `LOGO_TOO_SMALL`
 */
export function readPictureHead(file: Uint8Array): PictureHead {
  const head = formatOf(file);
  const { width, height } = head;
  const size = `${width} x ${height} points`;
  if (width > SIDE_MAX || height > SIDE_MAX || width * height > POINTS_MAX) {
    const detail = `The picture has ${size}; at most ${SIDE_MAX} on a side and ${POINTS_MAX} in all are taken.`;
    throw new Refusal({ code: 'LOGO_TOO_LARGE', detail });
  }
  if (width >= SIDE_MIN && height >= SIDE_MIN) return head;
  const detail = `The picture has ${size}; below ${SIDE_MIN} on a side nothing is recognised on paper.`;
  throw new Refusal({ code: 'LOGO_TOO_SMALL', detail });
}

function formatOf(file: Uint8Array): PictureHead {
  if (beginsWith(file, PNG)) return { kind: 'png', ...readPngHead(file) };
  if (beginsWith(file, JPEG)) return { kind: 'jpeg', ...readJpegHead(file) };
  const begin = Buffer.from(file.subarray(0, LOOKED_AT));
  const text = [begin.toString('latin1'), begin.toString('utf8'), begin.toString('utf16le')];
  const known = OTHERS.find(([, begins]) => text.some((read) => begins.test(read)));
  const name = known?.[0] ?? 'neither';
  const detail = `A logo is a PNG or a JPEG; this file is ${name}.`;
  throw new Refusal({ code: 'LOGO_FORMAT_UNSUPPORTED', detail });
}

function beginsWith(file: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => file[index] === byte);
}
