import { text, tillText } from '../../contract/primitives.js';

const UNSEEN = [
  ['a mark of writing from right to left', '\u200f'],
  ['an override of the direction', '\u202e'],
  ['an isolate', '\u2066'],
  ['a blank of no width', '\u200b'],
  ['a joiner of words', '\u2060'],
  ['a soft hyphen', '\u00ad'],
  ['a byte order mark', '\ufeff'],
  ['a filler', '\u3164'],
] as const;

describe('a name', () => {
  it.each(UNSEEN)('has no %s, by which it would pass for another', (_what, sign) => {
    expect(text().safeParse(`Toko${sign} Sari`).success).toBe(false);
    expect(tillText(80).safeParse(`Toko${sign} Sari`).success).toBe(true);
  });

  it.each(['Toko Sari', 'نمی‌خواهم', 'क्‍ष', '👩‍🍳 Dapur', 'PT Łódź & Söhne'])('may be %s', (name) => {
    expect(text().safeParse(name).success).toBe(true);
  });
});
