import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { rational } from '../../../domain/money/rational.js';
import { whyNoTaxRule, type TaxPlan } from '../../../domain/tax/plan-tax-rule.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const FULL = {
  code: 'PPN',
  kind: 'ppn-full',
  validFrom: day('2027-01-01'),
  rate: rational(12n, 100n),
  baseFactor: rational(1n, 1n),
} as const;
const PLAN: TaxPlan = {
  rules: [{ kind: 'ppn-full', validFrom: day('2025-01-01') }],
  lastSoldOn: undefined,
  today: day('2026-11-29'),
};

describe('a tax rule that is planned', () => {
  it.each([
    [{}, {}, undefined],
    [{ validFrom: day('2026-11-30') }, {}, undefined],
    [{ validFrom: day('2026-11-29') }, {}, 'TAX_RULE_IN_PAST'],
    [{ validFrom: day('2026-11-30') }, { lastSoldOn: day('2026-11-30') }, 'TAX_RULE_IN_PAST'],
    [{ validFrom: day('2025-01-01') }, {}, 'TAX_RULE_EXISTS'],
    [{ validFrom: day('2020-01-01') }, { rules: [] }, undefined],
    [{ rate: rational(100n, 100n) }, {}, 'TAX_RULE_SENSELESS'],
    [{ rate: rational(0n, 100n) }, {}, 'TAX_RULE_SENSELESS'],
    [{ kind: 'exempt' }, {}, 'TAX_RULE_SENSELESS'],
    [{ kind: 'exempt', rate: rational(0n, 1n) }, {}, undefined],
    [{ kind: 'ppn-other-base' }, {}, 'TAX_RULE_SENSELESS'],
    [{ kind: 'ppn-other-base', baseFactor: rational(11n, 12n) }, {}, undefined],
    [{ baseFactor: rational(11n, 12n) }, {}, 'TAX_RULE_SENSELESS'],
    [{ baseFactor: rational(12n, 11n) }, {}, 'TAX_RULE_SENSELESS'],
    [{ baseFactor: rational(0n, 1n) }, {}, 'TAX_RULE_SENSELESS'],
  ] as const)('with %p and %p: %p', (change, plan, code) => {
    expect(whyNoTaxRule({ ...FULL, ...change }, { ...PLAN, ...plan })?.code).toBe(code);
  });

  it('never begins on or before a day with sales', () => {
    const days = fc.integer({ min: -800, max: 800 });
    fc.assert(
      fc.property(days, days, (begins, sold) => {
        const validFrom = PLAN.today.add({ days: begins });
        const lastSoldOn = PLAN.today.add({ days: sold });
        const refusal = whyNoTaxRule({ ...FULL, validFrom }, { ...PLAN, lastSoldOn });
        expect(refusal === undefined).toBe(begins > Math.max(0, sold));
      }),
    );
  });
});
