import fc from 'fast-check';
import { CURRENCY_CODES, minorUnitOf } from '../../../domain/money/currency.js';
import { formatAmount, formatMoney } from '../../../domain/money/format-money.js';
import { money, moneyToWire, parseMoney } from '../../../domain/money/money.js';
import { refusalOf } from '../../support/refusal-of.js';

describe('parseMoney', () => {
  it('reads whole rupiah and cents into the booked unit', () => {
    expect(parseMoney({ amount: '150000', currency: 'IDR' })).toEqual(money(150_000n, 'IDR'));
    expect(parseMoney({ amount: '12.5', currency: 'SGD' })).toEqual(money(1_250n, 'SGD'));
    expect(parseMoney({ amount: '-0.05', currency: 'AUD' })).toEqual(money(-5n, 'AUD'));
  });

  it.each([
    ['150000.0', 'IDR'],
    ['150000.00', 'IDR'],
    ['1.005', 'SGD'],
  ])('refuses %s %s because it has more decimals than the currency', (amount, currency) => {
    expect(refusalOf(() => parseMoney({ amount, currency }, 'lines[2].unitPrice'))).toMatchObject({
      code: 'MONEY_TOO_PRECISE',
      param: 'lines[2].unitPrice.amount',
    });
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '1,000',
    '1.000,00',
    '01',
    '00',
    '+1',
    '.5',
    '5.',
    '1e3',
    '0x10',
    '-',
    '--1',
    '-0',
    'NaN',
    'Infinity',
    '１２',
    '1\n',
    'Rp1',
    '9'.repeat(65),
  ])('refuses %j because it is not a plain decimal', (amount) => {
    expect(refusalOf(() => parseMoney({ amount, currency: 'IDR' }))).toMatchObject({
      code: 'MONEY_MALFORMED',
      param: 'amount',
    });
  });
});

describe('parseMoney at its limits', () => {
  it('takes fifteen digits and refuses the sixteenth', () => {
    expect(parseMoney({ amount: '9'.repeat(15), currency: 'IDR' }).amount).toBe(
      999_999_999_999_999n,
    );
    expect(refusalOf(() => parseMoney({ amount: '1'.padEnd(16, '0'), currency: 'IDR' })).code).toBe(
      'MONEY_TOO_LARGE',
    );
    expect(
      refusalOf(() => parseMoney({ amount: `-${'9'.repeat(14)}`, currency: 'SGD' })).code,
    ).toBe('MONEY_TOO_LARGE');
  });

  it.each(['XXX', 'idr', '', 'toString', '__proto__'])('refuses the currency %j', (currency) => {
    expect(refusalOf(() => parseMoney({ amount: '1', currency }, 'total'))).toMatchObject({
      code: 'CURRENCY_UNKNOWN',
      param: 'total.currency',
    });
  });

  it('reads back whatever it wrote, in every currency', () => {
    fc.assert(
      fc.property(amount(), fc.constantFrom(...CURRENCY_CODES), (units, currency) => {
        const original = money(units, currency);
        expect(parseMoney(moneyToWire(original))).toEqual(original);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('currencies', () => {
  it('books the rupiah without decimals although ISO 4217 gives it two', () => {
    expect(minorUnitOf('IDR')).toBe(0);
  });

  it('books every other currency as ISO 4217 says: two decimals, and none for the dong', () => {
    const others = CURRENCY_CODES.filter((code) => code !== 'IDR');
    expect(others.filter((code) => minorUnitOf(code) !== 2)).toEqual(['VND']);
    expect(minorUnitOf('VND')).toBe(0);
  });
});

describe('formatMoney', () => {
  it.each([
    [150_000n, 'IDR', ['Rp150.000', 'Rp150,000']],
    [0n, 'IDR', ['Rp0', 'Rp0']],
    [999n, 'IDR', ['Rp999', 'Rp999']],
    [-1_250_000n, 'IDR', ['-Rp1.250.000', '-Rp1,250,000']],
    [123_456_789n, 'SGD', ['S$1.234.567,89', 'S$1,234,567.89']],
    [5n, 'THB', ['THB 0,05', 'THB 0.05']],
  ] as const)('writes %s %s as %j', (units, currency, [indonesian, english]) => {
    expect(formatMoney(money(units, currency), 'id')).toBe(indonesian);
    expect(formatMoney(money(units, currency), 'en')).toBe(english);
  });

  it('leaves the currency out where the column names it', () => {
    expect(formatAmount(money(-150_000n, 'IDR'), 'id')).toBe('-150.000');
  });
});

function amount(): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
}
