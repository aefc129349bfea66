import fc from 'fast-check';
import {
  checkSeal,
  describeFault,
  type Link,
  type StoredSeal,
} from '../../../domain/audit/check-seal.js';
import {
  canonicalEntry,
  canonicalSeal,
  NO_SEAL_BEFORE,
  type AuditEntry,
  type Leaf,
} from '../../../domain/audit/seal.js';

describe('canonicalEntry', () => {
  it('is one text for one content, and another for any other', () => {
    fc.assert(
      fc.property(entries(), entries(), (one, other) => {
        expect(canonicalEntry({ ...one })).toBe(canonicalEntry(one));
        expect(canonicalEntry(one) === canonicalEntry(other)).toBe(isSame(one, other));
      }),
      { numRuns: 500 },
    );
  });

  it('tells nothing from the word null, and one column from the next', () => {
    expect(canonicalEntry(anEntry({ before: null }))).not.toBe(
      canonicalEntry(anEntry({ before: 'null' })),
    );
    const moved = anEntry({ actorId: 'u-1","Sri', actorName: '' });
    expect(canonicalEntry(moved)).not.toBe(
      canonicalEntry(anEntry({ actorId: 'u-1', actorName: 'Sri' })),
    );
  });
});

describe('canonicalSeal', () => {
  it('changes with every part of a seal', () => {
    const seal = aSeal();
    const others: readonly Partial<StoredSeal>[] = [
      { firstRow: 2n },
      { lastRow: 9n },
      { sealedAt: '2026-03-02T09:00:00.001Z' },
      { keyId: 'b' },
      { previousDigest: digest(9) },
      { leaves: seal.leaves.slice(1) },
      { leaves: [leaf(1, 7), ...seal.leaves.slice(1)] },
    ];
    const texts = [seal, ...others.map((other) => aSeal(other))].map(canonicalSeal);
    expect(new Set(texts).size).toBe(others.length + 1);
  });
});

describe('checkSeal', () => {
  it('has nothing to say when the rows are as they were', () => {
    expect(faultsOf(aSeal())).toEqual([]);
    expect(faultsOf(aSeal(follower), { previous })).toEqual([]);
  });

  it('names the row that was changed, and both that were swapped', () => {
    expect(faultsOf(aSeal(), { rows: [leaf(1), leaf(2, 8), leaf(3)] })).toEqual([
      { kind: 'row-changed', row: 2n },
    ]);
    expect(faultsOf(aSeal(), { rows: [leaf(1), leaf(2, 3), leaf(3, 2)] })).toEqual([
      { kind: 'row-changed', row: 2n },
      { kind: 'row-changed', row: 3n },
    ]);
  });

  it('names the row that is gone and the one that was put in a gap', () => {
    expect(faultsOf(aSeal(), { rows: [leaf(1), leaf(3), leaf(4)] })).toEqual([
      { kind: 'row-missing', row: 2n },
      { kind: 'row-added', row: 4n },
    ]);
  });

  it('finds a seal that nobody signed', () => {
    expect(faultsOf(aSeal({ signature: 'forged' }))).toEqual([
      { kind: 'seal-forged', firstRow: 1n, lastRow: 5n },
    ]);
  });

  it('finds a chain that is broken at either end', () => {
    const broken = { kind: 'chain-broken', firstRow: 6n, lastRow: 10n };
    const rows = aSeal().leaves;
    expect(faultsOf(aSeal(follower), { rows })).toEqual([broken]);
    expect(faultsOf(aSeal(follower), { rows, previous: { ...previous, lastRow: 4n } })).toEqual([
      broken,
    ]);
    expect(
      faultsOf(aSeal(follower), { rows, previous: { ...previous, digest: digest(2) } }),
    ).toEqual([broken]);
  });

  it('finds any one change of any row', () => {
    const changes = fc.record({
      at: fc.nat(2),
      how: fc.constantFrom('change', 'remove', 'add' as const),
    });
    fc.assert(
      fc.property(changes, ({ at, how }) => {
        const { leaves } = aSeal();
        const id = at + 1;
        const without = leaves.filter((one) => one.id !== BigInt(id));
        const rows = {
          change: [...without, leaf(id, 77)],
          remove: without,
          add: [...leaves, leaf(id + 3)],
        }[how];
        expect(faultsOf(aSeal(), { rows })).toHaveLength(1);
      }),
    );
  });

  it('says each fault in a sentence that names its place', () => {
    const sentences = [
      describeFault({ kind: 'seal-forged', firstRow: 1n, lastRow: 5n }, 'audit'),
      describeFault({ kind: 'chain-broken', firstRow: 6n, lastRow: 10n }, 'audit'),
      describeFault({ kind: 'row-changed', row: 7n }, 'audit'),
      describeFault({ kind: 'row-missing', row: 8n }, 'audit'),
      describeFault({ kind: 'row-added', row: 9n }, 'audit'),
    ];
    expect(sentences).toEqual([
      'the seal of rows 1 to 5 was not made by this installation, or was changed',
      'the seal of rows 6 to 10 does not follow the one before it',
      'row 7 was changed after it was sealed',
      'row 8 was sealed and is not there any more',
      'row 9 was put among rows that were sealed before',
    ]);
    expect(describeFault({ kind: 'row-changed', row: 7n }, 'journal')).toBe(
      'journal entry 7 was changed after it was sealed',
    );
  });
});

