/** What a PIN is typed for at a till. `pin-change` is the change of the PIN itself. */
export const PIN_PURPOSES = [
  'sign-in',
  'tender-change',
  'void',
  'line-removal',
  'price',
  'discount',
  'refund',
  'reprint',
  'drawer',
  'offline-sale',
  'pin-change',
] as const;
export type PinPurpose = (typeof PIN_PURPOSES)[number];

export const PIN_OUTCOMES = ['right', 'wrong'] as const;

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A PIN is changed at least so often. */
export const PIN_GOOD_MS = 90 * DAY_MS;
/** A PIN that a manager has given is changed by its person within this time. */
export const GIVEN_PIN_GOOD_MS = DAY_MS;
/** A till checks by what it was told for so long without a connection: a long week-end. */
export const OFFLINE_PIN_GOOD_MS = 3 * DAY_MS;
/** So many wrong PINs in a row are free; then each makes the next one wait. A till keeps to it without a connection too. */
export const WRONG_PINS_FREE = 5;

const DIGITS_DIFFERENT_MIN = 3;
const STEPS = new Set([1, -1]);

/** Whether a PIN is one of those that are tried first: few digits, a run such as 123456, or a half twice. */
export function isGuessedFirst(pin: string): boolean {
  if (new Set(pin).size < DIGITS_DIFFERENT_MIN) return true;
  const half = pin.slice(0, pin.length / 2);
  if (pin === half + half) return true;
  const [first, ...others] = pin
    .slice(1)
    .split('')
    .map((digit, at) => Number(digit) - Number(pin[at]));
  return first !== undefined && STEPS.has(first) && others.every((step) => step === first);
}
