import { normaliseAccount, normaliseText } from './text.js';

/** The account number is the end of its IBAN. */
export function isSameAccount(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [normaliseAccount(a ?? ''), normaliseAccount(b ?? '')];
  return one !== '' && other !== '' && (one.endsWith(other) || other.endsWith(one));
}

/** Whether both accounts are known and are not the same. */
export function accountsDiffer(a: string | undefined, b: string | undefined): boolean {
  const areGiven = normaliseAccount(a ?? '') !== '' && normaliseAccount(b ?? '') !== '';
  return areGiven && !isSameAccount(a, b);
}

/** Legal forms and initials do not identify anybody. */
const NAME_WORD_LENGTH_MIN = 3;

function nameWords(name: string | undefined): ReadonlySet<string> {
  const words = normaliseText(name ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter(({ length }) => length >= NAME_WORD_LENGTH_MIN));
}

/** Banks cut and reorder names; two names without a common word differ. */
export function namesDiffer(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [nameWords(a), nameWords(b)];
  if (one.size === 0 || other.size === 0) return false;
  return (
    ![...one].every((word) => isAmong(word, other)) &&
    ![...other].every((word) => isAmong(word, one))
  );
}

function isAmong(word: string, words: ReadonlySet<string>): boolean {
  return [...words].some((one) => one.startsWith(word) || word.startsWith(one));
}
