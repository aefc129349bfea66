import fc from 'fast-check';
import {
  byWeight,
  heldList,
  isSameScope,
  listsInForce,
  overlap,
  priceFor,
  type ListScope,
  type ListTerm,
  type PriceList,
} from '../../../domain/pricing/price-list.js';

const ALL: ListScope = { segment: undefined, storeGroup: undefined, channel: undefined };
const HERE = { segment: 'wholesale', storeGroup: 'JAWA', channel: 'web' };

describe('the order of price lists', () => {
  it.each<[string, Partial<ListTerm>, Partial<ListTerm>]>([
    [
      'segment before group and channel',
      { segment: 'wholesale' },
      { storeGroup: 'JAWA', channel: 'web' },
    ],
    ['group before channel', { storeGroup: 'JAWA' }, { channel: 'web' }],
    [
      'segment and channel before segment',
      { segment: 'wholesale', channel: 'web' },
      { segment: 'wholesale' },
    ],
    ['the later begun of equals', { fromMs: 2 }, { fromMs: 1, version: 9 }],
    ['the later decided of those', { version: 2 }, { version: 1 }],
  ])('is: %s', (_what, heavier, lighter) => {
    const lists = [aList('LIGHT', lighter), aList('HEAVY', heavier)];
    expect(codesAt(lists, { ...HERE, version: 10, atMs: 5 })).toEqual(['HEAVY', 'LIGHT']);
  });
});

describe('a list', () => {
  it('holds from its first moment until before its end', () => {
    const list = aList('A', { fromMs: 2, untilMs: 4 });
    const held = [1, 2, 3, 4].map((atMs) => codesAt([list], { ...HERE, version: 1, atMs }).length);
    expect(held).toEqual([0, 1, 1, 0]);
  });

  it('has the terms that were known', () => {
    const list = { ...aList('A', {}), terms: [term({ version: 3, untilMs: 9 }), term({})] };
    expect([0, 1, 2, 3, 4].map((version) => heldList(list, version)?.term.untilMs)).toEqual([
      undefined,
      undefined,
      undefined,
      9,
      9,
    ]);
    expect(heldList(list, 0)).toBeUndefined();
  });
});

const some = <Value>(...values: readonly Value[]) => fc.constantFrom(undefined, ...values);
const scopes = fc.record({
  segment: some('wholesale', 'vip'),
  storeGroup: some('JAWA', 'BALI'),
  channel: some('web', 'counter'),
});
const moments = fc.integer({ min: 0, max: 20 });
const terms = fc
  .record({
    scope: scopes,
    version: fc.integer({ min: 1, max: 9 }),
    fromMs: moments,
    lasts: fc.option(moments, { nil: undefined }),
  })
  .map(({ scope, lasts, ...one }) => ({
    ...scope,
    ...one,
    untilMs: lasts === undefined ? undefined : one.fromMs + lasts,
  }));
const someLists = fc
  .array(fc.array(terms, { minLength: 1, maxLength: 3 }), { maxLength: 8 })
  .map((all) =>
    all.map((own, index): PriceList => ({ id: `id-${index}`, code: `L${index}`, terms: own })),
  );
const purchases = fc
  .record({ scope: scopes, version: fc.integer({ min: 0, max: 10 }), atMs: moments })
  .map(({ scope, ...known }) => ({ ...scope, ...known }));

