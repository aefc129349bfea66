import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { computeTax, withoutTax } from '../../../domain/tax/compute-tax.js';
import {
  INDONESIAN_TAX_RULES,
  NO_TAX,
  PPN,
  PPN_EXEMPT,
  PPN_LUXURY,
} from '../../../domain/tax/indonesian-tax-rules.js';
import { effectiveRate, findRule, type TaxRule } from '../../../domain/tax/tax-rule.js';

describe('findRule', () => {
  it.each([
    ['2022-03-31', PPN, '10%', 'ppn-full'],
    ['2022-04-01', PPN, '11%', 'ppn-full'],
    ['2024-12-31', PPN, '11%', 'ppn-full'],
    ['2025-01-01', PPN, '11%', 'ppn-other-base'],
    ['2026-07-03', PPN, '11%', 'ppn-other-base'],
    ['2024-12-31', PPN_LUXURY, '11%', 'ppn-full'],
    ['2025-01-01', PPN_LUXURY, '11%', 'ppn-other-base'],
    ['2025-01-31', PPN_LUXURY, '11%', 'ppn-other-base'],
    ['2025-02-01', PPN_LUXURY, '12%', 'ppn-full'],
    ['2026-07-03', PPN_EXEMPT, '0%', 'exempt'],
    ['2026-07-03', NO_TAX, '0%', 'none'],
  ])('on %s %s is %j', (date, code, ...expected) => {
    const rule = onDay(date, code);
    expect([percent(rule), rule.kind]).toEqual(expected);
  });

  it('does not depend on the order of the table', () => {
    const reversed = INDONESIAN_TAX_RULES.toReversed();
    expect(findRule(reversed, PPN, day('2026-07-03'))).toEqual(current(PPN));
  });

  it('is none for a code that the table does not have, and for a date before it begins', () => {
    expect(findRule(INDONESIAN_TAX_RULES, 'GST', day('2026-07-03'))).toBeUndefined();
    expect(findRule(INDONESIAN_TAX_RULES, PPN, day('2010-03-31'))).toBeUndefined();
  });
});

describe('computeTax', () => {
  it('takes the tax from the unrounded other base: Rp50,000,000 gives Rp5,500,000', () => {
    expect(computeTax({ amount: 50_000_000n, includesTax: false }, current(PPN))).toEqual({
      taxBase: 50_000_000n,
      otherBase: 45_833_333n,
      tax: 5_500_000n,
    });
  });

  it('finds 11/111 in a price that includes tax', () => {
    expect(computeTax({ amount: 111_000n, includesTax: true }, current(PPN))).toEqual({
      taxBase: 100_000n,
      otherBase: 91_667n,
      tax: 11_000n,
    });
    expect(computeTax({ amount: 150_000n, includesTax: true }, current(PPN))).toEqual({
      taxBase: 135_135n,
      otherBase: 123_874n,
      tax: 14_865n,
    });
  });

  it('finds 12/112 in the price of luxury goods', () => {
    expect(computeTax({ amount: 11_200_000n, includesTax: true }, current(PPN_LUXURY))).toEqual({
      taxBase: 10_000_000n,
      otherBase: 10_000_000n,
      tax: 1_200_000n,
    });
  });

  it('collects nothing on exempt goods, and keeps the price as the base', () => {
    expect(computeTax({ amount: 68_500n, includesTax: true }, current(PPN_EXEMPT))).toEqual({
      taxBase: 68_500n,
      otherBase: 68_500n,
      tax: 0n,
    });
  });

  it('rounded down to whole rupiah until 2024 and rounds to the nearest since', () => {
    const before = onDay('2024-12-31', PPN);
    const price = { amount: 3_453_454n, includesTax: false };
    expect(computeTax(price, before).tax).toBe(379_879n);
    expect(computeTax(price, current(PPN)).tax).toBe(379_880n);
    expect(computeTax({ amount: 8_945n, includesTax: false }, current(PPN)).tax).toBe(984n);
  });

  it('splits a price with tax without losing a rupiah, and mirrors a reversal', () => {
    fc.assert(
      fc.property(prices(), rules(), fc.boolean(), (amount, rule, includesTax) => {
        const { taxBase, otherBase, tax } = computeTax({ amount, includesTax }, rule);
        expect(taxBase + (includesTax ? tax : 0n)).toBe(amount);
        expect(otherBase <= taxBase + 1n).toBe(true);
        expect(computeTax({ amount: -amount, includesTax }, rule).tax).toBe(-tax);
        expect(withoutTax({ amount, includesTax }, rule)).toBe(taxBase);
      }),
      { numRuns: 1000 },
    );
  });
});

function current(code: string): TaxRule {
  return onDay('2026-07-03', code);
}

function onDay(date: string, code: string): TaxRule {
  const rule = findRule(INDONESIAN_TAX_RULES, code, day(date));
  if (rule === undefined) throw new Error(`there is no rule ${code} on ${date}`);
  return rule;
}

function percent(rule: TaxRule): string {
  const { numerator, denominator } = effectiveRate(rule);
  return `${(100n * numerator) / denominator}%`;
}

function prices(): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: 0n, max: 10n ** 12n });
}

function rules(): fc.Arbitrary<TaxRule> {
  return fc.constantFrom(...INDONESIAN_TAX_RULES);
}

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}
