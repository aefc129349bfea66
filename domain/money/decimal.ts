/** The parts of a plain decimal; `fraction` is empty when there is no point. */
export type Decimal = Readonly<{ sign: '' | '-'; whole: string; fraction: string }>;

/** Longer texts are not read digit by digit. */
const TEXT_MAX_LENGTH = 64;

/**
 * JSON's number grammar without exponent: no plus sign, no leading zeros, no bare point. "-0" is
 * not accepted, because it would come back as "0".
 */
const DECIMAL = /^(?!-0(?:\.0+)?$)(?<sign>-?)(?<whole>0|[1-9]\d*)(?:\.(?<fraction>\d+))?$/;

/** Reads a plain decimal such as "0", "12.50" or "-3"; undefined for any other text. Never throws. */
export function readDecimal(text: string): Decimal | undefined {
  const parts = text.length <= TEXT_MAX_LENGTH ? DECIMAL.exec(text)?.groups : undefined;
  if (parts === undefined) return undefined;
  const { sign, whole = '', fraction = '' } = parts;
  return { sign: sign === '-' ? '-' : '', whole, fraction };
}

/** The decimal in its smallest unit. The caller has checked that its fraction has at most `exponent` digits. */
export function decimalToUnits({ sign, whole, fraction }: Decimal, exponent: number): bigint {
  const magnitude = BigInt(whole + fraction.padEnd(exponent, '0'));
  return sign === '-' ? -magnitude : magnitude;
}

/** `150000n, 2` -> `"1500.00"`; `150000n, 0` -> `"150000"`. */
export function unitsToDecimal(units: bigint, exponent: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  const fraction = exponent === 0 ? '' : `.${digits.slice(point)}`;
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${fraction}`;
}
