import fc from 'fast-check';
import { qrCode, type QrCode } from '../../devices/qr-code.js';
import { readQr, type Picture } from './read-qr.js';

const PAYLOAD_OF_A_RECEIPT = 'urn:uuid:01937f5e-8a10-7c3e-9d42-5b6a7c8d9e0f';

describe('a QR code', () => {
  it('says to a scanner what was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: printableAscii, minLength: 1, maxLength: 300 }), (payload) => {
        expect(readQr(pictureOf(qrCode(payload)))?.payload).toBe(payload);
      }),
      { numRuns: 30 },
    );
  });

  it('is still read with a spot of dirt that would spoil it at level L', () => {
    const code = qrCode(PAYLOAD_OF_A_RECEIPT);
    const dirty = code.dark.map((module, at) => (isInSpot(at, code.size) ? 0 : module));
    expect(readQr(pictureOf({ ...code, dark: dirty }))?.payload).toBe(PAYLOAD_OF_A_RECEIPT);
  });

  it('is as large as a printer draws it at level M, byte for byte', () => {
    // ISO/IEC 18004 table 7: versions 1, 9 and 40 hold 14, 180 and 2331 bytes at level M.
    const lengths = [14, 15, 180, 181, 2331];
    expect(lengths.map((length) => qrCode('1'.repeat(length)).size)).toEqual([21, 25, 53, 57, 177]);
  });

  it('is always the same for the same payload', () => {
    expect(qrCode(PAYLOAD_OF_A_RECEIPT)).toEqual(qrCode(PAYLOAD_OF_A_RECEIPT));
  });

  it('takes neither control characters nor letters outside ASCII nor more than it can hold', () => {
    for (const payload of ['', 'a\nb', 'café']) {
      expect(() => qrCode(payload)).toThrow('printable ASCII');
    }
    expect(() => qrCode('x'.repeat(2332))).toThrow('Capacity overflow');
  });
});

const printableAscii = fc
  .integer({ min: 0x20, max: 0x7e })
  .map((code) => String.fromCharCode(code));

/** A square of eight modules, away from the corners that a scanner looks for. */
function isInSpot(at: number, size: number): boolean {
  const [x, y] = [at % size, Math.floor(at / size)];
  return x >= 12 && x < 20 && y >= 12 && y < 20;
}

const DOTS_PER_MODULE = 4;
const QUIET_MODULES = 4;

function pictureOf({ size, dark }: QrCode): Picture {
  const side = (size + 2 * QUIET_MODULES) * DOTS_PER_MODULE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at++) {
    const column = Math.floor((at % side) / DOTS_PER_MODULE) - QUIET_MODULES;
    const row = Math.floor(at / side / DOTS_PER_MODULE) - QUIET_MODULES;
    const isInside = column >= 0 && column < size && row >= 0 && row < size;
    if (isInside && dark[row * size + column] === 1) data.fill(0, at * 4, at * 4 + 3);
  }
  return { width: side, height: side, data };
}
