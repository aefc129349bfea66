import { normaliseText } from '../statement/text.js';

/** No plan has more; a larger number is something else. */
const INSTALMENT_MAX = 60;

const NAMED =
  /\b(?:CICILAN|ANGSURAN|TERMIN|TAHAP|INSTALL?MENTS?)(?: (?:KE|NO))?[ :.#-]{0,2}(?<first>\d{1,2})(?: ?(?:&|,|\+|DAN|AND|-|S\/D) ?(?<second>\d{1,2}))?(?!\d| ?(?:X|KALI|HARI|BULAN|DAYS|MONTHS)\b)/g;

/**
 * The instalments that the payer says to pay, in order: `cicilan ke-2`, `termin 3`, `angsuran 2 dan 3`. A payer may say
 * which debt is paid (KUHPerdata 1396); without a word, the oldest is (1397).
 */
export function instalmentsNamed(texts: readonly string[]): readonly number[] {
  const named = texts.flatMap((text) =>
    [...normaliseText(text).matchAll(NAMED)].flatMap(({ groups }) => [
      Number(groups?.['first']),
      Number(groups?.['second'] ?? groups?.['first']),
    ]),
  );
  const possible = named.filter((one) => one >= 1 && one <= INSTALMENT_MAX);
  return [...new Set(possible)].toSorted((a, b) => a - b);
}
