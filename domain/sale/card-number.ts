/** Leading digits and lengths of the card networks (ISO/IEC 7812), Indonesia's included. */
const NETWORKS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/, // Visa
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^3(?:0[0-5]|[689]\d)\d{11}$/, // Diners Club
  /^(?:352[89]|35[3-8]\d)\d{12,15}$/, // JCB
  /^(?:50|5[6-9]|6\d|81)\d{13,17}$/, // Maestro, UnionPay, Discover, cards of Indonesian banks
  /^(?:220[0-4]|1946)\d{12}$/, // Mir, and the national scheme of Indonesia
];
/** Lengths looked for when a number is glued to other digits; nearly every card has one of them. */
const GLUED_LENGTHS: readonly number[] = [16, 15];
const LENGTHS: readonly number[] = [19, 18, 17, 16, 15, 14, 13];
const LAST_DIGITS_KEPT = 4;

const UUID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';
/** The end of an instant would read on into its offset. */
const INSTANT = String.raw`(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[+-]\d\d:?\d\d)?`;
/** First and last sign, and the digit of the first, of rows of digits that Unicode does not take for digits. */
const DRAWN_DIGITS: readonly (readonly [first: number, last: number, digit: number])[] = [
  [0x24_60, 0x24_68, 1],
  [0x24_74, 0x24_7c, 1],
  [0x24_88, 0x24_90, 1],
  [0x24_ea, 0x24_ea, 0],
  [0x24_f5, 0x24_fd, 1],
  [0x24_ff, 0x24_ff, 0],
  [0x27_76, 0x27_7e, 1],
  [0x27_80, 0x27_88, 1],
  [0x27_8a, 0x27_92, 1],
  [0x1_f1_00, 0x1_f1_00, 0],
  [0x1_f1_01, 0x1_f1_0a, 0],
];
const DRAWN = DRAWN_DIGITS.map(([first, last]) => `${signOf(first)}-${signOf(last)}`).join('');
/**
 * Whatever is read or printed as a digit: those of all scripts, and raised, lowered, circled and bracketed ones. Below,
 * what may stand between them: everything but letters and other digits, seen or not, and letters that nobody sees.
 */
const DIGIT = String.raw`[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089${DRAWN}]`;
const BETWEEN = String.raw`[\p{M}\p{P}\p{S}\p{Z}\p{C}\u115f\u1160\u3164\uffa0]{0,6}`;
const RUN = `${DIGIT}(?:${BETWEEN}${DIGIT}){12,}`;
const NO_CARD = `${UUID}|${INSTANT}`;
const IN_TEXT = new RegExp(`${NO_CARD}|${RUN}`, 'gu');
/** A value named `barcode` or `sku` is an article number, unless a card number stands in it by itself. */
const IN_DOCUMENT = new RegExp(
  String.raw`(?<code>"(?:barcode|sku)"\s*:\s*"[^"]*")|${NO_CARD}|${RUN}`,
  'gu',
);
const WHOLE_NO_CARD = new RegExp(`^(?:${NO_CARD})$`);

/** True when the text contains a card number, also glued to other text or written in groups. */
export function holdsCardNumber(text: string): boolean {
  return maskCardNumbers(text) !== text;
}

/**
 * Replaces every digit but the last four of each card number in a text by an asterisk, and nothing else. A card number
 * has the leading digits and length of a network and a Luhn check digit (ISO/IEC 7812-1), with any separators and glued
 * to any text; in a longer run of digits it is looked for at both ends. Source: PCI DSS 4.0, 3.4.1 (at most the first
 * six and last four digits may be shown).
 */
export function maskCardNumbers(text: string): string {
  return text.replaceAll(IN_TEXT, (run) =>
    WHOLE_NO_CARD.test(run) ? run : maskRun(run, { digitsMin: 13, glued: GLUED_LENGTHS }),
  );
}

/**
 * The same for a code such as a SKU, which is often a number itself: only a card number of 15 digits or more with no other
 * digit beside it is masked. Article numbers have eight to fourteen digits (GS1).
 */
export function maskCardNumberCode(code: string): string {
  return code.replaceAll(IN_TEXT, (run) =>
    WHOLE_NO_CARD.test(run) ? run : maskRun(run, { digitsMin: 15, glued: [] }),
  );
}

/**
 * The same for the whole content that a till sent, JSON or not, with signs that are written as JSON escapes. Thirteen
 * digits are left: they are article numbers (EAN-13).
 */
export function maskCardNumbersOfDocument(content: string): string {
  if (!content.includes('\\')) return maskDocument(content);
  // Masking keeps the number of signs: a sign that was written as an escape is masked where the escape stands.
  const written = content.match(ESCAPED_SIGN) ?? [];
  const masked = Array.from(maskDocument(written.map(readEscape).join('')));
  return written.map((sign, at) => (masked[at] === '*' ? '*' : sign)).join('');
}

