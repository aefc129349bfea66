import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words.js';
import { listsWords } from './lists-words.js';
import { pricesWords } from './prices-words.js';
import { promotionsWords } from './promotions-words.js';

/** Items, changes, price lists and promotions, as links in the head of each. */
export function PricesViews({
  at,
}: Readonly<{ at: 'items' | 'changes' | 'lists' | 'promotions' }>) {
  const say = useWords(pricesWords);
  const sayOf = useWords(listsWords);
  const sayPromotions = useWords(promotionsWords);
  // A list is where one is by its whole address alone: the others begin with the same.
  const exact = { exact: true } as const;
  const mark = (view: typeof at) => (view === at ? 'page' : undefined);
  return (
    <nav className="tabs">
      <Link to="/prices" search={{}} activeOptions={exact} aria-current={mark('items')}>
        {say('items')}
      </Link>
      <Link
        to="/prices"
        search={{ view: 'changes' }}
        activeOptions={exact}
        aria-current={mark('changes')}
      >
        {say('changes')}
      </Link>
      <Link to="/prices/lists" activeOptions={exact} aria-current={mark('lists')}>
        {sayOf('lists')}
      </Link>
      <Link
        to="/prices/promotions"
        search={{}}
        activeOptions={exact}
        aria-current={mark('promotions')}
      >
        {sayPromotions('promotions')}
      </Link>
    </nav>
  );
}
