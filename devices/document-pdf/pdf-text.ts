import { fontOf } from '../fonts.js';
import { isDrawable } from './font-runs.js';

const REPLACEMENT = '?';
const BREAKS = /[\t\v\f\r\u0085\u2028\u2029]+/gu;
/** Control characters, and invisible ones that change the reading direction or hide letters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const PICTURE =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Me}|\p{Variation_Selector}/gu;
const BEYOND_ASCII = /[^\x20-\x7e]/gu;

/**
 * Text that our documents can show: composed letters, no control or direction characters, no pictures, and one `?` for
 * a run of letters that none of our fonts has. Line feeds are kept. Never throws.
 */
export function pdfText(text: string): string {
  return text
    .replaceAll(BREAKS, ' ')
    .split('\n')
    .map((line) => lineText(line))
    .join('\n');
}

function lineText(line: string): string {
  return line
    .normalize('NFC')
    .replaceAll(PICTURE, (picture) => (isOfOurFont(picture) ? picture : ''))
    .replaceAll(INVISIBLE, '')
    .replaceAll(BEYOND_ASCII, (character) => (isDrawable(character) ? character : '\uFFFD'))
    .replaceAll(/\uFFFD+(?:\s+\uFFFD+)*/gu, REPLACEMENT);
}

/** Signs such as an arrow are in our font; pictures are signs that it lacks. */
function isOfOurFont(character: string): boolean {
  return fontOf('sans').hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
