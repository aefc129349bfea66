import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** JPEGs of 48 x 24 points, the left half red and the right half blue, as an encoder of others writes them. */
const JPEGS = {
  baseline:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEEx' +
    'NDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7' +
    'Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAYADADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAA' +
    'AAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAAAAUGB//EABsRAQABBQEAAAAAAAAAAAAAAADBBQZCQ4GC/9oADAMBAAIRAxEA' +
    'PwDKgDGmCSrJJukZ8lIXPq9QAHEgrAIhrwkgbpGfJSFz6vUABxIP/9k=',
  progressive:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEEx' +
    'NDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7' +
    'Ozs7Ozs7Ozs7Ozs7Ozv/wgARCAAYADADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFgEBAQEAAAAAAAAA' +
    'AAAAAAAABAUG/9oADAMBAAIQAxAAAAHKBdMkrkdHB0isQ9ekHRwdI//EABQQAQAAAAAAAAAAAAAAAAAAAED/2gAIAQEAAQUC' +
    'F//EABgRAAMBAQAAAAAAAAAAAAAAAAUQQoEA/9oACAEDAQE/AeJzrJzq/8QAFxEAAwEAAAAAAAAAAAAAAAAABBBBAP/aAAgB' +
    'AgEBPwHCViVf/8QAFBABAAAAAAAAAAAAAAAAAAAAQP/aAAgBAQAGPwIX/8QAFBABAAAAAAAAAAAAAAAAAAAAQP/aAAgBAQAB' +
    'PyEX/9oADAMBAAIAAwAAABAIEAIED//EABcRAAMBAAAAAAAAAAAAAAAAABCB8AD/2gAIAQMBAT8Q1kbIf//EABYRAQEBAAAA' +
    'AAAAAAAAAAAAAMEQAP/aAAgBAgEBPxDG02f/xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAE/EBf/2Q==',
  cmyk:
    '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAKBwcIBwYKCAgICwoKCw4YEA4NDQ4dFRYRGCMfJSQiHyIhJis3LyYpNCkhIjBBMTQ5' +
    'Oz4+PiUuRElDPEg3PT47/8AAFAgAGAAwBEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAHBQj/xAAUEAEAAAAA' +
    'AAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AKAkqZLMAADmVtKaAAA6aYqZAAAOZW0poAADppipkAAA5lbSmgAAP//Z',
  grey:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEEx' +
    'NDk7Pj4+JS5ESUM8SDc9Pjv/wAALCAAYADABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAAAAAA' +
    'AAAAAP/aAAgBAQAAPwDKgkgrAkgrAkg//9k=',
} as const;

export function jpeg(kind: keyof typeof JPEGS): Buffer {
  return Buffer.from(JPEGS[kind], 'base64');
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** A PNG, each point as `at` says; written with the given colour type and depth. */
export function png(
  { width, height }: Readonly<{ width: number; height: number }>,
  at: (x: number, y: number) => Rgba,
  form: Readonly<{ colorType?: 0 | 2 | 4 | 6 }> = {},
): Buffer {
  const picture = new PNG({ width, height });
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) picture.data.set(at(x, y), (y * width + x) * 4);
  return PNG.sync.write(picture, form);
}

/** A wordmark-like logo: a dark disc, a colour that fades, and letters' thin strokes, on transparency. */
export function aLogoFile({ width, height } = { width: 400, height: 160 }): Buffer {
  return png({ width, height }, (x, y) => {
    const [across, down] = [x / width, y / height];
    if ((across * 2.5 - 0.5) ** 2 + (down - 0.5) ** 2 < 0.16) return [16, 60, 140, 255];
    if (across > 0.45 && down > 0.3 && down < 0.5) return [200, Math.round(255 * across), 30, 255];
    if (across > 0.45 && down > 0.6 && down < 0.75) return [0, 0, 0, x % 12 < 4 ? 255 : 0];
    return [255, 255, 255, 0];
  });
}

/** A PNG of the given chunks, each with its check sum. */
export function pngOf(...chunks: readonly (readonly [type: string, data: Buffer])[]): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const framed = chunks.map(([type, data]) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  });
  return Buffer.concat([signature, ...framed]);
}

type Head = Readonly<{
  width: number;
  height: number;
  interlaced?: boolean;
  bitDepth?: number;
  colorType?: number;
}>;

/** A PNG whose packed points are `raw`, whatever its head says; grey of 8 bit when it says nothing else. */
export function rawPng(
  { width, height, interlaced = false, bitDepth = 8, colorType = 0 }: Head,
  raw: Buffer,
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bitDepth, colorType, 0, 0, interlaced ? 1 : 0], 8);
  const packed = deflateSync(raw, { level: 1 });
  return pngOf(['IHDR', head], ['IDAT', packed], ['IEND', Buffer.alloc(0)]);
}
