import { identifyingReference } from './identifying-reference.js';
import { accountsDiffer, isSameAccount, namesDiffer } from './same-party.js';
import type { LineDetail, StatementLine } from './statement.js';
import { normaliseText } from './text.js';

/**
 * How far two differently written lines of one amount agree. `different`: a field that both have differs. `party`: the
 * same payer. `words`: the same payer and text. `silent`: nothing for or against.
 */
export type Agreement = 'different' | 'words' | 'party' | 'silent';

/** A notice may be dated some days before the booking; then only a shared reference joins them. */
export const WITNESS_DAYS = 5;

/** Every identifying reference of a line and of its payments, with its kind: `end-to-end E2E1`. */
export function referencesOf(line: StatementLine): readonly string[] {
  const ofPayments = [line, ...line.details].flatMap((one) => [
    ...named('end-to-end', one.endToEndReference),
    ...named('creditor', one.creditorReference),
    ...one.otherReferences.flatMap((other) => named('other', other)),
  ]);
  return [...new Set([...named('bank', line.bankReference), ...ofPayments])];
}

function named(kind: string, reference: string | undefined): string[] {
  const key = identifyingReference(reference);
  return key === undefined ? [] : [`${kind} ${key}`];
}

/** Whether two lines may be one booking: their days are near, and no field that both have differs. */
export function mayBeOneBooking(a: StatementLine, b: StatementLine): boolean {
  const days = Math.abs(a.bookingDate.until(b.bookingDate, { largestUnit: 'days' }).days);
  return days <= WITNESS_DAYS && !isContradicted(a, b);
}

/** The agreement of two lines; other days are `different`. */
export function agreementOf(a: StatementLine, b: StatementLine): Agreement {
  if (!a.bookingDate.equals(b.bookingDate) || isContradicted(a, b)) return 'different';
  const isParty = isSameAccount(a.payerAccount, b.payerAccount) || sharesName(a, b);
  if (isParty) return sharesText(a, b) ? 'words' : 'party';
  return differ(a.bankReference, b.bankReference) ? 'different' : 'silent';
}

/** Whether both have a bank reference, and the two differ. */
export function bankReferencesDiffer(a: StatementLine, b: StatementLine): boolean {
  return differ(a.bankReference, b.bankReference);
}

function isContradicted(a: StatementLine, b: StatementLine): boolean {
  return (
    differ(a.endToEndReference, b.endToEndReference) ||
    differ(a.creditorReference, b.creditorReference) ||
    accountsDiffer(a.payerAccount, b.payerAccount) ||
    namesDiffer(a.payerName, b.payerName) ||
    detailsDiffer(a.details, b.details)
  );
}

/** A truncated reference counts as equal, because banks cut references. */
function differ(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [identifyingReference(a), identifyingReference(b)];
  if (one === undefined || other === undefined) return false;
  return !one.startsWith(other) && !other.startsWith(one);
}

/** Whether the names are the same, or the name of one is in the text of the other. */
function sharesName(a: StatementLine, b: StatementLine): boolean {
  return [
    [a, b],
    [b, a],
  ].some(([one, other]) => {
    const name = normaliseText(one?.payerName ?? '');
    if (name === '' || other === undefined) return false;
    return other.payerName === undefined
      ? normaliseText(other.text).includes(name)
      : !namesDiffer(name, other.payerName);
  });
}

function sharesText(a: StatementLine, b: StatementLine): boolean {
  const [one, other] = [normaliseText(a.text), normaliseText(b.text)];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}

function detailsDiffer(a: readonly LineDetail[], b: readonly LineDetail[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return [
    ({ amount }: LineDetail) => amount?.toString() ?? '',
    ({ endToEndReference }: LineDetail) => identifyingReference(endToEndReference) ?? '',
    ({ payerAccount }: LineDetail) => payerAccount ?? '',
  ].some((valueOf) => {
    const [one, other] = [a.map(valueOf), b.map(valueOf)];
    const areGiven = ![...one, ...other].includes('');
    return a.length !== b.length || (areGiven && inOrder(one) !== inOrder(other));
  });
}

function inOrder(values: readonly string[]): string {
  return values.toSorted().join('\n');
}
