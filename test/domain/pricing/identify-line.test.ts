import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { taxOfIdentified } from '../../../domain/pricing/identify-line.js';
import { INDONESIAN_TAX_RULES, PPN, PPN_EXEMPT } from '../../../domain/tax/indonesian-tax-rules.js';
import { findRule, type TaxRule } from '../../../domain/tax/tax-rule.js';

const DAY = Temporal.PlainDate.from('2026-11-22');
const [ppn, exempt] = [PPN, PPN_EXEMPT].map((code) => findRule(INDONESIAN_TAX_RULES, code, DAY));

describe('taxOfIdentified', () => {
  it('keeps what was paid: the tax is the part that the rule of the item says', () => {
    const sold = { taxCode: PPN, taxBase: 100_000n, tax: 11_000n };
    expect(taxOfIdentified(sold, { before: ppn, after: rule(exempt) })).toEqual({
      taxCode: PPN_EXEMPT,
      taxBase: 111_000n,
      tax: 0n,
    });
    const untaxed = { taxCode: PPN_EXEMPT, taxBase: 111_000n, tax: 0n };
    expect(taxOfIdentified(untaxed, { before: exempt, after: rule(ppn) })).toEqual(sold);
  });

  it('changes no figure where the rate is the same, however it was rounded on the receipt', () => {
    const sold = { taxCode: 'another code', taxBase: 99_999n, tax: 11_001n };
    expect(taxOfIdentified(sold, { before: ppn, after: rule(ppn) })).toEqual({
      ...sold,
      taxCode: PPN,
    });
  });

  it('adds up to what was paid for any line', () => {
    const units = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(units, units, (taxBase, tax) => {
        const found = taxOfIdentified(
          { taxCode: PPN_EXEMPT, taxBase, tax },
          { before: undefined, after: rule(ppn) },
        );
        expect(found.taxBase + found.tax).toBe(taxBase + tax);
      }),
    );
  });
});

function rule(found: TaxRule | undefined): TaxRule {
  if (found === undefined) throw new Error('the table has the rule');
  return found;
}
