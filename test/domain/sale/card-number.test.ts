import fc from 'fast-check';
import { looksLikeCardNumber, maskCardNumbers } from '../../../domain/sale/card-number.js';

describe('a card number', () => {
  it.each([
    ['4111111111111111', '************1111'],
    ['"reference":"4111 1111 1111 1111"', '"reference":"**** **** **** 1111"'],
    ['5555-5555-5555-4444', '****-****-****-4444'],
    ['3782 822463 10005', '**** ****** *0005'],
    ['{"a":6011111111111117}', '{"a":************1117}'],
    ['4111111111111111,5555555555554444', '************1111,************4444'],
  ])('in %s is masked', (text, masked) => {
    expect(maskCardNumbers(text)).toBe(masked);
  });

  it.each([
    ['another check digit', '4111111111111112'],
    ['an article number', '"sku":"4006381333931"'],
    ['a long barcode', '"barcode" : "40063813339310000"'],
    ['an id', '01936f2e-7b1c-4111-1111-111111111111'],
    ['a longer number', '41111111111111110000000'],
    ['part of a word', 'EDC4111111111111111'],
    ['an instant', '2026-11-28T10:15:30.000000000+07:00'],
  ])('is not seen in %s', (_what, text) => {
    expect(maskCardNumbers(text)).toBe(text);
  });

  it('leaves a text as long as it was, and nothing in it that looks like one', () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[0-9 "-]{0,24}$/),
      fc.constantFrom('4111111111111111', '5555 5555 5555 4444', '"', ',', 'x'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join(',');
        const masked = maskCardNumbers(text);
        expect(masked).toHaveLength(text.length);
        for (const [number] of masked.matchAll(/(?<![0-9A-Za-z])\d{16}(?![0-9A-Za-z])/g))
          expect(looksLikeCardNumber(number)).toBe(false);
      }),
    );
  });
});
