import fc from 'fast-check';
import {
  exactToDecimal,
  minorUnitOfFile,
  readExact,
  readFileAmount,
  toExact,
} from '../../../domain/statement/file-amount.js';

describe('readFileAmount', () => {
  it.each([
    ['150000.00', 'IDR', 150_000n],
    ['150000', 'IDR', 150_000n],
    ['+12.5', 'SGD', 1_250n],
    ['.5', 'SGD', 50n],
    ['5.', 'SGD', 500n],
    ['007.10', 'SGD', 710n],
    ['12.340', 'KWD', 12_340n],
    ['12', 'JPY', 12n],
    ['0.00', 'CHF', 0n],
  ])('reads %s %s in the unit it is booked in', (text, currency, booked) => {
    expect(readFileAmount(text, currency)).toMatchObject({ kind: 'amount', booked });
  });

  it.each(['', '.', '-1', '1,000.00', '1e5', '0x10', 'NaN', '1 000', '1.123456', '1'.repeat(41)])(
    'takes "%s" for no amount',
    (text) => {
      expect(readFileAmount(text, 'IDR')).toMatchObject({ code: 'LINE_AMOUNT_MALFORMED' });
    },
  );

  it('tells amounts below the smallest booked unit from exact ones, and loses neither', () => {
    const sen = readFileAmount('1234.56', 'IDR');
    expect(sen).toMatchObject({ kind: 'too-precise', cut: 1_234n, exact: 123_456_000n });
    expect(readFileAmount('12.345', 'SGD').kind).toBe('too-precise');
  });

  it('refuses what the books cannot hold, and currencies that are none', () => {
    expect(readFileAmount('1000000000000000', 'IDR')).toMatchObject({
      code: 'LINE_AMOUNT_TOO_LARGE',
    });
    expect(readFileAmount('1', 'idr')).toMatchObject({ code: 'LINE_CURRENCY_UNKNOWN' });
  });

  it('knows how many decimals each currency is booked with', () => {
    const codes = ['IDR', 'SGD', 'JPY', 'KWD', 'XYZ'];
    expect(codes.map(minorUnitOfFile)).toEqual([0, 2, 0, 3, 2]);
  });

  it('prints exactly what it read', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), (amount) => {
        expect(exactToDecimal(toExact(amount, 'IDR'))).toBe(amount.toString());
        const exact = readExact(`${amount}.25`);
        expect(exact === undefined ? '' : exactToDecimal(exact)).toBe(`${amount}.25`);
      }),
    );
  });
});