const previous: Link = { lastRow: 5n, digest: digest(1) };
const follower = { firstRow: 6n, lastRow: 10n, previousDigest: previous.digest };

function faultsOf(
  seal: StoredSeal,
  found: Partial<Parameters<typeof checkSeal>[1]> = {},
): ReturnType<typeof checkSeal> {
  return checkSeal(seal, { previous: undefined, rows: seal.leaves, ...found });
}

function aSeal(changes: Partial<StoredSeal> = {}): StoredSeal {
  return {
    trail: 'audit',
    firstRow: 1n,
    lastRow: 5n,
    sealedAt: '2026-03-02T09:00:00.000Z',
    keyId: 'a',
    previousDigest: NO_SEAL_BEFORE,
    leaves: [leaf(1), leaf(2), leaf(3)],
    digest: digest(0),
    signature: 'valid',
    ...changes,
  };
}

function leaf(id: number, content = id): Leaf {
  return { id: BigInt(id), digest: digest(content) };
}

function digest(content: number): string {
  return content.toString(16).padStart(64, '0');
}

function anEntry(changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: 1n,
    at: '1772442000000000',
    recordedAt: '1772442000000001',
    actorKind: 'user',
    actorId: 'u-1',
    actorName: 'Sri',
    origin: '10.0.0.7',
    requestId: 'req-1',
    action: 'update',
    tableName: 'customer',
    rowId: 'c-1',
    before: '{"name": "Warung"}',
    after: null,
    ...changes,
  };
}

/** Few texts, so that two entries often share most of them. */
function entries(): fc.Arbitrary<AuditEntry> {
  const text = fc.constantFrom('', 'a', '"', '\\', 'null', 'ü', '1');
  return fc.record({
    id: fc.bigInt({ min: 1n, max: 2n }),
    at: fc.constantFrom('1', '2'),
    recordedAt: fc.constant('1'),
    actorKind: fc.constant('user'),
    actorId: text,
    actorName: text,
    origin: fc.constant('o'),
    requestId: fc.constant('r'),
    action: fc.constant('update'),
    tableName: fc.constant('customer'),
    rowId: text,
    before: fc.option(text),
    after: fc.option(text),
  });
}

function isSame(one: AuditEntry, other: AuditEntry): boolean {
  return (Object.keys(one) as (keyof AuditEntry)[]).every((name) => one[name] === other[name]);
}
