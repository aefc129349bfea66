import { UNSEEN_SIGNS } from '../text/unseen-signs.js';

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
/**
 * Whatever is read or printed as a digit: those of all scripts, and raised, lowered and circled ones. Below, what stands
 * between them: separators, blanks, and signs that nobody sees. Not `+`, which would join an instant with its offset.
 */
const DIGIT = String.raw`[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u24ea]`;
const BETWEEN = String.raw`[\s.,:;/\\|*#_~='()&\-\u2010-\u2015\u2212·${UNSEEN_SIGNS}]{0,6}`;
const RUN = `${DIGIT}(?:${BETWEEN}${DIGIT}){12,}`;
const IN_TEXT = new RegExp(`${UUID}|${RUN}`, 'gu');
/** A value named `barcode` or `sku` is an article number, unless the whole value is a card number. */
const IN_DOCUMENT = new RegExp(
  String.raw`(?<code>"(?:barcode|sku)"\s*:\s*"[^"]*")|${UUID}|${RUN}`,
  'gu',
);
const WHOLE_UUID = new RegExp(`^${UUID}$`);

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
    WHOLE_UUID.test(run) ? run : maskRun(run, { digitsMin: 13 }),
  );
}

/**
 * The same for a code such as a SKU, which is often a number itself: masked only when the whole code is a card number
 * of 15 digits or more. Article numbers have eight to fourteen digits (GS1).
 */
export function maskCardNumberCode(code: string): string {
  return isOfNetwork(digitsOf(code)) && /^\d{15,19}$/.test(digitsOf(code)) ? hide(code) : code;
}

/**
 * The same for the whole content that a till sent, JSON or not. Thirteen digits are left: they are article numbers
 * (EAN-13).
 */
export function maskCardNumbersOfDocument(content: string): string {
  return content.replaceAll(IN_DOCUMENT, (found: string, code: string | undefined) => {
    if (code !== undefined)
      return found.replace(/[^"]*(?="$)/, (value) => maskCardNumberCode(value));
    return WHOLE_UUID.test(found) ? found : maskRun(found, { digitsMin: 14 });
  });
}

type Place = Readonly<{ at: number; value: string; opensGroup: boolean; closesGroup: boolean }>;

function maskRun(run: string, { digitsMin }: Readonly<{ digitsMin: number }>): string {
  const places = placesOf(run);
  const digits = places.map(({ value }) => value).join('');
  const hidden = new Set<number>();
  for (const [from, { opensGroup }] of places.entries()) {
    for (const length of LENGTHS) {
      const last = places[from + length - 1];
      if (last === undefined || length < digitsMin) continue;
      if (!mayStandAt({ opensGroup, closesGroup: last.closesGroup, length })) continue;
      if (!isOfNetwork(digits.slice(from, from + length))) continue;
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
function mayStandAt({
  opensGroup,
  closesGroup,
  length,
}: Readonly<{ opensGroup: boolean; closesGroup: boolean; length: number }>): boolean {
  if (opensGroup && closesGroup) return true;
  return (opensGroup || closesGroup) && GLUED_LENGTHS.includes(length);
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
const EVERY_DIGIT = new RegExp(DIGIT, 'gu');

function isDigit(sign: string): boolean {
  return ONE_DIGIT.test(sign);
}

/** The digit that a sign stands for. The ten of a script follow each other, from zero. */
function digitOf(sign: string): string {
  if (/^[0-9]$/.test(sign)) return sign;
  const plain = sign.normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return plain;
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDecimal(code - value - 1)) value += 1;
  return String(value);
}

function isDecimal(code: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(code));
}

function digitsOf(text: string): string {
  return text.replaceAll(EVERY_DIGIT, digitOf).replaceAll(/[ \-\p{Cf}]/gu, '');
}

function hide(code: string): string {
  const signs = Array.from(code);
  const digits = signs.flatMap((sign, at) => (isDigit(sign) ? [at] : []));
  const hidden = new Set(digits.slice(0, -LAST_DIGITS_KEPT));
  return signs.map((sign, at) => (hidden.has(at) ? '*' : sign)).join('');
}

// One expression and one loop: a hostile text has a hundred thousand places where a card could begin.
const ANY_NETWORK = new RegExp(NETWORKS.map(({ source }) => source).join('|'));

function isOfNetwork(digits: string): boolean {
  return ANY_NETWORK.test(digits) && hasLuhnDigit(digits);
}

function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, isDoubled = false; at >= 0; at -= 1, isDoubled = !isDoubled) {
    const value = Number(digits[at]) * (isDoubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
