import { outcomeOf } from '../../../domain/receivable/outcome.js';

describe('outcomeOf', () => {
  it.each([
    [[], 'paid'],
    [['payment'], 'paid'],
    [['payment', 'deduction'], 'paid'],
    [['credit-note'], 'credited'],
    [['credit-note', 'payment'], 'paid'],
    [['write-off', 'payment', 'credit-note'], 'written-off'],
  ] as const)('of what was settled by %j is %s', (settledBy, outcome) => {
    expect(outcomeOf(settledBy)).toBe(outcome);
  });
});
