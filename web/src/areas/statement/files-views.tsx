import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words.js';
import { bankWords } from './bank-words.js';
import type { StatementState } from './file-status.js';
import { filesWords, stateWords } from './files-words.js';

const STATES = ['awaiting-release', 'refused', 'given-up'] as const;

/** Files by their state, and how banks are read, as links in the head of each. */
export function FilesViews({ at }: Readonly<{ at: StatementState | 'all' | 'profiles' }>) {
  const say = useWords(filesWords);
  const state = useWords(stateWords);
  const sayBank = useWords(bankWords);
  // A list is where one is by its whole address alone: the others begin with the same.
  const exact = { exact: true } as const;
  const mark = (view: typeof at) => (view === at ? 'page' : undefined);
  return (
    <nav className="tabs" aria-label={say('views')}>
      <Link to="/bank-files" search={{}} activeOptions={exact} aria-current={mark('all')}>
        {say('all')}
      </Link>
      {STATES.map((one) => (
        <Link
          key={one}
          to="/bank-files"
          search={{ status: one }}
          activeOptions={exact}
          aria-current={mark(one)}
        >
          {state(one)}
        </Link>
      ))}
      <Link to="/bank-files/profiles" activeOptions={exact} aria-current={mark('profiles')}>
        {sayBank('profiles')}
      </Link>
    </nav>
  );
}
