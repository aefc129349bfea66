/** Letters and digits that nobody mistakes for another: no 0 and O, no 1, I and L, no U. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const CODE_LETTERS = 12;
const GROUP_LETTERS = 4;

/** How many random bytes `writeOneTimeCode` needs. */
export const CODE_BYTES = CODE_LETTERS;

/** Random bytes as a code that a person reads to a till: `K7QM-3RTP-9XWD`, 58 bits. */
export function writeOneTimeCode(random: Uint8Array): string {
  const letters = [...random.subarray(0, CODE_LETTERS)].map(
    (byte) => ALPHABET[byte % ALPHABET.length] ?? '',
  );
  return letters.join('').replaceAll(new RegExp(`(.{${GROUP_LETTERS}})(?=.)`, 'g'), '$1-');
}

/** The code as it was typed, without case, blanks and dashes. */
export function readOneTimeCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}
