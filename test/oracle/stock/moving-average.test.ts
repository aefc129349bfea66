import fc from 'fast-check';
import { AssertionFailure } from '../../../domain/assert.js';
import { issueStock, receiveStock, type StockValue } from './moving-average.js';

describe('moving average', () => {
  it('mixes what came in at different costs', () => {
    const stock = receiveStock(
      { onHandMilli: 10_000n, value: 100_000n },
      { onHandMilli: 5_000n, value: 65_000n },
    );
    expect(stock).toEqual({ onHandMilli: 15_000n, value: 165_000n });
  });

  it('issues at the average and gives the rest of the value to the last piece', () => {
    const first = issueStock({ onHandMilli: 3_000n, value: 100_000n }, 1_000n);
    expect(first.cost).toBe(33_333n);
    const second = issueStock(first.left, 1_000n);
    const last = issueStock(second.left, 1_000n);
    expect([second.cost, last.cost]).toEqual([33_334n, 33_333n]);
    expect(last.left).toEqual({ onHandMilli: 0n, value: 0n });
  });

  it('neither makes nor loses value, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(moves(), { maxLength: 40 }), (steps) => {
        let stock: StockValue = { onHandMilli: 0n, value: 0n };
        let [cameIn, wentOut] = [0n, 0n];
        for (const { received, issuedPermille } of steps) {
          stock = receiveStock(stock, received);
          cameIn += received.value;
          const quantity = (stock.onHandMilli * issuedPermille) / 1_000n;
          const issued = quantity > 0n ? issueStock(stock, quantity) : { cost: 0n, left: stock };
          wentOut += issued.cost;
          stock = issued.left;
          expect(stock.value >= 0n && (stock.onHandMilli > 0n || stock.value === 0n)).toBe(true);
        }
        expect(stock.value).toBe(cameIn - wentOut);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([0n, -1n, 3_001n])('treats issuing %s of 3000 as a bug', (quantity) => {
    expect(() => issueStock({ onHandMilli: 3_000n, value: 1n }, quantity)).toThrow(
      AssertionFailure,
    );
  });

  it('treats receiving nothing as a bug', () => {
    const nothing = { onHandMilli: 0n, value: 0n };
    expect(() => receiveStock(nothing, nothing)).toThrow(AssertionFailure);
  });
});

function moves() {
  return fc.record({
    received: fc.record({
      onHandMilli: fc.bigInt({ min: 1n, max: 10n ** 6n }),
      value: fc.bigInt({ min: 0n, max: 10n ** 10n }),
    }),
    issuedPermille: fc.bigInt({ min: 0n, max: 1_000n }),
  });
}
