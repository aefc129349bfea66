import { NO_SEAL_BEFORE, type Leaf, type SealContent, type TrailName } from './seal.js';

/** A seal as stored in the books, with the result of its cryptographic check. */
export type StoredSeal = SealContent &
  Readonly<{
    /** Hex, as stored. */
    digest: string;
    /** Whether `digest` matches the content and a known key has signed it. */
    signature: 'valid' | 'forged';
  }>;

/** The seal before it, named by its stored digest. */
export type Link = Readonly<{ lastRow: bigint; digest: string }>;

export type SealFault =
  | Readonly<{ kind: 'seal-forged' | 'chain-broken'; firstRow: bigint; lastRow: bigint }>
  | Readonly<{ kind: 'row-changed' | 'row-missing' | 'row-added'; row: bigint }>;

/**
 * Compares a seal with the seal before it and with the rows that are in its range today. `previous` is undefined for
 * the first seal.
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

/** A range begins where the one before ended, so that no row can be added or removed between two seals. */
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

const NOUN: Readonly<Record<TrailName, string>> = { audit: 'row', journal: 'journal entry' };
const NOUNS: Readonly<Record<TrailName, string>> = { audit: 'rows', journal: 'journal entries' };

/** Says in a sentence for people what is wrong with a seal, and where. */
export function describeFault(fault: SealFault, trail: TrailName): string {
  const [one, many] = [NOUN[trail], NOUNS[trail]];
  switch (fault.kind) {
    case 'seal-forged':
      return `the seal of ${many} ${fault.firstRow} to ${fault.lastRow} was not made by this installation, or was changed`;
    case 'chain-broken':
      return `the seal of ${many} ${fault.firstRow} to ${fault.lastRow} does not follow the one before it`;
    case 'row-changed':
      return `${one} ${fault.row} was changed after it was sealed`;
    case 'row-missing':
      return `${one} ${fault.row} was sealed and is not there any more`;
    case 'row-added':
      return `${one} ${fault.row} was put among ${many} that were sealed before`;
  }
}
