import type { Language } from '../../domain/money/format-money.js';

/** A row of the tax table, as the books hold it. */
export type TaxRuleRow = Readonly<{
  code: string;
  validFrom: Date;
  rateNumerator: number;
  rateDenominator: number;
  baseNumerator: number;
  baseDenominator: number;
  labelEn: string;
  labelId: string;
}>;

/** Name and rate of each tax code on documents of a day: `PPN` and `12% x 11/12`; an untaxed code has no rate. */
export function taxNames(
  rules: readonly TaxRuleRow[],
  { language, businessDate }: Readonly<{ language: Language; businessDate: string }>,
): (code: string) => { label: string; rate: string } {
  const valid = rules
    .filter(({ validFrom }) => validFrom.toISOString().slice(0, 10) <= businessDate)
    .toSorted((a, b) => a.validFrom.getTime() - b.validFrom.getTime());
  const byCode = new Map(valid.map((rule) => [rule.code, rule]));
  return (code) => {
    const rule = byCode.get(code);
    if (rule === undefined) return { label: code, rate: '' };
    return { label: language === 'id' ? rule.labelId : rule.labelEn, rate: rateText(rule) };
  };
}

function rateText(rule: TaxRuleRow): string {
  if (rule.rateNumerator === 0) return '';
  const percent = `${(rule.rateNumerator * 100) / rule.rateDenominator}%`;
  const whole = rule.baseNumerator === rule.baseDenominator;
  return whole ? percent : `${percent} x ${rule.baseNumerator}/${rule.baseDenominator}`;
}
