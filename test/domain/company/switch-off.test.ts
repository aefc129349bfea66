import fc from 'fast-check';
import { whyNotSwitchedOff } from '../../../domain/company/switch-off.js';

const DONE = { hasOpenShift: false, lastSequence: 12, arrived: { first: 3, count: 10 } };

describe('a till that is to be switched off', () => {
  it.each([
    [{}, undefined],
    [{ hasOpenShift: true }, 'SHIFT_OPEN'],
    [{ lastSequence: 13 }, 'SALES_NOT_ARRIVED'],
    [{ arrived: { first: 3, count: 9 } }, 'SALES_NOT_ARRIVED'],
    [{ arrived: { first: undefined, count: 0 } }, 'SALES_NOT_ARRIVED'],
    [{ lastSequence: 0, arrived: { first: undefined, count: 0 } }, undefined],
    [{ lastSequence: undefined, arrived: { first: undefined, count: 0 } }, undefined],
  ])('with %p: %p', (change, code) => {
    expect(whyNotSwitchedOff({ ...DONE, ...change })?.code).toBe(code);
  });

  it('says how many sales are missing: as many as were left out of a row without gaps', () => {
    const row = fc.record({ first: fc.integer({ min: 1, max: 1_000 }), length: fc.nat(500) });
    fc.assert(
      fc.property(row, fc.nat(500), ({ first, length }, lost) => {
        const missing = Math.min(lost, length);
        const lastSequence = first + length;
        const arrived = { first, count: length + 1 - missing };
        const refusal = whyNotSwitchedOff({ hasOpenShift: false, lastSequence, arrived });
        expect(refusal?.facts?.['missing'] ?? 0).toBe(missing);
      }),
    );
  });
});
