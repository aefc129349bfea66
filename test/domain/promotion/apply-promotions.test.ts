import type { Offer, Promotion } from '../../../domain/promotion/promotion.js';
import { anOccasion, aPromotion, giftsOn, percent, pieces } from './a-promotion.js';

describe('an offer on a line', () => {
  const line = [pieces('TEH', 3n, 9_999n)];

  it.each<[string, Offer, bigint]>([
    ['12.5 % is rounded once, on the line', percent(1_250n), 3_750n],
    ['everything off is the whole line', percent(10_000n), 29_997n],
    ['an amount is off each unit', { kind: 'amount', off: 1_500n }, 4_500n],
    ['an amount above the price takes the price', { kind: 'amount', off: 50_000n }, 29_997n],
    ['a fixed price is for each unit', { kind: 'fixedPrice', unitPrice: 9_000n }, 2_997n],
  ])('%s', (_says, offer, amount) => {
    expect(giftsOn(line, [aPromotion({ offer })])).toEqual([{ code: 'PROMO', line: 0, amount }]);
  });

  it('is nothing where a fixed price is above the price', () => {
    expect(
      giftsOn(line, [aPromotion({ offer: { kind: 'fixedPrice', unitPrice: 10_000n } })]),
    ).toEqual([]);
  });

  it('is for its items and categories alone', () => {
    const lines = [
      pieces('TEH', 1n, 10_000n),
      pieces('KOPI', 1n, 10_000n),
      { ...pieces('GULA', 1n, 10_000n), category: 'Sembako' },
    ];
    const promotion = aPromotion({ skus: ['KOPI'], categories: ['Sembako'] });
    expect(giftsOn(lines, [promotion]).map((gift) => gift.line)).toEqual([1, 2]);
  });
});

describe('buy N, get M', () => {
  const promotion = aPromotion({ offer: { kind: 'buyGet', buy: 2n, get: 1n } });

  it('gives the cheapest of each group, with the dearest pieces in the first groups', () => {
    const lines = [pieces('A', 2n, 10_000n), pieces('B', 3n, 30_000n), pieces('C', 1n, 20_000n)];
    expect(giftsOn(lines, [promotion])).toEqual([
      { code: 'PROMO', line: 1, amount: 30_000n },
      { code: 'PROMO', line: 0, amount: 10_000n },
    ]);
  });

  it('counts each whole group, and gives nothing on the rest', () => {
    const amounts = [2n, 3n, 5n, 6n, 1_000_000n].map(
      (count) => giftsOn([pieces('A', count, 100n)], [promotion])[0]?.amount ?? 0n,
    );
    expect(amounts).toEqual([0n, 100n, 100n, 200n, 33_333_300n]);
  });

  it('leaves out what is weighed', () => {
    const rice = { ...pieces('BERAS', 3n, 10_000n), quantityMilli: 3_250n };
    expect(giftsOn([rice], [promotion])).toEqual([]);
  });
});

describe('mix and match', () => {
  const promotion = aPromotion({ offer: { kind: 'mixAndMatch', pieces: 3n, price: 50_000n } });

  it('makes sets of the dearest pieces, and spreads what they save by what they cost', () => {
    const lines = [pieces('A', 2n, 25_000n), pieces('B', 2n, 15_000n)];
    expect(giftsOn(lines, [promotion])).toEqual([
      { code: 'PROMO', line: 0, amount: 11_538n },
      { code: 'PROMO', line: 1, amount: 3_462n },
    ]);
  });

  it('makes no set that costs less without it', () => {
    const lines = [pieces('A', 3n, 25_000n), pieces('B', 3n, 15_000n)];
    expect(giftsOn(lines, [promotion])).toEqual([{ code: 'PROMO', line: 0, amount: 25_000n }]);
  });
});

