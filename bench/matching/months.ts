import { figuresOf } from './figures.js';
import type { Outcome } from './play-year.js';
import { dateOf } from './year/company-year.js';

/** The coverage of each month, January first, in per cent: what learning brings while payers change. */
export function coverageByMonth(outcomes: readonly Outcome[]): readonly number[] {
  return Array.from({ length: 12 }, (_, at) => {
    const own = outcomes.filter(({ day }) => dateOf(day).month === at + 1);
    return figuresOf(own).coverage;
  });
}
