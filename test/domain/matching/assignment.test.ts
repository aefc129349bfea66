import fc from 'fast-check';
import { assign, type Claim } from '../../../domain/matching/assignment.js';

const takes = (openItemId: string, score: number, amount = 1n) => ({
  allocations: [{ openItemId, amount }],
  score,
});

describe('payments and items', () => {
  it('are joined so that all readings together are the likeliest', () => {
    const claims: readonly Claim[] = [
      { id: 'a', choices: [takes('x', 30), takes('y', 28)] },
      { id: 'b', choices: [takes('x', 29)] },
    ];
    const answer = assign(claims, () => 1n);
    expect(answer.get('a')).toEqual({ choice: 1, margin: 27, isProved: true });
    expect(answer.get('b')).toEqual({ choice: 0, margin: 27, isProved: true });
  });

  it('leave a margin of nothing when two payments fit one item equally well', () => {
    const claims = ['a', 'b'].map((id) => ({ id, choices: [takes('x', 30)] }));
    const answer = assign(claims, () => 1n);
    expect(answer.get('a')).toEqual({ choice: 0, margin: 0, isProved: true });
    expect(answer.get('b')).toEqual({ choice: undefined, margin: 0, isProved: true });
    expect(assign(claims, () => 2n).get('b')).toMatchObject({ choice: 0, margin: 30 });
  });

  it('say that they are not proved when there are too many ways, in bounded time', () => {
    const claims = Array.from({ length: 60 }, (_, n) => ({
      id: `p${String(n).padStart(2, '0')}`,
      choices: Array.from({ length: 3 }, (_choice, k) => takes(`i${(n * 7 + k * 11) % 40}`, 30)),
    }));
    const answer = assign(claims, () => 1n);
    expect([...answer.values()].some(({ isProved }) => !isProved)).toBe(true);
    expect([...answer.values()].every(({ isProved, margin }) => isProved || margin === 0)).toBe(
      true,
    );
  });

  it('are joined alike in any order, and nothing is given twice', () => {
    const choice = fc.record({ item: fc.nat(4), score: fc.integer({ min: -5, max: 30 }) });
    const some = fc.array(fc.array(choice, { maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(some, (lists) => {
        const claims = lists.map((list, n) => ({
          id: `p${n}`,
          choices: list.map(({ item, score }) => takes(`i${item}`, score)),
        }));
        const answer = assign(claims, () => 1n);
        expect(assign(claims.toReversed(), () => 1n)).toEqual(answer);
        const given = claims.flatMap(({ id, choices }) => {
          const { choice: at } = answer.get(id) ?? {};
          return at === undefined ? [] : (choices[at]?.allocations ?? []);
        });
        expect(new Set(given.map(({ openItemId }) => openItemId)).size).toBe(given.length);
      }),
    );
  });
});
