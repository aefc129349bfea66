import {
  compareDay,
  sumOf,
  type Figures,
  type OldTotals,
  type OwnTill,
} from '../../../domain/shadow/compare-day.js';
import { switchChecklist } from '../../../domain/shadow/switch-checklist.js';

const FIGURES: Figures = {
  count: 2n,
  gross: 100n,
  net: 90n,
  tax: 9n,
  total: 99n,
  taxes: { PPN: 9n },
  tenders: { cash: 60n, qris: 39n },
};
const FIRST: OwnTill = {
  till: 'K1',
  figures: FIGURES,
  slips: [
    { number: 'A-1', saleId: 's1', due: 60n },
    { number: 'A-2', saleId: 's2', due: 39n },
  ],
};
const SECOND: OwnTill = { ...FIRST, till: 'K2', slips: [] };

function old(changes: Partial<OldTotals> = {}): OldTotals {
  return { till: undefined, figures: FIGURES, slips: undefined, ...changes };
}

describe('a day of a store in shadow', () => {
  it('waits for the totals of the old system', () => {
    expect(compareDay([FIRST], [])).toEqual({ state: 'totals-missing', differences: [] });
  });

  it('agrees where every figure is the same, and in what the other side does not say', () => {
    expect(compareDay([FIRST], [old()])).toEqual({ state: 'agrees', differences: [] });
    expect(compareDay([FIRST], [old({ figures: { total: 99n } })]).state).toBe('agrees');
    expect(compareDay([], [old({ figures: { count: 0n, total: 0n } })]).state).toBe('agrees');
  });

  it('differs by a single unit, and says in what', () => {
    const figures = { ...FIGURES, tax: 8n, tenders: { cash: 60n, card: 39n }, taxes: { PPN: 8n } };
    expect(compareDay([FIRST], [old({ figures })])).toEqual({
      state: 'differs',
      differences: [
        { kind: 'tax', till: undefined, ours: 9n, theirs: 8n },
        { kind: 'tax-code', till: undefined, of: 'PPN', ours: 9n, theirs: 8n },
        { kind: 'tender', till: undefined, of: 'card', ours: 0n, theirs: 39n },
        { kind: 'tender', till: undefined, of: 'qris', ours: 39n, theirs: 0n },
      ],
    });
  });

  it('adds its tills up for totals of the store, and lays each beside its own', () => {
    const whole = old({ figures: { total: 198n, count: 4n } });
    expect(compareDay([FIRST, SECOND], [whole]).state).toBe('agrees');
    expect(compareDay([FIRST, SECOND], [old({ till: 'K1' })]).differences).toEqual([
      { kind: 'till-without-totals', till: 'K2', ours: 99n },
    ]);
    const both = [old({ till: 'K1' }), old({ till: 'K2' })];
    expect(compareDay([FIRST, SECOND], both).state).toBe('agrees');
    expect(compareDay([FIRST], both).differences[0]).toEqual({
      kind: 'count',
      till: 'K2',
      ours: 0n,
      theirs: 2n,
    });
  });

  it('names receipts that are missing, too much, twice, or of another amount', () => {
    const twice = { ...FIRST, slips: [...FIRST.slips, { number: 'A-2', saleId: 's3', due: 39n }] };
    const slips = [
      { number: 'A-1', due: 61n },
      { number: 'A-2', due: undefined },
      { number: 'A-3', due: 5n },
    ];
    expect(compareDay([twice], [old({ slips })]).differences).toEqual([
      { kind: 'receipt-amount', till: undefined, of: 'A-1', ours: 60n, theirs: 61n, saleId: 's1' },
      { kind: 'receipt-missing', till: undefined, of: 'A-3', theirs: 5n },
      { kind: 'receipt-extra', till: undefined, of: 'A-2', ours: 39n, saleId: 's3' },
    ]);
  });

  it('is the sum of its tills', () => {
    expect(sumOf([FIRST, SECOND])).toMatchObject({ count: 4n, tenders: { cash: 120n, qris: 78n } });
  });
});

describe('the checklist before a store goes live', () => {
  const READY = {
    daysCompared: 14,
    daysDiffering: 0,
    daysWithoutTotals: 0,
    refused: 0,
    exceptions: 0,
    enrolledTills: 1,
    stockedItems: 10,
    itemsInStock: 10,
  };
  const openOf = (changes: Partial<typeof READY>) =>
    switchChecklist({ ...READY, ...changes }).flatMap(({ check, done, open }) =>
      done ? [] : [[check, open]],
    );

  it('is empty of what is open, or names it', () => {
    expect(openOf({})).toEqual([]);
    expect(openOf({ daysCompared: 0 })).toEqual([['days-agree', 1]]);
    expect(openOf({ daysDiffering: 2, daysWithoutTotals: 1, refused: 3, exceptions: 4 })).toEqual([
      ['days-agree', 2],
      ['totals-came', 1],
      ['nothing-refused', 3],
      ['all-fits', 4],
    ]);
    expect(openOf({ enrolledTills: 0, itemsInStock: 0 })).toEqual([
      ['till-enrolled', 1],
      ['goods-counted', 10],
    ]);
    expect(openOf({ stockedItems: 0, itemsInStock: 0 })).toEqual([]);
  });
});
