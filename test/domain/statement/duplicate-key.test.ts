import fc from 'fast-check';
import {
  createLineIdentifier,
  fingerprintText,
  type FingerprintedLine,
} from '../../../domain/statement/duplicate-key.js';
import { day } from '../../support/bank-files.js';

const line: FingerprintedLine = {
  bookingDate: day('2026-03-02'),
  amount: 150_000n,
  currency: 'IDR',
  bankReference: 'BNC-1',
  endToEndReference: undefined,
  text: 'Pembayaran faktur',
};

const sameText = (text: string): string => text;

describe('the duplicate key of a bank line', () => {
  it('is the same for the same line, however it is spaced and spelled', () => {
    const again = { ...line, bankReference: ' bnc-1 ', text: 'PEMBAYARAN  faktur' };
    expect(fingerprintText('00-81 234', again)).toBe(fingerprintText('0081234', line));
  });

  it.each([
    ['account', '0081235', line],
    ['day', '0081234', { ...line, bookingDate: day('2026-03-03') }],
    ['direction', '0081234', { ...line, amount: -150_000n }],
    ['currency', '0081234', { ...line, currency: 'SGD' }],
    ['reference', '0081234', { ...line, bankReference: 'BNC-2' }],
    ['text', '0081234', { ...line, text: 'Pembayaran' }],
  ])('differs with the %s', (_, account, other) => {
    expect(fingerprintText(account, other)).not.toBe(fingerprintText('0081234', line));
  });

  it('falls back on the end-to-end reference when the bank gave none of its own', () => {
    const without = { ...line, bankReference: undefined, endToEndReference: 'E1' };
    const other = { ...without, endToEndReference: 'E2' };
    expect(fingerprintText('1', without)).not.toBe(fingerprintText('1', other));
  });

  it('counts the occurrences of equal lines, so that overlapping files add only what is new', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 20 }), fc.nat(20), (kinds, known) => {
        const keysOf = (some: readonly number[]): readonly string[] => {
          const identify = createLineIdentifier(sameText);
          return some.map((kind) => identify('1', { ...line, text: `t${kind}` }).duplicateKey);
        };
        const all = keysOf(kinds);
        expect(new Set(all).size).toBe(kinds.length);
        const imported = new Set(keysOf(kinds.slice(0, known)));
        expect(all.filter((key) => !imported.has(key))).toHaveLength(
          Math.max(0, kinds.length - known),
        );
      }),
    );
  });
});
