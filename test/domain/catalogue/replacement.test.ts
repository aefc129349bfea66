import fc from 'fast-check';
import { judgeReplacement } from '../../../domain/catalogue/replacement.js';

describe('judgeReplacement', () => {
  it.each([
    ['an item that is sold', [{ id: 'b', active: true }], 'fits'],
    ['the item itself', [{ id: 'a', active: false }], 'circle'],
    ['an item that is withdrawn', [{ id: 'b', active: false }], 'withdrawn'],
    [
      'a withdrawn one, instead of which another is sold',
      [
        { id: 'b', active: false },
        { id: 'c', active: true },
      ],
      'fits',
    ],
    [
      'one whose replacement leads back',
      [
        { id: 'b', active: false },
        { id: 'a', active: false },
      ],
      'circle',
    ],
  ])('judges %s', (_what, chain, kind) => {
    expect(judgeReplacement('a', chain)).toEqual({ kind });
  });

  it('never accepts a chain in which nothing is sold', () => {
    const dead = fc.record({ id: fc.constantFrom('a', 'b', 'c'), active: fc.constant(false) });
    fc.assert(fc.property(fc.array(dead), (chain) => judgeReplacement('a', chain).kind !== 'fits'));
  });
});
