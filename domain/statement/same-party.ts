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

/** The words that tell who it is: the long ones, or all of a name that has none. */
function nameWords(name: string | undefined): ReadonlySet<string> {
  const words = normaliseText(name ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = words.filter(({ length }) => length >= NAME_WORD_LENGTH_MIN);
  return new Set(long.length === 0 ? words : long);
}

/**
 * Whether two names are of different people. Banks cut and reorder names, so they are the same when every word of one is
 * among the words of the other or begins one of them. A name that is missing differs from none.
 */
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
