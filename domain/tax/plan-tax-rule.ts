import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal.js';
import type { TaxRule } from './tax-rule.js';

/** What is known when a tax rule is planned. */
export type TaxPlan = Readonly<{
  /** The rules of the same code. */
  rules: readonly Pick<TaxRule, 'kind' | 'validFrom'>[];
  /** The last day on which goods with this code were sold. */
  lastSoldOn: Temporal.PlainDate | undefined;
  today: Temporal.PlainDate;
}>;

/**
 * Why a tax rule cannot be added: what is sold is taxed by the rule of its day, so a rule never begins on or before a
 * day with sales, and tills must hear of it the day before. A code that is new may begin on any day. Codes:
 * `TAX_RULE_EXISTS`, `TAX_RULE_IN_PAST`, `TAX_RULE_SENSELESS`.
 */
export function whyNoTaxRule(
  rule: Pick<TaxRule, 'code' | 'kind' | 'validFrom' | 'rate' | 'baseFactor'>,
  { rules, lastSoldOn, today }: TaxPlan,
): Refusal | undefined {
  const senseless = whySenseless(rule);
  if (senseless !== undefined) return senseless;
  const { code, validFrom } = rule;
  if (rules.some((known) => known.validFrom.equals(validFrom))) {
    const detail = `${code} has a rule from ${validFrom.toString()} already.`;
    return new Refusal({ code: 'TAX_RULE_EXISTS', param: 'validFrom', detail });
  }
  const isNew = rules.length === 0;
  const bounds = [lastSoldOn, isNew ? undefined : today].flatMap((day) => day ?? []);
  const bound = bounds.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1);
  if (bound === undefined || Temporal.PlainDate.compare(validFrom, bound) > 0) return undefined;
  const detail = `A rule of ${code} begins after ${bound.toString()}: what was sold until then keeps its tax.`;
  return new Refusal({ code: 'TAX_RULE_IN_PAST', param: 'validFrom', detail });
}

/** The rate is below 100 % and applies to at most the whole price; what is not taxed has no rate. */
function whySenseless({
  kind,
  rate,
  baseFactor,
}: Pick<TaxRule, 'kind' | 'rate' | 'baseFactor'>): Refusal | undefined {
  const isTaxed = kind === 'ppn-full' || kind === 'ppn-other-base';
  const faults: readonly (readonly [boolean, string, string])[] = [
    [rate.numerator >= rate.denominator, 'rate', 'The rate is below 100 %.'],
    [
      isTaxed === (rate.numerator === 0n),
      'rate',
      'Taxed goods have a rate above zero, others zero.',
    ],
    [
      baseFactor.numerator > baseFactor.denominator || baseFactor.numerator === 0n,
      'baseFactor',
      'The rate applies to a part of the price, or to all of it.',
    ],
    [
      (kind !== 'ppn-other-base') !== (baseFactor.numerator === baseFactor.denominator),
      'baseFactor',
      'Another base than the full price belongs to the kind ppn-other-base, and to no other.',
    ],
  ];
  const [fault] = faults.flatMap(([isFault, param, detail]) =>
    isFault ? [{ param, detail }] : [],
  );
  return fault === undefined ? undefined : new Refusal({ code: 'TAX_RULE_SENSELESS', ...fault });
}
