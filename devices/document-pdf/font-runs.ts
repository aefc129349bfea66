import { FALLBACK_FONTS, fontOf, type FallbackName, type FontName } from '../fonts.js';

/** A piece of a line that is drawn in one font. */
export type FontRun = Readonly<{ font: FontName | FallbackName; text: string }>;

/** Marks and blanks use the font of the letter before them, if it has them. */
const ATTACHED = /[\s\p{M}]/u;
/** These scripts may be broken between any two letters; all others only at blanks. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\s+/gu;
/** A letter with its marks. */
const LETTER = /\P{M}\p{M}*/gu;

/** Whether any of our fonts can draw it. */
export function isDrawable(character: string): boolean {
  return hasGlyph('sans', character) || FALLBACK_FONTS.some((font) => hasGlyph(font, character));
}

/** Whether the text needs more than the font of the document. */
export function isForeign(text: string): boolean {
  return Array.from(text).some((character) => character !== '\n' && !hasGlyph('sans', character));
}

/** Splits the text into runs, in the font of the document (`own`) where that has the letters. */
export function fontRuns(text: string, own: FontName): FontRun[] {
  const runs: { font: FontName | FallbackName; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const stays = last !== undefined && ATTACHED.test(character) && hasGlyph(last.font, character);
    const font = stays ? last.font : fontFor(character, own);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: font === own ? blanksAfter(last) + character : character });
  }
  return runs;
}

/** Blanks at the end of a run are moved out of it: they separate two runs, and are as wide as those of the document. */
function blanksAfter(run: { text: string } | undefined): string {
  if (run === undefined) return '';
  const kept = run.text.trimEnd();
  const blanks = run.text.slice(kept.length);
  run.text = kept;
  return blanks;
}

/** Breaks a text into lines of a width, as `widthOf` measures them; a word wider than a line is broken where it ends. */
export function breakLines(
  text: string,
  { width, widthOf }: Readonly<{ width: number; widthOf: (text: string) => number }>,
): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const piece of piecesOf(paragraph, (word) => widthOf(word) <= width)) {
      if (line !== '' && widthOf((line + piece).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    return [...lines, line.trimEnd()];
  });
}

function piecesOf(paragraph: string, fits: (word: string) => boolean): string[] {
  const words = paragraph.match(WORD) ?? [];
  return words.flatMap((word) => (fits(word) ? [word] : (word.match(LETTER) ?? [word])));
}

function fontFor(character: string, own: FontName): FontName | FallbackName {
  if (hasGlyph(own, character)) return own;
  return FALLBACK_FONTS.find((font) => hasGlyph(font, character)) ?? own;
}

function hasGlyph(font: FontName | FallbackName, character: string): boolean {
  return fontOf(font).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
