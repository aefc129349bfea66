import { Link, useLocation } from '@tanstack/react-router';
import { useWords } from '../../words/words.js';
import { setupWords } from './setup-words.js';

/** The parts of the set-up, as links in the head of each. */
export function SetupViews() {
  const say = useWords(setupWords);
  const { pathname } = useLocation();
  const at = (path: string) => (pathname === path ? 'page' : undefined);
  return (
    <nav className="tabs">
      <Link to="/setup" aria-current={at('/setup')}>
        {say('steps')}
      </Link>
      <Link to="/setup/people" aria-current={at('/setup/people')}>
        {say('people')}
      </Link>
    </nav>
  );
}
