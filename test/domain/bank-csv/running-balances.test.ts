import fc from 'fast-check';
import {
  balancesOf,
  newRunningBalances,
  takeBalance,
} from '../../../domain/bank-csv/running-balances.js';

type Step = Readonly<{ amount: bigint; balance: bigint }>;

const found = (steps: readonly (Step | undefined)[]) => {
  const running = newRunningBalances();
  for (const [index, step] of steps.entries()) takeBalance(running, step, `line ${index + 1}`);
  return balancesOf(running);
};

const stepsFrom = (opening: bigint, amounts: readonly bigint[]): readonly Step[] => {
  let balance = opening;
  return amounts.map((amount) => {
    balance += amount;
    return { amount, balance };
  });
};

describe('balances behind the rows', () => {
  it('give the opening and closing balance, whichever row comes first', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-1_000n, 1_000n),
        fc.array(fc.bigInt(-500n, 500n), { minLength: 1 }),
        (opening, amounts) => {
          const steps = stepsFrom(opening, amounts);
          const closing = amounts.reduce((sum, one) => sum + one, opening);
          expect(found(steps)).toEqual({ opening, closing, differences: [] });
          const upwards = found(steps.toReversed());
          expect(upwards.differences).toEqual([]);
          expect((upwards.closing ?? 0n) - (upwards.opening ?? 0n)).toBe(closing - opening);
        },
      ),
    );
  });

  it('say where a row is missing', () => {
    const steps = stepsFrom(1_000n, [100n, 200n, 300n, 400n, 500n]).toSpliced(2, 1);
    expect(found(steps)).toMatchObject({
      opening: 1_000n,
      closing: 2_500n,
      differences: [{ place: 'line 3', what: 'running-balance' }],
    });
  });

  it('say nothing behind a row that could not be read', () => {
    const [first, , third] = stepsFrom(0n, [1n, 2n, 3n]);
    expect(found([first, undefined, third])).toEqual({ opening: 0n, closing: 6n, differences: [] });
  });

  it('are none where the column is something else', () => {
    const steps = [5n, 5n, 5n, 5n].map((balance) => ({ amount: 7n, balance }));
    expect(found(steps)).toEqual({ opening: undefined, closing: undefined, differences: [] });
  });
});
