import { money } from '../../ui/format.js';
import type { EntryOf } from '../../api/use-call.js';
import { useWords } from '../../words/words.js';
import { findWords } from './find-words.js';

type Tender = EntryOf<'GET /v1/sales'>['tenders'][number];

const NAMED = ['cash', 'qris', 'voucher', 'storeCredit', 'onAccount'] as const;

/** How a sale was paid, in one line: the card by its last four digits, several tenders with their amounts. */
export function useTenderText(): (tenders: readonly Tender[]) => string {
  const say = useWords(findWords);
  const nameOf = ({ type, cardLast4 }: Tender) => {
    if (type === 'card') return [say('cardOf'), cardLast4].filter((one) => one !== null).join(' ');
    const known = NAMED.find((one) => one === type);
    return known === undefined ? type : say(known);
  };
  return (tenders) =>
    tenders
      .map((one) => (tenders.length === 1 ? nameOf(one) : `${nameOf(one)} ${money(one.amount)}`))
      .join(', ');
}
