import { normaliseText } from '../statement/text.js';
import { groupBy } from '../group-by.js';

/** Legal forms and shop words that banks, payers and master data write or leave out at will. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  [
    'PT CV UD TB TBK PERSERO PD FA KOPERASI YAYASAN TOKO',
    'PTY PTE LTD LIMITED SDN BHD INC CORP LLC CO',
    'BPK IBU SDR SDRI MR MRS MS',
  ].flatMap((line) => line.split(' ')),
);

/** Banks cut names at 18 characters or more; a shorter beginning identifies nobody. */
const NAME_PREFIX_LENGTH_MIN = 8;

/** `PT. Kedai Contoh, Tbk` and `KEDAI CONTOH` are the same name. */
function comparableName(name: string): string {
  return normaliseText(name)
    .replaceAll(/[^0-9A-Z ]/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !LEGAL_FORMS.has(word))
    .join(' ');
}

export type NamedCustomer = Readonly<{ customerId: string; name: string }>;

/**
 * Customers with exactly this name, or, when there is none, customers whose name begins with it.
 */
export type NameIndex = Readonly<{
  equal: (name: string) => readonly string[];
  beginningWith: (name: string) => readonly string[];
}>;

/** Built once for a run; each question is a hash lookup or a binary search. */
export function buildNameIndex(customers: readonly NamedCustomer[]): NameIndex {
  const sorted = customers
    .map(({ customerId, name }) => ({ customerId, name: comparableName(name) }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const byName = groupBy(sorted, ({ name }) => name);
  return {
    equal: (name) => (byName.get(comparableName(name)) ?? []).map(({ customerId }) => customerId),
    beginningWith: (name) => {
      const beginning = comparableName(name);
      if (beginning.length < NAME_PREFIX_LENGTH_MIN) return [];
      const first = firstNotBelow(sorted, beginning);
      const next = sorted.slice(first, first + CUT_NAME_CUSTOMERS_MAX);
      return next.filter((one) => one.name.startsWith(beginning)).map((one) => one.customerId);
    },
  };
}

/** A truncated name that fits more customers than this identifies nobody. */
const CUT_NAME_CUSTOMERS_MAX = 4;

function firstNotBelow(sorted: readonly Readonly<{ name: string }>[], beginning: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle]?.name ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}
