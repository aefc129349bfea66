import fc from 'fast-check';
import { FLUSH } from '../../devices/escpos/commands.js';
import { dithered, logoRaster, type Raster } from '../../devices/logo/logo-raster.js';
import { pictureOf, toLogo } from '../../devices/logo/to-logo.js';
import { aLogoFile, rawPng, jpeg, png, pngOf } from '../support/pictures.js';

const RED = [208, 16, 32, 255] as const;
const BLUE = [16, 48, 128, 255] as const;
const SMALL = { width: 48, height: 24 };
/** Adam7 of 16 x 16 grey points, all black: the rows of the seven passes, each with its filter byte. */
const PASSES = [
  [2, 2],
  [2, 2],
  [4, 2],
  [4, 4],
  [8, 4],
  [8, 8],
  [16, 8],
] as const;
const BLACK_PASSES = Buffer.alloc(PASSES.reduce((sum, [wide, rows]) => sum + rows * (wide + 1), 0));

describe('a logo that is handed in', () => {
  it.each(['baseline', 'progressive', 'cmyk'] as const)(
    'is read from a %s JPEG in its colours',
    (kind) => {
      const logo = toLogo(jpeg(kind));
      expect(near(logo, 6, RED)).toBe(true);
      expect(near(logo, 42, BLUE)).toBe(true);
    },
  );

  it('is read from a grey JPEG, a PNG of 16 bit, a grey one and an interlaced one', () => {
    const deepRow = Buffer.from([
      0,
      ...Array.from({ length: 48 }, () => [208, 7, 16, 9, 32, 200]).flat(),
    ]);
    const deep = rawPng(
      { ...SMALL, bitDepth: 16, colorType: 2 },
      Buffer.concat(Array.from({ length: 24 }, () => deepRow)),
    );
    expect(near(toLogo(deep), 6, RED)).toBe(true);
    expect(
      near(toLogo(png(SMALL, () => [90, 90, 90, 255], { colorType: 0 })), 6, [90, 90, 90]),
    ).toBe(true);
    expect(
      near(toLogo(rawPng({ width: 16, height: 16, interlaced: true }, BLACK_PASSES)), 6, [0, 0, 0]),
    ).toBe(true);
    expect(pictureOf(toLogo(jpeg('grey')))).toMatchObject(SMALL);
  });

  it('stands on white where it is transparent, and half mixed where it is half so', () => {
    const logo = toLogo(png(SMALL, (x) => [0, 0, 0, x < 12 ? 0 : x < 24 ? 128 : 255]));
    expect([6, 18, 42].map((x) => pointAt(logo, x)[0])).toEqual([255, 127, 0]);
  });

  it('is made smaller when it is large, with the mean of its points, and keeps its form', () => {
    const logo = toLogo(
      png({ width: 1280, height: 320 }, (x) => [x % 2 === 0 ? 0 : 200, 0, 0, 255]),
    );
    expect(pictureOf(logo)).toMatchObject({ width: 640, height: 160 });
    expect(pointAt(logo, 100)).toEqual([100, 0, 0]);
    expect(toLogo(logo)).toEqual(logo);
  });
});

describe('a file that is no logo', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each([
    [svg, 'an SVG'],
    [`<?xml version="1.0"?>\n<!-- ours -->\n<!DOCTYPE svg>\n${svg}`, 'an SVG'],
    ['GIF89a....', 'a GIF'],
    ['RIFF....WEBPVP8 ', 'a WebP'],
    ['%PDF-1.7', 'a PDF'],
    ['MZ', 'neither'],
  ])('is refused by its name: %#', (text, name) => {
    expect(refusalOf(Buffer.from(text))).toEqual([
      'LOGO_FORMAT_UNSUPPORTED',
      expect.stringContaining(name),
    ]);
  });

  it('is refused when it moves, has too few points, or shows nothing on white paper', () => {
    const still = aLogoFile(SMALL);
    // After signature and IHDR.
    const moving = Buffer.concat([
      still.subarray(0, 33),
      pngOf(['acTL', Buffer.alloc(8)]).subarray(8),
      still.subarray(33),
    ]);
    expect(codeOf(moving)).toBe('LOGO_ANIMATED');
    expect(codeOf(png({ width: 40, height: 8 }, () => RED))).toBe('LOGO_TOO_SMALL');
    expect(codeOf(png(SMALL, () => [255, 255, 255, 255]))).toBe('LOGO_INVISIBLE');
    expect(codeOf(png(SMALL, () => [0, 0, 0, 0]))).toBe('LOGO_INVISIBLE');
  });

  it('is refused before it is decoded when it has too many points', () => {
    expect(codeOf(rawPng({ width: 60_000, height: 60_000 }, Buffer.alloc(9)))).toBe(
      'LOGO_TOO_LARGE',
    );
    expect(codeOf(rawPng({ width: 4_000, height: 1_001 }, Buffer.alloc(9)))).toBe('LOGO_TOO_LARGE');
    const wide = Buffer.from(jpeg('baseline'));
    const frame = wide.indexOf(Buffer.from([0xff, 0xc0]));
    wide.writeUInt16BE(65_535, frame + 5);
    expect(codeOf(wide)).toBe('LOGO_TOO_LARGE');
  });

  it.each([false, true])('never unpacks to more than it says (interlaced: %s)', (interlaced) => {
    const bomb = rawPng({ width: 16, height: 16, interlaced }, Buffer.alloc(80_000_000));
    expect(bomb.length).toBeLessThan(1_048_576);
    const before = process.memoryUsage().rss;
    expect(codeOf(bomb)).toBe('LOGO_DAMAGED');
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  it('has no more passes than encoders write: each is work for all points', () => {
    const file = jpeg('progressive');
    const scan = file.lastIndexOf(Buffer.from([0xff, 0xda]));
    const [begin, end] = [file.subarray(0, scan), file.subarray(scan, -2)];
    const scans = Buffer.concat([
      begin,
      ...Array.from({ length: 40 }, () => end),
      file.subarray(-2),
    ]);
    expect(refusalOf(scans)).toEqual([
      'LOGO_FORMAT_UNSUPPORTED',
      expect.stringContaining('passes'),
    ]);
  });

  it('is refused wherever it breaks off, and when a byte of it is wrong', () => {
    const files = [aLogoFile(SMALL), jpeg('baseline'), jpeg('progressive'), jpeg('cmyk')];
    for (const file of files)
      for (let end = 9; end < file.length - 1; end += 7)
        expect([end, codeOf(file.subarray(0, end))]).toEqual([end, 'LOGO_DAMAGED']);
    const wrong = Buffer.from(aLogoFile(SMALL));
    wrong[60] = (wrong[60] ?? 0) ^ 0xff;
    expect(codeOf(wrong)).toBe('LOGO_DAMAGED');
  });

  it('never ends in anything but a logo or a refusal, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(aLogoFile(SMALL), jpeg('baseline'), jpeg('progressive')),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (file, changes) => {
          const changed = Buffer.from(file);
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          expect(['taken', ...CODES]).toContain(codeOf(changed));
        },
      ),
    );
  });
});

