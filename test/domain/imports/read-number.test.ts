import fc from 'fast-check';
import { decimalMarkIn, readNumber } from '../../../domain/imports/read-number.js';

const rupiah = (text: string) => readNumber(text, { mark: 'unknown', unit: 'whole' });
const weight = (text: string, mark: '.' | ',' | 'unknown' = 'unknown') =>
  readNumber(text, { mark, unit: 'parts' });

describe('a number as people write it', () => {
  it.each([
    ['29000', '29000'],
    ['29.000', '29000'],
    ['29,000', '29000'],
    ['Rp 29.000,00', '29000'],
    ['Rp29.000,-', '29000'],
    ['1.234.567', '1234567'],
    ['1,234.50', '1234.5'],
    ['1.234,50', '1234.5'],
    ["1'234.50", '1234.5'],
    ['(500)', '-500'],
    ['-0', '0'],
    ['007', '7'],
    ['29000.00', '29000'],
    ['IDR 5', '5'],
  ])('%s is %s rupiah', (text, decimal) => {
    expect(rupiah(text)).toEqual({ kind: 'read', decimal });
  });

  it.each(['=1+1', '', '-', 'abc', '1.23.4', '1,2,3', '12 buah', '1.234,5.6', '0x1F', '１２'])(
    '%s is none',
    (text) => {
      expect(rupiah(text)).toEqual({ kind: 'no-number' });
    },
  );

  it('says that a spreadsheet has shortened it', () => {
    expect(rupiah('8,99E+12')).toEqual({ kind: 'scientific' });
    expect(rupiah('8.99e+12')).toEqual({ kind: 'scientific' });
  });

  it('does not guess whether three digits are decimals or thousands', () => {
    expect(weight('1.250')).toEqual({ kind: 'ambiguous' });
    expect(weight('1.250', '.')).toEqual({ kind: 'read', decimal: '1.25' });
    expect(weight('1.250', ',')).toEqual({ kind: 'read', decimal: '1250' });
    expect(weight('0,5')).toEqual({ kind: 'read', decimal: '0.5' });
    expect(weight('0.001')).toEqual({ kind: 'read', decimal: '0.001' });
  });

  it('shows which sign begins the decimals, when it does', () => {
    expect(
      ['1.234,5', '0,5', '1.234.567', '1,234.5', '7.25', '1.000', '12'].map(decimalMarkIn),
    ).toEqual([',', ',', ',', '.', '.', 'unknown', 'unknown']);
  });

  it('comes back from either notation, whatever the amount', () => {
    const amounts = fc.tuple(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 1, max: 99 }),
    );
    fc.assert(
      fc.property(amounts, ([whole, cents]) => {
        const two = String(cents).padStart(2, '0');
        const plain = `${whole}.${two}`.replace(/0$/, '');
        const grouped = (sign: string) => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, sign);
        const read = { kind: 'read', decimal: plain };
        expect(weight(`${grouped('.')},${two}`, ',')).toEqual(read);
        expect(weight(`${grouped(',')}.${two}`, '.')).toEqual(read);
      }),
    );
  });
});
