import { Temporal } from 'temporal-polyfill';
import { ONE, rational, type Rational } from '../money/rational.js';
import type { TaxRule } from './tax-rule.js';

/** Codes of the Indonesian table; other countries bring their own. */
export const PPN = 'PPN';
export const PPN_LUXURY = 'PPN-LUX';
export const PPN_EXEMPT = 'PPN-EXEMPT';
export const NO_TAX = 'NONE';

const TEN_PERCENT = rational(10n, 100n);
const ELEVEN_PERCENT = rational(11n, 100n);
const TWELVE_PERCENT = rational(12n, 100n);
const ELEVEN_TWELFTHS = rational(11n, 12n);

/**
 * PPN as dated data; the books are started from this table and keep their own.
 *
 * * UU 42/2009: 10 %; UU 7/2021 (HPP) art. 7: 11 % from 1 April 2022, 12 % from 1 January 2025.
 * * PMK 131/2024 art. 3: ordinary goods on 11/12 of the price from 1 January 2025; art. 2 and 5:
 *   luxury (PPnBM) goods, sold to final consumers, on 11/12 until 31 January 2025 and in full from
 *   1 February 2025.
 * * Exempt goods (rice, corn, salt, fresh meat, eggs, milk, fruit, vegetables) stay exempt.
 *
 * Rounding was to whole rupiah downwards (SE-22/PJ.24/1990, PER-29/2015). For 2025 sources disagree;
 * to the nearest rupiah is what PER-11/PJ/2025 and Coretax are reported to do. Not confirmed by counsel.
 */
export const INDONESIAN_TAX_RULES: readonly TaxRule[] = [
  fullBase(PPN, '2010-04-01', TEN_PERCENT),
  fullBase(PPN, '2022-04-01', ELEVEN_PERCENT),
  otherBase(PPN, '2025-01-01'),
  fullBase(PPN_LUXURY, '2010-04-01', TEN_PERCENT),
  fullBase(PPN_LUXURY, '2022-04-01', ELEVEN_PERCENT),
  otherBase(PPN_LUXURY, '2025-01-01'),
  { ...fullBase(PPN_LUXURY, '2025-02-01', TWELVE_PERCENT), rounding: 'half-up' },
  untaxed(PPN_EXEMPT, 'exempt'),
  untaxed(NO_TAX, 'none'),
];

function fullBase(code: string, validFrom: string, rate: Rational): TaxRule {
  return {
    code,
    kind: 'ppn-full',
    validFrom: Temporal.PlainDate.from(validFrom),
    rate,
    baseFactor: ONE,
    rounding: 'down',
  };
}

function otherBase(code: string, validFrom: string): TaxRule {
  return {
    code,
    kind: 'ppn-other-base',
    validFrom: Temporal.PlainDate.from(validFrom),
    rate: TWELVE_PERCENT,
    baseFactor: ELEVEN_TWELFTHS,
    rounding: 'half-up',
  };
}

function untaxed(code: string, kind: 'exempt' | 'none'): TaxRule {
  return {
    code,
    kind,
    validFrom: Temporal.PlainDate.from('1985-04-01'),
    rate: rational(0n, 1n),
    baseFactor: ONE,
    rounding: 'half-up',
  };
}
