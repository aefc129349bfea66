import { ROMANISED } from './romanised.js';

/** Replaces letters without a glyph in the printer; one for a whole run, because "???????" helps nobody. */
const REPLACEMENT = '?';

/** Letters and signs that compatibility decomposition (NFKD) leaves outside ASCII. */
const SPELLINGS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  æ: 'ae',
  Ð: 'D',
  ð: 'd',
  Ø: 'O',
  ø: 'o',
  Þ: 'Th',
  þ: 'th',
  ß: 'ss',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ł: 'L',
  ł: 'l',
  Œ: 'OE',
  œ: 'oe',
  Ơ: 'O',
  ơ: 'o',
  Ư: 'U',
  ư: 'u',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '⁄': '/',
  '÷': '/',
  '×': 'x',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  ʻ: "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '•': '*',
  '‣': '*',
  '·': '*',
  '●': '*',
  '▪': '*',
  '◦': '*',
  '✓': 'v',
  '✔': 'v',
  '→': '->',
  '←': '<-',
  '™': 'TM',
  '©': '(c)',
  '®': '(R)',
  '°': 'deg',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '฿': 'THB',
  '₫': 'VND',
  '₱': 'PHP',
  '¡': '!',
  '¿': '?',
  '§': 'S',
  '¶': ' ',
  '±': '+/-',
  '¢': 'c',
  '…': '...',
};

const COMBINING = /\p{Mn}/gu;
const CONTROL_OR_FORMAT = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** `1½` must not become `11/2`. */
const FRACTION_AFTER_DIGIT = /(\d)([\u00BC-\u00BE\u2150-\u215E])/gu;
const FRACTION_SLASH = /\u2044/gu;
const FOREIGN_RUN = /[^\x20-\x7e]+(?:\s+[^\x20-\x7e]+)*/gu;
const NOT_PRINTABLE = /[^\x20-\x7e]/u;
/** Texts that need no change, as most are: printable ASCII with single blanks, none at the ends. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Me}/gu;

/**
 * Text that a receipt printer can print: ASCII, one line, no control characters. Accents are
 * removed, dashes, quotes, bullets and fractions become plain forms, emoji are left out, Cyrillic and
 * Greek letters are spelled in Latin ones, and a run of letters from another script becomes one `?`. So a name can neither contain a command
 * (`1B 70 00` opens the drawer) nor change the code page. Never throws.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return spelled(text)
    .replaceAll(BREAK, ' ')
    .replaceAll(PICTURE, ' ')
    .replaceAll(FRACTION_AFTER_DIGIT, '$1 $2')
    .normalize('NFKD')
    .replaceAll(COMBINING, '')
    .replaceAll(/\P{ASCII}/gu, (letter) => ROMANISED.get(letter) ?? letter)
    .replaceAll(CONTROL_OR_FORMAT, '')
    .replaceAll(FRACTION_SLASH, '/')
    .replaceAll(FOREIGN_RUN, REPLACEMENT)
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

function spelled(text: string): string {
  return text.replaceAll(/\P{ASCII}/gu, (character) => SPELLINGS[character] ?? character);
}

/** True when any readable text remains on paper. */
export function isReadable(text: string): boolean {
  return /[A-Za-z0-9]/.test(printable(text));
}

/** True for text that needs no change to be printed. */
export function isPrintableAscii(text: string): boolean {
  return !NOT_PRINTABLE.test(text);
}