const ESCAPED_SIGN =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\[^u]|[^]/gu;

/** The sign of an escape; what only separates, and quotes, which would end a text, stand as an apostrophe. */
function readEscape(written: string): string {
  if (written.length === 1 || !written.startsWith('\\')) return written;
  if (!written.startsWith('\\u')) return "'";
  const sign = written.replaceAll(/\\u(.{4})/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return sign === '"' || !sign.isWellFormed() ? "'" : sign;
}

function maskDocument(content: string): string {
  return content.replaceAll(IN_DOCUMENT, (found: string, code: string | undefined) => {
    if (code !== undefined)
      return found.replace(/[^"]*(?="$)/, (value) => maskCardNumberCode(value));
    return WHOLE_NO_CARD.test(found)
      ? found
      : maskRun(found, { digitsMin: 14, glued: GLUED_LENGTHS });
  });
}

type Place = Readonly<{ at: number; value: string; opensGroup: boolean; closesGroup: boolean }>;

/** `glued`: the lengths in which a number may stand beside other digits. */
type Search = Readonly<{ digitsMin: number; glued: readonly number[] }>;

function maskRun(run: string, { digitsMin, glued }: Search): string {
  const places = placesOf(run);
  const digits = places.map(({ value }) => value).join('');
  const isChecked = luhnOf(digits);
  const hidden = new Set<number>();
  for (const [from, { opensGroup }] of places.entries()) {
    for (const length of LENGTHS) {
      const last = places[from + length - 1];
      if (last === undefined || length < digitsMin) continue;
      const borders = { opensGroup, closesGroup: last.closesGroup };
      if (!mayStandAt(borders, glued.includes(length)) || !isChecked(from, length)) continue;
      if (!ANY_NETWORK.test(digits.slice(from, from + length))) continue;
      for (const { at } of places.slice(from, from + length - LAST_DIGITS_KEPT)) hidden.add(at);
    }
  }
  return hidden.size === 0
    ? run
    : Array.from(run)
        .map((sign, at) => (hidden.has(at) ? '*' : sign))
        .join('');
}

/** A card number begins and ends at the borders of a digit group; when glued to other digits, at one of them. */
function mayStandAt(
  { opensGroup, closesGroup }: Pick<Place, 'opensGroup' | 'closesGroup'>,
  mayBeGlued: boolean,
): boolean {
  return mayBeGlued ? opensGroup || closesGroup : opensGroup && closesGroup;
}

function placesOf(run: string): Place[] {
  const signs = Array.from(run);
  const are = signs.map(isDigit);
  return signs.flatMap((sign, at) =>
    are[at] === true
      ? [
          {
            at,
            value: digitOf(sign),
            opensGroup: are[at - 1] !== true,
            closesGroup: are[at + 1] !== true,
          },
        ]
      : [],
  );
}

const ONE_DIGIT = new RegExp(`^${DIGIT}$`, 'u');

function isDigit(sign: string): boolean {
  if (sign < '\u0080') return sign >= '0' && sign <= '9';
  return ONE_DIGIT.test(sign);
}

/** The digit that a sign stands for. The ten of a script follow each other, from zero. */
function digitOf(sign: string): string {
  if (/^[0-9]$/.test(sign)) return sign;
  const code = sign.codePointAt(0) ?? 0;
  const drawn = DRAWN_DIGITS.find(([first, last]) => first <= code && code <= last);
  if (drawn !== undefined) return String(drawn[2] + code - drawn[0]);
  const plain = sign.normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return plain;
  let value = 0;
  while (value < 9 && isDecimal(code - value - 1)) value += 1;
  return String(value);
}

function isDecimal(code: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(code));
}

function signOf(code: number): string {
  return String.fromCodePoint(code);
}

const ANY_NETWORK = new RegExp(NETWORKS.map(({ source }) => source).join('|'));

/**
 * Whether a part of the digits ends with its Luhn digit, by sums up to each place: a hostile text has a hundred thousand
 * places where a card could begin.
 */
function luhnOf(digits: string): (from: number, length: number) => boolean {
  // Sums in which the digits at even places count twice, and in which those at odd places do.
  const sums = [new Uint32Array(digits.length + 1), new Uint32Array(digits.length + 1)] as const;
  for (let at = 0; at < digits.length; at += 1) {
    const value = Number(digits[at]);
    const twice = value > 4 ? value * 2 - 9 : value * 2;
    sums[0][at + 1] = (sums[0][at] ?? 0) + (at % 2 === 0 ? twice : value);
    sums[1][at + 1] = (sums[1][at] ?? 0) + (at % 2 === 1 ? twice : value);
  }
  return (from, length) => {
    const end = from + length;
    // The digit before the last one counts twice, and every second one before it.
    const sum = end % 2 === 0 ? sums[0] : sums[1];
    return ((sum[end] ?? 0) - (sum[from] ?? 0)) % 10 === 0;
  };
}
