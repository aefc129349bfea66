import { decimal, moneyOfUnits } from '../../ui/format.js';
import { useWords } from '../../words/words.js';
import { agenciesWords } from './agencies-words.js';

type Band = Readonly<{
  fromDaysPastDue: number;
  /** In the smallest booked unit of the currency. */
  fromAmount?: string | undefined;
  basisPoints: number;
}>;

const HUNDREDTHS = 100;

/** A line of a commission in words: `from day 90: 20 %`. */
export function useBandText(): (band: Band, currency: string) => string {
  const say = useWords(agenciesWords);
  return ({ fromDaysPastDue: days, fromAmount = '0', basisPoints }, currency) => {
    const percent = decimal(String(basisPoints / HUNDREDTHS));
    return fromAmount === '0'
      ? say('from', { days, percent })
      : say('fromAmount', { days, percent, amount: moneyOfUnits(fromAmount, currency) });
  };
}

/** Whether a value of a change is such a line. */
export function isBand(value: object): value is Band {
  return 'basisPoints' in value && 'fromDaysPastDue' in value;
}
