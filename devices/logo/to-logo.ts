import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { Refusal } from '../../domain/refusal.js';
import { damaged } from './damaged.js';
import { lightness, NEARLY_WHITE, type Picture } from './logo.js';
import { readPictureHead, type PictureHead } from './picture-head.js';
import { checkUnpacked } from './png-head.js';
import { shrink } from './shrink.js';

/** Sharp at 60 x 30 mm on paper of 270 dpi; larger pictures are made smaller. */
const WIDTH_MAX = 640;
const HEIGHT_MAX = 320;
/** Four million points with four colours and their coefficients. */
const DECODING_MB_MAX = 256;
const MEGAPOINTS_MAX = 4;

/**
 * Our own PNG of a PNG or JPEG that somebody hands in: on white, 8 bit, small; nothing else of the file is kept. The
 * same file gives the same bytes.
 *
 * @throws Refusal `LOGO_DAMAGED`, `LOGO_INVISIBLE` and those of `readPictureHead`
 */
export function toLogo(file: Uint8Array): Buffer {
  const picture = shrink(decoded(file, readPictureHead(file)), {
    width: WIDTH_MAX,
    height: HEIGHT_MAX,
  });
  refuseInvisible(picture);
  const { width, height, rgb } = picture;
  const png = new PNG({ width, height, colorType: 2, inputHasAlpha: false });
  png.data = Buffer.from(rgb);
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: false });
}

/** Reads a PNG that `toLogo` made. */
export function pictureOf(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, rgb: onWhite(data) };
}

function decoded(file: Uint8Array, { kind }: PictureHead): Picture {
  if (kind === 'png') checkUnpacked(file);
  try {
    const { width, height, data } =
      kind === 'png'
        ? PNG.sync.read(Buffer.from(file))
        : decode(file, {
            useTArray: true,
            tolerantDecoding: false,
            maxResolutionInMP: MEGAPOINTS_MAX,
            maxMemoryUsageInMB: DECODING_MB_MAX,
          });
    return { width, height, rgb: onWhite(data) };
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : 'it cannot be decoded');
  }
}

/** What is transparent shows white paper. */
function onWhite(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3] ?? 255;
    for (let colour = 0; colour < 3; colour++) {
      const value = rgba[from + colour] ?? 0;
      rgb[to + colour] = Math.round((value * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return rgb;
}

/** A white logo for dark pages would be an empty place on every document. */
function refuseInvisible(picture: Picture): void {
  const pixels = picture.width * picture.height;
  for (let pixel = 0; pixel < pixels; pixel++) if (lightness(picture, pixel) < NEARLY_WHITE) return;
  const detail = 'Nothing of the picture is seen on white paper: hand in the one for light ground.';
  throw new Refusal({ code: 'LOGO_INVISIBLE', detail });
}
