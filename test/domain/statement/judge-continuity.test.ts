import { Temporal } from 'temporal-polyfill';
import { judgeContinuity } from '../../../domain/statement/judge-continuity.js';
import { aLine, aStatement } from './a-statement.js';

const last = { amount: 500n, on: day('2026-03-31') };

describe('judgeContinuity', () => {
  it('says nothing of a statement without an opening balance', () => {
    expect(judgeContinuity(aStatement({ lines: [aLine()] }), last)).toEqual({ kind: 'unknown' });
  });

  it('takes the first statement of an account as it is', () => {
    expect(judgeContinuity(opensWith(500n), undefined)).toEqual({ kind: 'first' });
  });

  it('follows when it opens with the closing balance before it', () => {
    expect(judgeContinuity(opensWith(500n), last)).toEqual({ kind: 'follows' });
  });

  it('finds the gap that a missing file leaves', () => {
    expect(judgeContinuity(opensWith(480n), last)).toEqual({
      kind: 'gap',
      expected: 500n,
      found: 480n,
    });
  });

  it('calls it an overlap when it begins before the other ended', () => {
    const statement = { ...opensWith(480n), from: day('2026-03-30') };
    expect(judgeContinuity(statement, last)).toMatchObject({ kind: 'overlap' });
  });

  it('leaves an old statement that is handed in late out of the chain', () => {
    const statement = { ...opensWith(480n), from: day('2026-02-01'), to: day('2026-02-28') };
    expect(judgeContinuity(statement, last)).toEqual({ kind: 'earlier' });
  });
});

/** April of the account, with that opening balance. */
function opensWith(opening: bigint) {
  return {
    ...aStatement({ opening, closing: opening }),
    from: day('2026-04-01'),
    to: day('2026-04-30'),
  };
}

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}