describe('a promotion of the basket', () => {
  const lines = [pieces('A', 1n, 10_000n), pieces('B', 1n, 10_000n), pieces('C', 1n, 10_000n)];

  it('is spread over its lines by largest remainder', () => {
    const offer: Offer = { kind: 'basketAmount', off: 10_000n, threshold: 30_000n };
    expect(giftsOn(lines, [aPromotion({ offer })]).map(({ amount }) => amount)).toEqual([
      3_334n,
      3_333n,
      3_333n,
    ]);
  });

  it('counts its threshold and its percentage after the promotions of lines', () => {
    const ofLine = aPromotion({ code: 'A', skus: ['A'] });
    const basket = (threshold: bigint): Promotion =>
      aPromotion({
        code: 'B',
        offer: { kind: 'basketPercent', percentHundredths: 1_000n, threshold },
      });
    expect(giftsOn(lines, [ofLine, basket(29_001n)])).toEqual([
      { code: 'A', line: 0, amount: 1_000n },
    ]);
    expect(giftsOn(lines, [ofLine, basket(29_000n)])).toEqual([
      { code: 'A', line: 0, amount: 1_000n },
      { code: 'B', line: 0, amount: 900n },
      { code: 'B', line: 1, amount: 1_000n },
      { code: 'B', line: 2, amount: 1_000n },
    ]);
  });

  it('is one: the one that gives more', () => {
    const off = (code: string, amount: bigint): Promotion =>
      aPromotion({ code, offer: { kind: 'basketAmount', off: amount, threshold: 0n } });
    const gifts = giftsOn(lines, [off('A', 300n), off('B', 600n), off('C', 600n)]);
    expect(gifts.map(({ code, amount }) => [code, amount])).toEqual([
      ['B', 200n],
      ['B', 200n],
      ['B', 200n],
    ]);
  });
});

describe('of several promotions', () => {
  const line = [pieces('TEH', 3n, 10_000n)];
  const tenth = aPromotion({ code: 'TENTH' });
  const fifth = aPromotion({ code: 'FIFTH', offer: percent(2_000n) });
  const third = aPromotion({ code: 'THIRD', offer: { kind: 'buyGet', buy: 2n, get: 1n } });

  it('a line gets the one that is best for the customer', () => {
    expect(giftsOn(line, [tenth, fifth])).toEqual([{ code: 'FIFTH', line: 0, amount: 6_000n }]);
    expect(giftsOn(line, [tenth, third])).toEqual([{ code: 'THIRD', line: 0, amount: 10_000n }]);
  });

  it('a group is not made where its lines get more by themselves', () => {
    const half = aPromotion({ code: 'HALF', offer: percent(5_000n) });
    expect(giftsOn(line, [third, half])).toEqual([{ code: 'HALF', line: 0, amount: 15_000n }]);
  });

  it('the higher priority goes first, also when it gives less', () => {
    expect(giftsOn(line, [{ ...tenth, priority: 1 }, fifth])).toEqual([
      { code: 'TENTH', line: 0, amount: 3_000n },
    ]);
  });

  it('one that stands alone is given alone, when it gives more than all others together', () => {
    const basket = aPromotion({
      code: 'BASKET',
      offer: { kind: 'basketAmount', off: 1_000n, threshold: 0n },
    });
    const alone = (off: bigint, priority = 0): Promotion =>
      aPromotion({ code: 'ALONE', offer: { kind: 'amount', off }, standsAlone: true, priority });
    const codesWith = (one: Promotion): string[] =>
      giftsOn(line, [tenth, basket, one]).map(({ code }) => code);
    expect(codesWith(alone(1_333n))).toEqual(['TENTH', 'BASKET']);
    expect(codesWith(alone(1_334n))).toEqual(['ALONE']);
    expect(codesWith(alone(1n, 1))).toEqual(['ALONE']);
  });

  it('of two that stand alone and give the same the first by code is given, however they are listed', () => {
    const alone = (code: string): Promotion => aPromotion({ code, standsAlone: true });
    expect(giftsOn(line, [alone('B'), alone('A')])).toEqual([
      { code: 'A', line: 0, amount: 3_000n },
    ]);
  });

  it('groups are made one after the other, the one that gives most first, on the lines that are left', () => {
    const lines = [pieces('A', 2n, 10_000n), pieces('B', 2n, 8_000n), pieces('C', 2n, 2_000n)];
    const group = (code: string, skus: readonly string[]): Promotion =>
      aPromotion({ code, skus, offer: { kind: 'buyGet', buy: 1n, get: 1n } });
    expect(
      giftsOn(lines, [group('1', ['B', 'C']), group('2', ['A', 'B']), group('3', ['C'])]),
    ).toEqual([
      { code: '2', line: 0, amount: 10_000n },
      { code: '2', line: 1, amount: 8_000n },
      { code: '1', line: 2, amount: 2_000n },
    ]);
  });
});

