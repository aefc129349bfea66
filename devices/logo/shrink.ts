import type { Picture } from './logo.js';

type Size = Readonly<{ width: number; height: number }>;

/** The picture in a box, as it is when it fits: each new point is the mean of what it covers. */
export function shrink(picture: Picture, box: Size): Picture {
  const share = Math.min(1, box.width / picture.width, box.height / picture.height);
  if (share === 1) return picture;
  const width = Math.max(1, Math.round(picture.width * share));
  const height = Math.max(1, Math.round(picture.height * share));
  return down(across(picture, width), height);
}

function across({ width, height, rgb }: Picture, wanted: number): Picture {
  const out = new Uint8Array(wanted * height * 3);
  for (let row = 0; row < height; row++)
    mean(rgb, out, { from: row * width * 3, to: row * wanted * 3, step: 3, count: width, wanted });
  return { width: wanted, height, rgb: out };
}

function down({ width, height, rgb }: Picture, wanted: number): Picture {
  const out = new Uint8Array(width * wanted * 3);
  for (let column = 0; column < width; column++)
    mean(rgb, out, { from: column * 3, to: column * 3, step: width * 3, count: height, wanted });
  return { width, height: wanted, rgb: out };
}

/** One line of points, `step` bytes apart: `count` of them become `wanted`. */
type Line = Readonly<{ from: number; to: number; step: number; count: number; wanted: number }>;

/** In whole numbers: each old point is cut into `wanted` parts, each new one takes `count` of them. */
function mean(rgb: Uint8Array, out: Uint8Array, { from, to, step, count, wanted }: Line): void {
  for (let index = 0; index < wanted; index++) {
    const begin = index * count;
    const end = begin + count;
    for (let colour = 0; colour < 3; colour++) {
      let sum = 0;
      for (let old = Math.floor(begin / wanted); old * wanted < end; old++) {
        const parts = Math.min(end, (old + 1) * wanted) - Math.max(begin, old * wanted);
        sum += parts * (rgb[from + old * step + colour] ?? 0);
      }
      out[to + index * step + colour] = Math.round(sum / count);
    }
  }
}
