import fc from 'fast-check';
import {
  formatQuantity,
  parseQuantity,
  quantityToWire,
} from '../../../domain/quantity/quantity.js';
import { refusalOf } from '../../support/refusal-of.js';

describe('parseQuantity', () => {
  it.each([
    ['1', 1_000n],
    ['0.25', 250n],
    ['12.345', 12_345n],
    ['0', 0n],
    ['-3.5', -3_500n],
    ['1.000', 1_000n],
  ])('reads %s as %s thousandths', (text, milli) => {
    expect(parseQuantity(text)).toBe(milli);
  });

  it.each(['', '1,5', '01', '1.', '.5', '1e3', '+1', ' 1', '-0', 'two', '1'.repeat(65)])(
    'refuses %j as no decimal',
    (text) => {
      expect(refusalOf(() => parseQuantity(text, 'lines[2].quantity'))).toMatchObject({
        code: 'QUANTITY_MALFORMED',
        param: 'lines[2].quantity',
      });
    },
  );

  it('refuses a fourth decimal even when it is zero', () => {
    expect(refusalOf(() => parseQuantity('0.2500')).code).toBe('QUANTITY_TOO_PRECISE');
  });

  it('refuses a barcode that was scanned into the field', () => {
    expect(parseQuantity('999999999.999')).toBe(999_999_999_999n);
    expect(refusalOf(() => parseQuantity('8990000000011')).code).toBe('QUANTITY_TOO_LARGE');
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n) + 1n, max: 10n ** 12n - 1n }), (milli) => {
        expect(parseQuantity(quantityToWire(milli))).toBe(milli);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('quantityToWire', () => {
  it.each([
    [1_000n, '1'],
    [10_000n, '10'],
    [250n, '0.25'],
    [0n, '0'],
    [-1_001n, '-1.001'],
  ])('writes %s thousandths as %s', (milli, text) => {
    expect(quantityToWire(milli)).toBe(text);
  });
});

describe('formatQuantity', () => {
  it('writes it as the reader does', () => {
    expect(formatQuantity(1_250_500n, 'id')).toBe('1.250,5');
    expect(formatQuantity(1_250_500n, 'en')).toBe('1,250.5');
  });
});
