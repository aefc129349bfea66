import fc from 'fast-check';
import { sharedSecret, stepOfCode } from '../../../activities/people/authenticator-app.js';

/** The test vectors of RFC 6238 for SHA-1, cut to six digits. */
const RFC_SECRET = new Uint8Array(Buffer.from('12345678901234567890'));
const { secret: SECRET } = sharedSecret(RFC_SECRET, { issuer: 'Lunas', email: 'sri@example.test' });

describe('a code of the app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %d is %s, as RFC 6238 says', (second, code) => {
    const at = { secret: SECRET, nowMs: second * 1_000, lastStep: 0n };
    expect(stepOfCode(code, at)).toBe(BigInt(Math.floor(second / 30)));
  });

  it('is read with a blank in the middle, a step early or late, and no further', () => {
    const of = (second: number) => ({ secret: SECRET, nowMs: second * 1_000, lastStep: 0n });
    expect(stepOfCode('081 804', of(1_111_111_109))).toBe(37_037_036n);
    expect(stepOfCode('081804', of(1_111_111_109 + 30))).toBe(37_037_036n);
    expect(stepOfCode('081804', of(1_111_111_109 - 30))).toBe(37_037_036n);
    expect(stepOfCode('081804', of(1_111_111_109 + 60))).toBeUndefined();
  });

  it('is good once: not at its step, nor before it', () => {
    const nowMs = 1_111_111_109_000;
    for (const lastStep of [37_037_036n, 37_037_037n])
      expect(stepOfCode('081804', { secret: SECRET, nowMs, lastStep })).toBeUndefined();
  });

  it('is never anything but six digits', () => {
    const nowMs = 1_111_111_109_000;
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const step = stepOfCode(typed, { secret: SECRET, nowMs, lastStep: 0n });
        return step === undefined || /^\s*(\d\s*){6}$/.test(typed);
      }),
    );
  });
});
