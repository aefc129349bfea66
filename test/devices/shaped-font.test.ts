import fc from 'fast-check';
import type { Font } from 'fontkit';
import { rememberingLayout, shapedFontOf } from '../../devices/document-pdf/shaped-font.js';
import { fontOf, type FontName } from '../../devices/fonts.js';

/** Those of documents; the others are drawn letter by letter. */
const FONTS: readonly FontName[] = ['sans', 'sansStrong'];

/** What fontkit itself does, as far as documents ask for it. */
type Whole = Omit<Font, 'glyphForCodePoint'> & {
  characterSet: readonly number[];
  glyphForCodePoint: (codePoint: number) => { id: number };
  createSubset: () => { includeGlyph: (glyph: number) => number; encode: () => Uint8Array };
};

describe.each(FONTS)('the font %s as documents take it', (name) => {
  const original = fontOf(name) as unknown as Whole;
  const ours = shapedFontOf(name) as unknown as Whole;

  it('has the same subset for any glyphs, byte for byte, composed ones with their parts', () => {
    const characters = fc.constantFrom(...original.characterSet);
    const glyphs = fc.array(
      characters.map((character) => original.glyphForCodePoint(character).id),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(glyphs, (wanted) => {
        const [expected, found] = [original.createSubset(), ours.createSubset()];
        expect(wanted.map((glyph) => found.includeGlyph(glyph))).toEqual(
          wanted.map((glyph) => expected.includeGlyph(glyph)),
        );
        expect(Buffer.from(found.encode()).equals(Buffer.from(expected.encode()))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('sets a text as it was set the first time, whoever scaled the glyphs of an earlier one', () => {
    const text = 'Pembayaran fi 1.250,00 Đào';
    const expected = original.layout(text);
    const first = ours.layout(text);
    for (const position of first.positions) Object.assign(position, { xAdvance: 0 });
    const again = ours.layout(text);
    expect(again.glyphs).toEqual(expected.glyphs);
    expect(again.positions.map((position) => ({ ...position }))).toEqual(
      expected.positions.map((position) => ({ ...position })),
    );
    expect(again.advanceWidth).toBe(expected.advanceWidth);
    expect(first.advanceWidth).toBe(0);
  });
});

it('remembers no more texts than it may, and the last ones', () => {
  const asked: string[] = [];
  const layout = rememberingLayout(
    {
      layout: (text) => {
        asked.push(text);
        return { glyphs: [], positions: [], advanceWidth: 0 };
      },
    },
    2,
  );
  for (const text of ['a', 'b', 'b', 'c', 'c', 'b', 'a']) layout(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
