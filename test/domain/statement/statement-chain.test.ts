import {
  createPartRelations,
  type StatementPart,
} from '../../../domain/statement/statement-chain.js';

const part = (id: string, parts: Partial<StatementPart> = {}): StatementPart => ({
  id,
  fileId: id,
  format: 'camt.053',
  number: undefined,
  from: '2026-03-02',
  to: '2026-03-02',
  opening: undefined,
  closing: undefined,
  ...parts,
});

const between = (one: StatementPart, other: StatementPart, more: readonly StatementPart[] = []) =>
  createPartRelations([one, other, ...more])(one, other);

describe('how two statements of an account lie to each other', () => {
  const first = part('a', { opening: 100n, closing: 110n });
  const second = part('b', { opening: 110n, closing: 125n });
  const third = part('c', { opening: 125n, closing: 90n });

  it('is apart when one opens where the other closed, whichever comes first', () => {
    expect(between(second, first)).toBe('apart');
    expect(between(first, second)).toBe('apart');
  });

  it('is apart over others between them', () => {
    expect(between(third, first, [second])).toBe('apart');
    expect(between(third, first)).toBe('open');
  });

  it('is apart across formats of statements, never between a statement and the notices beside it', () => {
    expect(between({ ...second, format: 'csv:x' }, first)).toBe('apart');
    expect(between({ ...second, format: 'camt.052' }, first)).toBe('other-witness');
  });

  it('overlaps when they begin or end alike, or cover other days', () => {
    expect(between(part('d', { opening: 100n, closing: 140n }), first)).toBe('over');
    expect(between(part('d', { opening: 90n, closing: 110n }), first)).toBe('over');
    const week = part('w', { opening: 50n, closing: 170n, from: '2026-02-24' });
    expect(between(week, first)).toBe('over');
  });

  it('is open when a day that ends where it began comes again, unless its number tells', () => {
    const still = part('s', { opening: 100n, closing: 100n });
    const again = { ...still, id: 't', fileId: 't' };
    expect(between(again, still)).toBe('open');
    expect(between({ ...again, number: '7' }, { ...still, number: '7' })).toBe('over');
    expect(between(part('u', { opening: 100n, closing: 120n }), still)).toBe('open');
  });

  it('does not chain a statement to one that began later', () => {
    const tuesday = part('t', {
      opening: 110n,
      closing: 100n,
      from: '2026-03-03',
      to: '2026-03-03',
    });
    const both = part('b', { opening: 100n, closing: 100n, to: '2026-03-03' });
    expect(between(both, tuesday)).toBe('over');
  });

  it('is open for files without balances, and apart inside one file', () => {
    expect(between(part('n', { format: 'camt.054' }), part('m', { format: 'camt.054' }))).toBe(
      'open',
    );
    const notices = { format: 'camt.054', fileId: 'f' };
    expect(between(part('n', notices), part('m', notices))).toBe('apart');
  });

  it('is found in time that grows with the number of statements, not with its square', () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      part(`p${index}`, { opening: 0n, closing: 0n }),
    );
    const relationOf = createPartRelations(many);
    const [one, other] = many;
    expect(one && other && relationOf(one, other)).toBe('open');
  });
});
