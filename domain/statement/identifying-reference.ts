/** Placeholders that banks and payers write when a required reference is missing. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  (
    'NONREF NOREF NOREFERENCE NONREFERENCE NOTPROVIDED NOTAVAILABLE NOTAPPLICABLE NOTSPECIFIED NOTKNOWN NOTGIVEN ' +
    'NA NONE NULL NIL UNKNOWN UNDEFINED UNSPECIFIED EMPTY BLANK DEFAULT REF REFERENCE ' +
    'TIDAKADA TANPAREFERENSI TANPAREF KOSONG NIHIL'
  ).split(' '),
);

/** One repeated character (zeros, nines, crosses) is a filler, no reference. */
const ONE_CHARACTER = /^(?<one>.)\k<one>*$/;

/**
 * A reference in the form in which references are compared, or undefined for a placeholder (`NONREF`, `NOTPROVIDED`,
 * zeros), which identifies nothing. A real reference may still be shared by many payers; only their payments show that.
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
