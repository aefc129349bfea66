import { assert } from '../../../domain/assert.js';
import { dammDigit } from '../../../domain/invoice/damm.js';

/*
 * The oracle of the numbers on documents. A number is known only under the lock of its series, so the rules
 * in force are SQL: `document_number` (`prisma/functions/ledger`) and `payment_reference`
 * (`prisma/functions/invoice`). `test/prisma/sql-equals-typescript.test.ts` holds both equal.
 */

/** Upper-case letters and digits in groups, such as `INV/JKT/2026`. */
const SERIES = /^[A-Z0-9]{1,12}(?:\/[A-Z0-9]{1,12}){0,3}$/;

/** A million documents in a year's series sort as text; later ones only grow longer. */
const SEQUENCE_WIDTH = 6;

/** `A` is 10 and `Z` is 35, as in IBAN. */
const CODE_OF_LETTER_A = 'A'.charCodeAt(0) - 10;

/** The number people read and type: `INV/JKT/2026/000123-9`. */
export function documentNumber({
  series,
  sequence,
}: Readonly<{ series: string; sequence: bigint }>): string {
  assert(SERIES.test(series), `a number series looks like INV/JKT/2026, not like ${series}`);
  assert(sequence > 0n, 'documents are numbered from 1');
  const stem = `${series}/${sequence.toString().padStart(SEQUENCE_WIDTH, '0')}`;
  const digits = stem
    .replaceAll('/', '')
    .replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - CODE_OF_LETTER_A));
  return `${stem}-${dammDigit(digits)}`;
}

/** Two digits of the year and two of the legal entity. */
const REFERENCE_SERIES = /^[1-9]\d{3}$/;

/** A hundred million references in one series. */
const NUMBER_WIDTH = 8;
const NUMBER_LIMIT = 10n ** BigInt(NUMBER_WIDTH);

/** What a customer types into the transfer: series, number, check digit. */
export function paymentReference(series: string, number: bigint): string {
  assert(
    REFERENCE_SERIES.test(series),
    `a reference series has four digits, the first no zero: ${series}`,
  );
  assert(number > 0n && number < NUMBER_LIMIT, `a reference number has up to 8 digits: ${number}`);
  const digits = series + number.toString().padStart(NUMBER_WIDTH, '0');
  return digits + dammDigit(digits);
}
