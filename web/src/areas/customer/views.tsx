import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words.js';
import { customerWords } from './customer-words.js';
import { mergeWords } from './merge-words.js';

type View = 'callList' | 'all' | 'duplicates' | 'merges';

/** The lists of customers, as links in the head of each. */
export function CustomerViews({ at }: Readonly<{ at: View }>) {
  const say = useWords(customerWords);
  const sayOf = useWords(mergeWords);
  // A list is where one is by its whole address alone: the others begin with the same.
  const exact = { exact: true } as const;
  const mark = (view: View) => (view === at ? 'page' : undefined);
  return (
    <nav className="tabs">
      <Link to="/customers" search={{}} activeOptions={exact} aria-current={mark('callList')}>
        {say('callList')}
      </Link>
      <Link
        to="/customers"
        search={{ view: 'all' }}
        activeOptions={exact}
        aria-current={mark('all')}
      >
        {say('all')}
      </Link>
      <Link
        to="/customers/duplicates"
        search={{}}
        activeOptions={exact}
        aria-current={mark('duplicates')}
      >
        {sayOf('duplicates')}
      </Link>
      <Link
        to="/customers/duplicates"
        search={{ view: 'merged' }}
        activeOptions={exact}
        aria-current={mark('merges')}
      >
        {sayOf('merges')}
      </Link>
    </nav>
  );
}
