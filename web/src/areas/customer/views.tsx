import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words.js';
import { customerWords } from './customer-words.js';
import { mergeWords } from './merge-words.js';

type View = 'callList' | 'all' | 'duplicates' | 'merges';

/** The lists of customers, as links in the head of each. */
export function CustomerViews({ at }: Readonly<{ at: View }>) {
  const say = useWords(customerWords);
  const sayOf = useWords(mergeWords);
  const mark = (view: View) => (view === at ? 'page' : undefined);
  return (
    <nav className="tabs">
      <Link to="/customers" search={{}} aria-current={mark('callList')}>
        {say('callList')}
      </Link>
      <Link to="/customers" search={{ view: 'all' }} aria-current={mark('all')}>
        {say('all')}
      </Link>
      <Link to="/customers/duplicates" search={{}} aria-current={mark('duplicates')}>
        {sayOf('duplicates')}
      </Link>
      <Link to="/customers/duplicates" search={{ view: 'merged' }} aria-current={mark('merges')}>
        {sayOf('merges')}
      </Link>
    </nav>
  );
}
