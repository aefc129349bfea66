import { NO_PERIOD } from '../../../domain/statement/csv-labels.js';
import { readDayIn } from '../../../domain/statement/day-format.js';
import { day } from '../../support/bank-files.js';

const over = (from: string, to: string) => ({ from: day(from), to: day(to) });
const NEW_YEAR = over('2025-12-25', '2026-01-05');

describe('a day as a bank writes it', () => {
  it.each([
    ['02/03/2026', 'DD/MM/YYYY', '2026-03-02'],
    ['02/03/26', 'DD/MM/YY', '2026-03-02'],
    ['02/03/26 10.15.30', 'DD/MM/YY', '2026-03-02'],
    ['2026-03-02T10:15:30', 'YYYY-MM-DD', '2026-03-02'],
    ['05-Agu-2026', 'DD-MMM-YYYY', '2026-08-05'],
    ['05 December 2026', 'DD MMM YYYY', '2026-12-05'],
  ])('%s in %s is %s', (text, format, on) => {
    expect(readDayIn(text, [format], { period: NO_PERIOD })?.toString()).toBe(on);
  });

  it.each([
    ['2/3/2026', 'DD/MM/YYYY'],
    ['30/02/2026', 'DD/MM/YYYY'],
    ['02.03.2026', 'DD/MM/YYYY'],
    ['05-Foo-2026', 'DD-MMM-YYYY'],
    ['02/03/20261', 'DD/MM/YYYY'],
    ['02/03', 'DD/MM'],
  ])('%s in %s is none', (text, format) => {
    expect(readDayIn(text, [format], { period: NO_PERIOD })).toBeUndefined();
  });

  it.each([
    ['29/12', NEW_YEAR, '2025-12-29'],
    ['02/01', NEW_YEAR, '2026-01-02'],
    ['24/12', NEW_YEAR, undefined],
    ['29/02', over('2024-02-01', '2024-02-29'), '2024-02-29'],
    ['29/02', over('2026-02-01', '2026-03-31'), undefined],
    ['02/03', over('2025-03-01', '2026-03-31'), undefined],
    ['02/03', over('2020-03-01', '2026-03-31'), undefined],
  ])('without a year, %s is the only one of its period', (text, period, on) => {
    expect(readDayIn(text, ['DD/MM'], { period })?.toString()).toBe(on);
  });
});
