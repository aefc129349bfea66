import fc from 'fast-check';
import { matchPayment } from '../../../domain/matching/match-payment.js';
import type {
  Doubt,
  Evidence,
  MatchDecision,
  OpenItem,
  Suggestion,
} from '../../../domain/matching/matching.js';
import { questionOf } from '../../../domain/matching/question.js';
import { isFarBefore, isSure, ranked, weigh } from '../../../domain/matching/weigh.js';
import { money } from '../../../domain/money/money.js';
import { aPayment, anItem, invoiceNumber, policy, referenceOf, someBooks } from './some-books.js';

const reference = (how: 'as-printed' | 'completed' = 'as-printed'): Evidence => ({
  kind: 'reference',
  reference: invoiceNumber(1),
  written: '1',
  how,
});
const exact: Evidence = { kind: 'amount-equals', scope: 'one-item' };

/** A reading that pays item `n`. */
function reading(
  n: number,
  evidence: readonly Evidence[],
  doubts: readonly Doubt[] = [],
): Suggestion {
  const amount = 1_234n;
  return {
    customerId: 'c1',
    allocations: [{ openItemId: `item-${n}`, amount }],
    evidence,
    doubts,
    equation: {
      paid: money(amount, 'IDR'),
      terms: [
        { openItemId: `item-${n}`, invoiceId: 'i', label: invoiceNumber(n), amount, open: amount },
      ],
      kept: [],
      rest: 0n,
    },
  };
}

describe('the weight of a reading', () => {
  it('is the sum of its features, each once, with the odds as a share of a hundred', () => {
    const { features, score, percent } = weigh(
      reading(1, [reference(), reference(), exact], ['disputed']),
      [],
    );
    expect(features).toEqual([
      { name: 'anything-else', weight: -10 },
      { name: 'reference-as-printed', weight: 40 },
      { name: 'amount-one-item', weight: 12 },
      { name: 'disputed', weight: -6 },
    ]);
    expect([score, percent]).toEqual([36, 99]);
    expect(weigh(reading(1, []), []).percent).toBe(9);
  });

  it('is that of the weakest reference, because all of them must hold', () => {
    const names = weigh(reading(1, [reference(), reference('completed')]), []).features;
    expect(names.map(({ name }) => name)).toEqual(['anything-else', 'reference-completed']);
  });

  it('is less for a round amount that names nothing', () => {
    const round = {
      ...reading(1, [exact]),
      equation: { ...reading(1, []).equation, paid: money(500_000n, 'IDR') },
    };
    expect(weigh(round, []).score).toBe(weigh(reading(1, [exact]), []).score - 4);
    expect(weigh({ ...round, evidence: [exact, reference()] }, []).features).not.toContainEqual(
      expect.objectContaining({ name: 'round-amount' }),
    );
  });

  it('names the best other reading, how far it is behind, and what it lacks', () => {
    const [first, second, third] = [
      reading(1, [reference(), exact]),
      reading(2, [reference()]),
      reading(3, []),
    ];
    expect(weigh(first, [third, second, first])).toMatchObject({
      rival: { items: [invoiceNumber(2)], behind: 12, lacks: ['amount-one-item'] },
    });
    expect(weigh(second, [first, second])).toMatchObject({ rival: { behind: -12, lacks: [] } });
    expect(weigh(first, [first])).not.toHaveProperty('rival');
  });
});

describe('ranked', () => {
  const someReadings = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.subarray([reference(), exact, { kind: 'kept-for', customerId: 'c1' } as Evidence]),
      fc.subarray<Doubt>(['amount-short', 'disputed', 'payer-unknown']),
    ),
    { maxLength: 6 },
  );

  it('gives three at most, none lighter than one that it leaves out', () => {
    fc.assert(
      fc.property(someReadings, (some) => {
        const readings = some.map((one) => reading(...one));
        const scores = (list: readonly Suggestion[]): number[] =>
          list.map((one) => weigh(one, []).score);
        const best = scores(readings)
          .toSorted((a, b) => b - a)
          .slice(0, 3);
        expect(scores(ranked(readings))).toEqual(best);
      }),
    );
  });

  it('keeps the order of equally likely ones', () => {
    const [first, second] = [reading(1, [exact]), reading(2, [exact])];
    expect(ranked([first, second])).toEqual([first, second]);
    expect(ranked([second, first])).toEqual([second, first]);
  });
});

