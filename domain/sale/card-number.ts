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
/** Digits, also full-width ones, which are printed as plain digits; below, the separators used between them. */
const DIGIT = '[0-9０-９]';
const BETWEEN = String.raw`[\s.,:;/\\|*#_\-\u2010-\u2015\u2212·]{0,3}`;
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
            value: /[0-9]/.test(sign) ? sign : sign.normalize('NFKC'),
            opensGroup: are[at - 1] !== true,
            closesGroup: are[at + 1] !== true,
          },
        ]
      : [],
  );
}

function isDigit(sign: string): boolean {
  return /[0-9０-９]/.test(sign);
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[ -]/g, '');
}

function hide(code: string): string {
  return code.slice(0, -LAST_DIGITS_KEPT).replaceAll(/\d/g, '*') + code.slice(-LAST_DIGITS_KEPT);
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