describe('a promotion holds', () => {
  const line = [pieces('TEH', 1n, 10_000n)];
  const given = (changes: Partial<Promotion>, occasion = anOccasion()): boolean =>
    giftsOn(line, [aPromotion(changes)], occasion).length > 0;

  it('from its first moment on, until before its end', () => {
    expect([999, 1_000, 1_001].map((fromMs) => given({ fromMs }))).toEqual([true, true, false]);
    expect([1_000, 1_001].map((untilMs) => given({ untilMs }))).toEqual([false, true]);
  });

  it('in its hours of its days; those that pass midnight belong to the day on which they began', () => {
    const hours = { weekdays: [3], fromMinute: 1_320, untilMinute: 120 };
    const at = (weekday: number, minute: number): boolean =>
      given({ hours }, anOccasion({ weekday, minute }));
    expect([at(3, 1_319), at(3, 1_320), at(4, 119), at(4, 120), at(3, 60)]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    const sunday = { hours: { ...hours, weekdays: [7] } };
    expect(given(sunday, anOccasion({ weekday: 1, minute: 0 }))).toBe(true);
  });

  it('in its stores, for its segments, with its coupon', () => {
    expect([given({ stores: ['BDG1'] }), given({ stores: ['JKT1'] })]).toEqual([false, true]);
    const wholesale = anOccasion({ segment: 'grosir' });
    const segments = ['grosir'];
    expect([given({ segments }), given({ segments }, wholesale)]).toEqual([false, true]);
    const coupon = 'HEMAT';
    expect([given({ coupon }), given({ coupon }, anOccasion({ coupons: [coupon] }))]).toEqual([
      false,
      true,
    ]);
  });

  it('until its limits of the day are reached; a limit of a customer needs a name', () => {
    const used = (byCustomer: number, byAll: number) =>
      anOccasion({ customer: 'named', usesOf: () => ({ byCustomer, byAll, inAll: byAll }) });
    expect(given({ perCustomerDay: 2 })).toBe(false);
    expect([
      given({ perCustomerDay: 2 }, used(1, 9)),
      given({ perCustomerDay: 2 }, used(2, 9)),
    ]).toEqual([true, false]);
    expect([given({ perDay: 2 }, used(0, 1)), given({ perDay: 2 }, used(0, 2))]).toEqual([
      true,
      false,
    ]);
    expect([given({ inAll: 2 }, used(0, 1)), given({ inAll: 2 }, used(0, 2))]).toEqual([
      true,
      false,
    ]);
  });

  it('in the stores of its groups, and in those that it names beside them', () => {
    const java = anOccasion({ storeGroup: 'JAWA' });
    expect([given({ storeGroups: ['JAWA'] }), given({ storeGroups: ['JAWA'] }, java)]).toEqual([
      false,
      true,
    ]);
    expect(given({ storeGroups: ['BALI'], stores: ['JKT1'] }, java)).toBe(true);
    expect(given({ storeGroups: ['BALI'], stores: ['BDG1'] }, java)).toBe(false);
  });
});
