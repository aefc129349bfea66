import { NO_SEAL_BEFORE, type Leaf, type SealContent } from './seal.js';

/** A seal as it stands in the books, with what cryptography says of it. */
export type StoredSeal = SealContent &
  Readonly<{
    /** Hex, as stored. */
    digest: string;
    /** `digest` is that of the content, and a known key has signed it. */
    signature: 'valid' | 'forged';
  }>;

/** What a seal leans on: the one before it, by its stored digest. */
export type Link = Readonly<{ lastRow: bigint; digest: string }>;

export type SealFault =
  | Readonly<{ kind: 'seal-forged' | 'chain-broken'; firstRow: bigint; lastRow: bigint }>
  | Readonly<{ kind: 'row-changed' | 'row-missing' | 'row-added'; row: bigint }>;

/**
 * Holds a seal against the seal before it and against the rows that are in its range today. The same rows in the
 * same chain, signed: no fault. `previous` is undefined for the first seal.
 */
export function checkSeal(
  seal: StoredSeal,
  { previous, rows }: Readonly<{ previous: Link | undefined; rows: readonly Leaf[] }>,
): readonly SealFault[] {
  const { firstRow, lastRow } = seal;
  const faults: SealFault[] = [];
  if (seal.signature === 'forged') faults.push({ kind: 'seal-forged', firstRow, lastRow });
  if (!follows(seal, previous)) faults.push({ kind: 'chain-broken', firstRow, lastRow });
  return [...faults, ...compareRows(seal.leaves, rows)];
}

/** The range begins where the one before ended: between two seals no row can be put or taken away. */
function follows(seal: StoredSeal, previous: Link | undefined): boolean {
  if (previous === undefined) return seal.previousDigest === NO_SEAL_BEFORE;
  return seal.previousDigest === previous.digest && seal.firstRow === previous.lastRow + 1n;
}

function compareRows(sealed: readonly Leaf[], found: readonly Leaf[]): SealFault[] {
  const now = new Map(found.map(({ id, digest }) => [id, digest]));
  const then = new Set(sealed.map(({ id }) => id));
  const lost = sealed.flatMap(({ id, digest }): SealFault[] => {
    const today = now.get(id);
    if (today === digest) return [];
    return [{ kind: today === undefined ? 'row-missing' : 'row-changed', row: id }];
  });
  const added = found
    .filter(({ id }) => !then.has(id))
    .map(({ id }): SealFault => ({ kind: 'row-added', row: id }));
  return [...lost, ...added];
}

/** For people: what is wrong, and where. */
export function describeFault(fault: SealFault): string {
  switch (fault.kind) {
    case 'seal-forged':
      return `the seal of rows ${fault.firstRow} to ${fault.lastRow} was not made by this installation, or was changed`;
    case 'chain-broken':
      return `the seal of rows ${fault.firstRow} to ${fault.lastRow} does not follow the one before it`;
    case 'row-changed':
      return `row ${fault.row} was changed after it was sealed`;
    case 'row-missing':
      return `row ${fault.row} was sealed and is not there any more`;
    case 'row-added':
      return `row ${fault.row} was put among rows that were sealed before`;
  }
}
