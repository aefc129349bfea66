import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words.js';
import { setupWords } from './setup-words.js';

/** The parts of the set-up, as links in the head of each; the router marks where one is. */
export function SetupViews() {
  const say = useWords(setupWords);
  return (
    <nav className="tabs">
      <Link to="/setup" activeOptions={{ exact: true }}>
        {say('steps')}
      </Link>
      <Link to="/setup/people">{say('people')}</Link>
    </nav>
  );
}
