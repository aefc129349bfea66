import type { PaperWidth } from '../receipt/receipt-lines.js';
import { lightness, type Logo, type Picture } from './logo.js';
import { shrink } from './shrink.js';
import { pictureOf } from './to-logo.js';

/** Black and white dots of a thermal printer, row by row, eight a byte, the left one first. */
export type Raster = Readonly<{ widthBytes: number; height: number; bits: Uint8Array }>;

const DOTS_PER_COLUMN = 12;
/** Two thirds of the paper, and 20 mm at 203 dpi. On the widest paper 7,680 bytes: `FLUSH` completes a broken one. */
const SHARE_OF_WIDTH = 2 / 3;
const HEIGHT_MAX = 160;
/** Beyond these a dot is white or black: the noise of a JPEG makes no specks on the paper. */
const WHITE_FROM = 240;
const BLACK_TO = 24;

const kept = new Map<string, Raster>();
/** Three widths of paper, for the logo of now and some of before. */
const KEPT_MAX = 12;

/** The logo as it is printed: the same logo and width always give the same dots. Made once for each. */
export function logoRaster(logo: Logo, width: PaperWidth): Raster {
  const key = `${logo.id} ${width}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const raster = dithered(forPaper(pictureOf(logo.png), width));
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? key);
  kept.set(key, raster);
  return raster;
}

function forPaper(picture: Picture, columns: PaperWidth): Picture {
  const dots = Math.floor((columns * DOTS_PER_COLUMN * SHARE_OF_WIDTH) / 8) * 8;
  return shrink(picture, { width: dots, height: HEIGHT_MAX });
}

/**
 * Floyd and Steinberg's error diffusion, each row in the other direction, so that greys have no stripes. In sixteenths,
 * whole numbers throughout.
 */
export function dithered(picture: Picture): Raster {
  const { width, height } = picture;
  const widthBytes = Math.ceil(width / 8);
  const bits = new Uint8Array(widthBytes * height);
  let carried = new Int32Array(width + 2);
  for (let row = 0; row < height; row++) {
    const next = new Int32Array(width + 2);
    const step = row % 2 === 0 ? 1 : -1;
    for (let index = 0; index < width; index++) {
      const x = step === 1 ? index : width - 1 - index;
      const wanted = spread(lightness(picture, row * width + x)) * 16 + (carried[x + 1] ?? 0);
      const isBlack = wanted < 128 * 16;
      if (isBlack) blacken(bits, row * widthBytes * 8 + x);
      const error = Math.trunc((wanted - (isBlack ? 0 : 255 * 16)) / 16);
      add(carried, x + 1 + step, 7 * error);
      add(next, x + 1 - step, 3 * error);
      add(next, x + 1, 5 * error);
      add(next, x + 1 + step, error);
    }
    carried = next;
  }
  return { widthBytes, height, bits: withoutRealTimeCommands(bits) };
}

function blacken(bits: Uint8Array, dot: number): void {
  bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
}

function add(line: Int32Array, at: number, sixteenths: number): void {
  line[at] = (line[at] ?? 0) + sixteenths;
}

function spread(value: number): number {
  const share = Math.round(((value - BLACK_TO) * 255) / (WHITE_FROM - BLACK_TO));
  return Math.min(255, Math.max(0, share));
}

const DLE = 0x10;
/** EOT asks for the status, ENQ recovers from errors, DC4 opens the drawer or switches off. */
const AFTER_DLE = [0x04, 0x05, 0x14];

/** A printer obeys DLE commands even inside an image: where dots look like one, one more is black. */
function withoutRealTimeCommands(bits: Uint8Array): Uint8Array {
  return bits.map((byte, index) =>
    byte === DLE && AFTER_DLE.includes(bits[index + 1] ?? 0) ? byte | 0x08 : byte,
  );
}
