import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words.js';
import { salesWords } from './sales-words.js';

/** The views of sales in the head of their pages; a list under a filter of its own is none of them. */
export function SalesViews({ at }: Readonly<{ at: 'open' | 'all' | 'find' | undefined }>) {
  const say = useWords(salesWords);
  const current = (view: typeof at) => (at === view ? ('page' as const) : undefined);
  return (
    <nav className="tabs">
      <Link to="/sales" search={{}} activeOptions={{ exact: true }} aria-current={current('open')}>
        {say('open')}
      </Link>
      <Link to="/sales" search={{ view: 'all' }} aria-current={current('all')}>
        {say('all')}
      </Link>
      <Link to="/sales/find" search={{}} aria-current={current('find')}>
        {say('find')}
      </Link>
    </nav>
  );
}