describe('lists in force', () => {
  it('are the same in whatever order they are given', () => {
    fc.assert(
      fc.property(someLists, purchases, (lists, purchase) => {
        expect(codesAt(lists.toReversed(), purchase)).toEqual(codesAt(lists, purchase));
      }),
    );
  });

  it('are all that are for the purchase and none besides, each before what weighs less', () => {
    fc.assert(
      fc.property(someLists, purchases, (lists, purchase) => {
        const held = listsInForce(lists, purchase);
        const expected = lists
          .flatMap((list) => heldList(list, purchase.version) ?? [])
          .filter(
            ({ term: { segment, storeGroup, channel, fromMs, untilMs } }) =>
              (segment ?? purchase.segment) === purchase.segment &&
              (storeGroup ?? purchase.storeGroup) === purchase.storeGroup &&
              (channel ?? purchase.channel) === purchase.channel &&
              fromMs <= purchase.atMs &&
              purchase.atMs < (untilMs ?? Infinity),
          );
        expect(held.map(({ id }) => id).toSorted()).toEqual(
          expected.map(({ id }) => id).toSorted(),
        );
        held.slice(1).forEach((list, index) => {
          const before = held[index];
          expect(before !== undefined && byWeight(before, list) < 0).toBe(true);
        });
      }),
    );
  });

  it('never two of one scope, where periods do not overlap', () => {
    fc.assert(
      fc.property(terms, terms, purchases, (a, b, purchase) => {
        fc.pre(isSameScope(a, b) && !overlap(a, b));
        const lists = [
          { id: 'a', code: 'A', terms: [a] },
          { id: 'b', code: 'B', terms: [b] },
        ];
        expect(listsInForce(lists, { ...purchase, version: 10 }).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the price for a purchase', () => {
  const price = (listId: string | undefined, fromMs = 0, unitAmount: bigint | null = 1n) => ({
    list: { version: 1, fromMs, withdrawnIn: undefined, listId },
    unitAmount,
  });
  const lists = [aList('A', { segment: 'wholesale' }), aList('B', { channel: 'web' })];
  const at = { version: 1, atMs: 5 };
  const held = listsInForce(lists, { ...HERE, ...at });

  it('is that of the weightiest list which has one now, otherwise that for everybody', () => {
    const [ofA, ofB, ofAll] = [price('A'), price('B'), price(undefined)];
    const chosen = [
      [ofAll, ofB, ofA],
      [ofAll, ofB, price('A', 6)],
      [ofAll, price('C')],
      [price('C')],
    ];
    expect(chosen.map((prices) => priceFor(prices, held, at))).toEqual([
      ofA,
      ofB,
      ofAll,
      undefined,
    ]);
  });

  it('on a list where it has ended is that of the next, as if the list had none', () => {
    const [ofA, ofB, ofAll] = [price('A'), price('B'), price(undefined)];
    const end = (fromMs: number) => price('A', fromMs, null);
    expect(priceFor([ofA, ofB, end(6)], held, at)).toEqual(ofA);
    expect(priceFor([ofA, ofB, end(5)], held, at)).toEqual(ofB);
    expect(priceFor([ofA, end(3), ofAll], held, at)).toEqual(ofAll);
    expect(priceFor([ofA, end(3)], held, at)).toBeUndefined();
    expect(priceFor([end(2), price('A', 4)], held, at)).toEqual(price('A', 4));
  });

  it('never is an end, and is that of the others where every list has ended', () => {
    const lists_ = fc.constantFrom('A', 'B', undefined);
    const some = fc.array(fc.tuple(lists_, fc.nat(9)), { maxLength: 8 });
    fc.assert(
      fc.property(some, (rows) => {
        const prices = rows.map(([listId, fromMs]) => price(listId, fromMs));
        const ends = [price('A', 5, null), price('B', 5, null)].map((one) => ({
          ...one,
          list: { ...one.list, version: 9 },
        }));
        const later = { version: 9, atMs: 5 };
        const forAll = prices.filter(({ list }) => list.listId === undefined);
        expect(priceFor([...prices, ...ends], held, later)).toEqual(priceFor(forAll, [], later));
      }),
    );
  });
});

function codesAt(lists: readonly PriceList[], purchase: Parameters<typeof listsInForce>[1]) {
  return listsInForce(lists, purchase).map(({ code }) => code);
}

function aList(code: string, parts: Partial<ListTerm>): PriceList {
  return { id: code, code, terms: [term(parts)] };
}

function term(parts: Partial<ListTerm>): ListTerm {
  return { ...ALL, version: 1, fromMs: 0, untilMs: undefined, ...parts };
}
