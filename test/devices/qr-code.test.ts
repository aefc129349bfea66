import { createRequire } from 'node:module';
import fc from 'fast-check';
import { qrCode, qrCodeWithMask, qrModuleCount } from '../../devices/qr/qr-code.js';

/** The encoder inside the outside client of our printer tests: written by others, read by phones. */
type OutsideCode = {
  addData(data: string, mode: 'Byte'): void;
  make(): void;
  getModuleCount(): number;
  isDark(row: number, column: number): boolean;
};
const outsideEncoder = createRequire(import.meta.url)(
  'receiptio/lib/qrcode-generator/qrcode.js',
) as (version: number, level: 'M') => OutsideCode;

/** Largest payload in bytes of some versions at level M (ISO/IEC 18004 table 7). */
const CAPACITIES = [
  [1, 14],
  [2, 26],
  [6, 106],
  [7, 122],
  [9, 180],
  [10, 213],
  [20, 666],
  [32, 1538],
  [40, 2331],
] as const;

describe('a QR code', () => {
  it('is module for module what an independent encoder draws', () => {
    fc.assert(
      fc.property(fc.string({ unit: printableAscii, minLength: 1, maxLength: 300 }), (payload) => {
        const [mask, outside] = drawnOutside(payload);
        expect(rowsOf(qrCodeWithMask(payload, mask))).toEqual(outside);
      }),
      { numRuns: 60 },
    );
  });

  it.each(CAPACITIES)('of version %i holds %i bytes and not one more', (version, capacity) => {
    expect(qrModuleCount('x'.repeat(capacity))).toBe(version * 4 + 17);
    const [mask, outside] = drawnOutside('x'.repeat(capacity));
    expect(rowsOf(qrCodeWithMask('x'.repeat(capacity), mask))).toEqual(outside);
    const oneMore = 'x'.repeat(capacity + 1);
    expect(version === 40 || qrModuleCount(oneMore) === version * 4 + 21).toBe(true);
  });

  it('is drawn under the mask that is easiest to scan, always the same', () => {
    const payload = 'urn:uuid:01937f5e-8a10-7c3e-9d42-5b6a7c8d9e0f';
    expect(rowsOf(qrCode(payload))).toEqual(rowsOf(qrCode(payload)));
    expect(
      Array.from({ length: 8 }, (_, mask) => rowsOf(qrCodeWithMask(payload, mask))),
    ).toContainEqual(rowsOf(qrCode(payload)));
  });

  it('takes neither control characters nor letters outside ASCII nor more than it can hold', () => {
    for (const payload of ['', 'a\nb', 'café']) {
      expect(() => qrCode(payload)).toThrow('printable ASCII');
    }
    expect(() => qrCode('x'.repeat(2332))).toThrow('longer than a QR code holds');
  });
});

const printableAscii = fc
  .integer({ min: 0x20, max: 0x7e })
  .map((code) => String.fromCharCode(code));

function rowsOf({ size, dark }: { size: number; dark: Uint8Array }): string[] {
  return Array.from({ length: size }, (_, y) => dark.subarray(y * size, (y + 1) * size).join(''));
}

/** The mask the outside encoder chose, read from its format information, and its modules. */
function drawnOutside(payload: string): [mask: number, rows: string[]] {
  const code = outsideEncoder(0, 'M');
  code.addData(payload, 'Byte');
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_unused, column) => (code.isDark(row, column) ? 1 : 0)).join(''),
  );
  const formatBits = [2, 3, 4].map((column) => Number(rows[8]?.[column]));
  const [high = 0, middle = 0, low = 0] = formatBits;
  return [((high << 2) | (middle << 1) | low) ^ 0b101, rows];
}
