/** What banks and payers write where a reference is demanded and they have none. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  (
    'NONREF NOREF NOREFERENCE NONREFERENCE NOTPROVIDED NOTAVAILABLE NOTAPPLICABLE NOTSPECIFIED NOTKNOWN NOTGIVEN ' +
    'NA NONE NULL NIL UNKNOWN UNDEFINED UNSPECIFIED EMPTY BLANK DEFAULT REF REFERENCE ' +
    'TIDAKADA TANPAREFERENSI TANPAREF KOSONG NIHIL'
  ).split(' '),
);

/** Zeros, nines, crosses: one character again and again is filled in by a machine. */
const ONE_CHARACTER = /^(?<one>.)\k<one>*$/;

/**
 * The form in which references of banks and payers are compared, or undefined when the text stands for "there is
 * none" (`NONREF`, `NOTPROVIDED`, zeros): such a text is the same for everybody and tells nobody from another.
 * Whether a text of this form is shared by many payers, only their payments can tell.
 */
export function identifyingReference(reference: string | undefined): string | undefined {
  const key = (reference ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
  const bare = key.replaceAll(/^0+|0+$/g, '');
  if (ONE_CHARACTER.test(key) || bare === '' || PLACEHOLDERS.has(bare)) return undefined;
  return key;
}
