import type { StatementLine } from './statement.js';
import { normaliseAccount, normaliseText } from './text.js';

/** What makes a bank line this line and no other. */
export type FingerprintedLine = Pick<
  StatementLine,
  'bookingDate' | 'amount' | 'currency' | 'bankReference' | 'endToEndReference' | 'text'
>;

/** A collision-free digest of a text (SHA-256); passed in, because rules have no crypto library. */
export type Digest = (text: string) => string;

export type LineIdentity = Readonly<{ occurrence: number; duplicateKey: string }>;

/** No bank text can hold it, so that no two different lines give the same joined text. */
const UNIT_SEPARATOR = '\u001f';

/**
 * Numbers the lines of one file. Two genuine payments may be equal in everything a bank tells us, so
 * the key of a repetition ends in its occurrence number: the second of two equal lines is `...:2` in
 * every file that holds both, and a file that comes again adds nothing.
 */
export function createLineIdentifier(
  digest: Digest,
): (accountId: string, line: FingerprintedLine) => LineIdentity {
  const seen = new Map<string, number>();
  return (accountId, line) => {
    const fingerprint = digest(fingerprintText(accountId, line));
    const occurrence = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, occurrence);
    const duplicateKey = occurrence === 1 ? fingerprint : `${fingerprint}:${occurrence}`;
    return { occurrence, duplicateKey };
  };
}

/** Account, booking date, signed amount, currency, reference and text, in one comparable form. */
export function fingerprintText(accountId: string, line: FingerprintedLine): string {
  return [
    normaliseAccount(accountId),
    line.bookingDate.toString(),
    line.amount.toString(),
    line.currency,
    normaliseText(line.bankReference ?? line.endToEndReference ?? ''),
    normaliseText(line.text),
  ].join(UNIT_SEPARATOR);
}