describe('the logo on paper', () => {
  it.each([32, 42, 48] as const)(
    'of %i columns has its room, and is the same each time',
    (width) => {
      const logo = { id: 'one', png: toLogo(aLogoFile()) };
      const raster = logoRaster(logo, width);
      expect(raster.widthBytes * 8).toBe(Math.floor((width * 12 * 2) / 3 / 8) * 8);
      expect(logoRaster({ ...logo, id: 'again' }, width)).toEqual(raster);
      expect(logoRaster(logo, width)).toBe(raster);
    },
  );

  it('fits into what completes a broken image, however high it is', () => {
    const logo = { id: 'high', png: toLogo(aLogoFile({ width: 300, height: 400 })) };
    const { widthBytes, height } = logoRaster(logo, 48);
    expect(height).toBeLessThanOrEqual(160);
    expect(widthBytes * height).toBeLessThan(FLUSH.length);
  });

  it('has as much black as the picture is dark, black and white without specks', () => {
    const share = (grey: number) => blackShare(dithered(flat(grey)));
    expect(share(0)).toBe(1);
    expect(share(20)).toBe(1);
    expect(share(245)).toBe(0);
    expect(share(132)).toBeCloseTo(0.5, 1);
    expect(share(78)).toBeCloseTo(0.75, 1);
  });

  it('holds no command that a printer obeys inside an image', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64 * 12 * 3, maxLength: 64 * 12 * 3 }), (rgb) => {
        const { bits } = dithered({
          width: 64,
          height: 12,
          rgb: rgb.map((byte) => (byte < 100 ? 0 : 255)),
        });
        expect(commandsIn(bits)).toEqual([]);
      }),
    );
    const bait = [0x10, 0x14, 0x10, 0x04, 0x10, 0x05].flatMap((byte) =>
      Array.from({ length: 8 }, (_, bit) => ((byte << bit) & 0x80 ? 0 : 255)),
    );
    const rgb = Uint8Array.from(bait.flatMap((grey) => [grey, grey, grey]));
    expect([...dithered({ width: 48, height: 1, rgb }).bits]).toEqual([
      0x18, 0x14, 0x18, 0x04, 0x18, 0x05,
    ]);
  });
});

const CODES = [
  'LOGO_FORMAT_UNSUPPORTED',
  'LOGO_ANIMATED',
  'LOGO_DAMAGED',
  'LOGO_TOO_LARGE',
  'LOGO_TOO_SMALL',
  'LOGO_INVISIBLE',
];

function refusalOf(file: Buffer): unknown {
  try {
    toLogo(file);
    return ['taken'];
  } catch (error) {
    const { code, detail } = error as { code?: string; detail?: string };
    return [code ?? String(error), detail];
  }
}

function codeOf(file: Buffer): string {
  return (refusalOf(file) as string[])[0] ?? '';
}

function pointAt(logo: Buffer, x: number): number[] {
  const { width, rgb } = pictureOf(logo);
  const at = (8 * width + x) * 3;
  return [...rgb.subarray(at, at + 3)];
}

function near(logo: Buffer, x: number, colour: readonly number[]): boolean {
  return pointAt(logo, x).every((value, index) => Math.abs(value - (colour[index] ?? 0)) < 24);
}

function flat(grey: number) {
  return { width: 64, height: 64, rgb: new Uint8Array(64 * 64 * 3).fill(grey) };
}

function blackShare({ bits }: Raster): number {
  const black = bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  return black / (bits.length * 8);
}

function commandsIn(bits: Uint8Array): number[] {
  return [...bits.keys()].filter(
    (at) => bits[at] === 0x10 && [0x04, 0x05, 0x14].includes(bits[at + 1] ?? 0),
  );
}
