/** Which sign begins the decimals; `unknown` while nothing in the file has shown it. */
export type DecimalMark = '.' | ',' | 'unknown';

export type NumberReading =
  | Readonly<{ kind: 'read'; decimal: string }>
  /** `8,99E+12`: a spreadsheet has rounded it, and the digits are lost. */
  | Readonly<{ kind: 'scientific' }>
  /** `1.000` may be one or a thousand. */
  | Readonly<{ kind: 'ambiguous' }>
  | Readonly<{ kind: 'no-number' }>;

const SCIENTIFIC = /^[-+]?\d+(?:[.,]\d+)?e[-+]?\d+$/i;
const NUMBER = /^(?<sign>[-+]?)(?<digits>\d[\d.,' ]*)$/;
const CURRENCY = /^(?:rp\.?|idr)\s*|\s*(?:rp|idr|,-)$/gi;
/** Thousands never begin with a zero: `0.001` shows its decimals. */
const GROUPED = /^[1-9]\d{0,2}(?:[.,' ]\d{3})+$/;

/**
 * Reads a number as people and other systems write it: `29.000`, `Rp 29.000,00`, `1,234.50`, `(500)`. The answer is a
 * plain decimal without zeros at its end. `whole`: the unit has no decimals, so groups of three are always thousands.
 */
export function readNumber(
  text: string,
  { mark, unit }: Readonly<{ mark: DecimalMark; unit: 'whole' | 'parts' }>,
): NumberReading {
  const bare = text.trim().replaceAll(CURRENCY, '').trim();
  const inBrackets = /^\((.*)\)$/.exec(bare)?.[1];
  const signed = inBrackets === undefined ? bare : `-${inBrackets}`;
  if (SCIENTIFIC.test(signed)) return { kind: 'scientific' };
  const parts = NUMBER.exec(signed)?.groups;
  if (parts === undefined) return { kind: 'no-number' };
  const { sign = '', digits = '' } = parts;
  const found = decimalMarkOf(digits, { mark, unit });
  if (found === 'unknown') return { kind: 'ambiguous' };
  return plainDecimal(sign, digits, found);
}

/** What a number shows of the file's decimal mark; `unknown` when it shows nothing. */
export function decimalMarkIn(text: string): DecimalMark {
  const digits = NUMBER.exec(text.trim().replaceAll(CURRENCY, '').trim())?.groups?.['digits'];
  if (digits === undefined) return 'unknown';
  const [points, commas] = [count(digits, '.'), count(digits, ',')];
  if (points > 0 && commas > 0)
    return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (points > 1) return ',';
  if (commas > 1) return '.';
  if (points + commas === 0 || GROUPED.test(digits)) return 'unknown';
  return points === 1 ? '.' : ',';
}

function decimalMarkOf(
  digits: string,
  { mark, unit }: Readonly<{ mark: DecimalMark; unit: 'whole' | 'parts' }>,
): DecimalMark {
  const own = decimalMarkIn(digits);
  if (own !== 'unknown') return own;
  if (!/[.,]/.test(digits)) return '.';
  if (mark !== 'unknown') return mark;
  // Three digits behind the only sign of a unit without decimals are thousands.
  if (unit === 'whole') return digits.includes('.') ? ',' : '.';
  return 'unknown';
}

function plainDecimal(sign: string, digits: string, mark: '.' | ','): NumberReading {
  const grouping = mark === '.' ? ',' : '.';
  const [whole = '', fraction = '', ...rest] = digits.replaceAll(/[' ]/g, '').split(mark);
  const ungrouped = whole.replaceAll(grouping, '');
  const isGrouped = !whole.includes(grouping) || GROUPED.test(whole);
  if (rest.length > 0 || !isGrouped || fraction.includes(grouping) || ungrouped === '') {
    return { kind: 'no-number' };
  }
  const plain = ungrouped.replace(/^0+(?=\d)/, '');
  const decimals = fraction.replace(/0+$/, '');
  const value = decimals === '' ? plain : `${plain}.${decimals}`;
  const isNegative = sign === '-' && /[1-9]/.test(value);
  return { kind: 'read', decimal: isNegative ? `-${value}` : value };
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
