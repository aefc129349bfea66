/** Leading digits and lengths under which networks issue payment cards (ISO/IEC 7812); those of Indonesia are among them. */
const NETWORKS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/, // Visa
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^3(?:0[0-5]|[689]\d)\d{11}$/, // Diners Club
  /^(?:352[89]|35[3-8]\d)\d{12,15}$/, // JCB
  /^(?:50|5[6-9]|6\d|81)\d{13,17}$/, // Maestro, UnionPay, Discover, cards of Indonesian banks
  /^(?:220[0-4]|1946)\d{12}$/, // Mir, and the national scheme of Indonesia
];
/** Of a number that is written without a break into other digits: what nearly every card has. */
const GLUED_LENGTHS: readonly number[] = [16, 15];
const LENGTHS: readonly number[] = [19, 18, 17, 16, 15, 14, 13];
const LAST_DIGITS_KEPT = 4;

const UUID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';
/** Digits (wide ones too, which paper shows as plain ones), and what people and tills put between them. */
const DIGIT = '[0-9０-９]';
const BETWEEN = String.raw`[\s.,:;/\\|*#_\-\u2010-\u2015\u2212·]{0,3}`;
const RUN = `${DIGIT}(?:${BETWEEN}${DIGIT}){12,}`;
const IN_TEXT = new RegExp(`${UUID}|${RUN}`, 'gu');
/** What a document calls a barcode or a SKU is an article number, unless it is a card number from end to end. */
const IN_DOCUMENT = new RegExp(
  String.raw`(?<code>"(?:barcode|sku)"\s*:\s*"[^"]*")|${UUID}|${RUN}`,
  'gu',
);
const WHOLE_UUID = new RegExp(`^${UUID}$`);

/** True where a card number stands anywhere in the text, glued to other text or written in groups. */
export function holdsCardNumber(text: string): boolean {
  return maskCardNumbers(text) !== text;
}

/**
 * Puts an asterisk for every digit but the last four of each card number in a text, and leaves everything else as it
 * is. A card number has the leading digits and the length of a network and Luhn's check digit (ISO/IEC 7812-1), whatever
 * separates its digits and whatever it is glued to; in the middle of other digits it is looked for at both ends of them.
 * Source: PCI DSS 4.0, 3.4.1 (of a number that is kept at most the first six and last four digits may show).
 */
export function maskCardNumbers(text: string): string {
  return text.replaceAll(IN_TEXT, (run) =>
    WHOLE_UUID.test(run) ? run : maskRun(run, { digitsMin: 13 }),
  );
}

/**
 * The same for a code, such as a SKU, which is often a number itself: masked only when it is a card number from end to
 * end. Article numbers have eight to fourteen digits (GS1), so only longer ones are.
 */
export function maskCardNumberCode(code: string): string {
  return isOfNetwork(digitsOf(code)) && /^\d{15,19}$/.test(digitsOf(code)) ? hide(code) : code;
}

/** The same for what a till sent as a whole, JSON or not. Thirteen digits are left there: they are article numbers (EAN-13). */
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
  const hidden = new Set<number>();
  for (const [from, { opensGroup }] of places.entries()) {
    for (const length of LENGTHS) {
      const last = places[from + length - 1];
      if (last === undefined || length < digitsMin) continue;
      if (!mayStandAt({ opensGroup, closesGroup: last.closesGroup, length })) continue;
      const digits = places.slice(from, from + length);
      if (!isOfNetwork(digits.map(({ value }) => value).join(''))) continue;
      for (const { at } of digits.slice(0, -LAST_DIGITS_KEPT)) hidden.add(at);
    }
  }
  return hidden.size === 0
    ? run
    : Array.from(run)
        .map((sign, at) => (hidden.has(at) ? '*' : sign))
        .join('');
}

/** A number begins and ends where a group of digits does; glued to other digits, it does one of the two. */
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
  return signs.flatMap((sign, at) =>
    isDigit(sign)
      ? [
          {
            at,
            value: sign.normalize('NFKC'),
            opensGroup: !isDigit(signs[at - 1]),
            closesGroup: !isDigit(signs[at + 1]),
          },
        ]
      : [],
  );
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && /[0-9０-９]/.test(sign);
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[ -]/g, '');
}

function hide(code: string): string {
  return code.slice(0, -LAST_DIGITS_KEPT).replaceAll(/\d/g, '*') + code.slice(-LAST_DIGITS_KEPT);
}

function isOfNetwork(digits: string): boolean {
  return NETWORKS.some((network) => network.test(digits)) && hasLuhnDigit(digits);
}

function hasLuhnDigit(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