describe('what is sure enough to be booked', () => {
  const named = reading(1, [reference(), exact]);

  it('is likely, and far before every different allocation', () => {
    expect(isSure(named, [])).toBe(true);
    expect(isSure(named, [reading(2, [exact])])).toBe(true);
    expect(isSure(named, [reading(2, [reference()])])).toBe(true);
    expect(isSure(named, [named, reading(1, [reference()])])).toBe(true);
  });

  it('is nothing that is as likely as another, and nothing that is not likely', () => {
    expect(isSure(named, [reading(2, [reference(), exact])])).toBe(false);
    expect(
      isSure(named, [reading(2, [reference(), { kind: 'amount-equals', scope: 'oldest-first' }])]),
    ).toBe(false);
    expect(isFarBefore(reading(1, [exact]), [])).toBe(true);
    expect(isSure(reading(1, [exact]), [])).toBe(false);
  });
});

describe('two payers who may both have paid', () => {
  it('are told apart by the amount, whoever comes first', () => {
    const openItems = [anItem(5), anItem(7, { customerId: 'c2' })];
    const customers = [
      { customerId: 'c1', name: 'Kedai Contoh Jaya' },
      { customerId: 'c2', name: 'Kedai Contoh Jaya' },
    ];
    const decision = matchPayment(
      aPayment(700_000n, { payerName: 'KEDAI CONTOH JAYA' }),
      someBooks({ openItems, customers }),
      policy,
    );
    expect(decision).toMatchObject({
      kind: 'suggest',
      suggestions: [
        {
          customerId: 'c2',
          allocations: [{ openItemId: 'item-7' }],
          counted: { solutions: 1, isProved: true },
        },
        { customerId: 'c1' },
      ],
    });
  });
});

describe('the one question', () => {
  const aliases = [{ account: '111', customerId: 'c1', confirmations: 1 }];
  const decide = (openItems: readonly OpenItem[], amount: bigint, parts = {}): MatchDecision =>
    matchPayment(
      aPayment(amount, { payerAccount: '111', ...parts }),
      someBooks({ openItems, aliases }),
      policy,
    );

  it('is who paid, when nobody knows the payer', () => {
    expect(questionOf(decide([], 5n, { payerAccount: '222' }))).toBe('who-is-this');
    expect(questionOf(decide([], 5n))).toBeUndefined();
    const only = [anItem(7, { customerId: 'c7' })];
    const payment = aPayment(700_000n);
    expect(questionOf(matchPayment(payment, someBooks({ sameAmounts: only }), policy))).toBe(
      'who-is-this',
    );
  });

  it('is which of several, when none is far before the others', () => {
    const equal = [1, 2].map((n) => anItem(n, { open: money(5_000n, 'IDR') }));
    expect(questionOf(decide(equal, 5_000n))).toBe('which-of-these');
    expect(questionOf(decide([anItem(1), anItem(2)], 100_000n))).toBeUndefined();
  });

  it('is why it is short, when nothing explains that', () => {
    expect(questionOf(decide([anItem(1)], 90_001n, { text: referenceOf(1) }))).toBe('why-short');
    expect(questionOf(decide([anItem(1)], 97_500n, { text: referenceOf(1) }))).toBeUndefined();
  });

  it('is none of what is booked or held', () => {
    expect(questionOf(decide([anItem(1)], 100_000n, { text: referenceOf(1) }))).toBeUndefined();
  });
});

describe('what is booked', () => {
  it('names the readings that were too far behind', () => {
    const openItems = [1, 2].map((k) => anItem(1, { id: `i${k}`, instalment: k }));
    const decision = matchPayment(
      aPayment(100_000n, { text: referenceOf(1) }),
      someBooks({ openItems }),
      policy,
    );
    expect(decision).toMatchObject({ kind: 'book', allocations: [{ openItemId: 'i1' }] });
    const rivals = decision.kind === 'book' ? decision.rivals : [];
    expect(rivals.map(({ allocations }) => allocations[0]?.openItemId)).toEqual(['i1', 'i2']);
  });

  it('is never more than was paid, nor than is open, and always names its items', () => {
    const amounts = fc.array(fc.bigInt(1n, 5n), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        amounts,
        fc.bigInt(1n, 20n),
        fc.array(fc.integer({ min: 1, max: 6 })),
        (some, paid, named) => {
          const openItems = some.map((amount, n) => anItem(n + 1, { open: money(amount, 'IDR') }));
          const text = named.map((n) => referenceOf(n)).join(', ');
          const decision = decide(openItems, paid, { text });
          const allocations = decision.kind === 'book' ? decision.allocations : [];
          for (const { openItemId, amount } of allocations) {
            const item = openItems.find(({ id }) => id === openItemId);
            expect(text).toContain(item?.paymentReference);
            expect(amount).toBe(item?.open.amount);
          }
          const given = allocations.reduce((sum, { amount }) => sum + amount, 0n);
          expect([0n, paid]).toContain(given);
        },
      ),
    );
    function decide(
      openItems: readonly OpenItem[],
      amount: bigint,
      parts: { text: string },
    ): MatchDecision {
      return matchPayment(aPayment(amount, parts), someBooks({ openItems }), policy);
    }
  });
});
