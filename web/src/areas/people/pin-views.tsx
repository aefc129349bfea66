import { Link } from '@tanstack/react-router';
import { useRole, type Role } from '../../shell/session.js';
import { useWords } from '../../words/words.js';
import { pinWords } from './pin-words.js';

/** Who sees what PINs were typed for (`SEES_ACCESS` of the contract): not the managers of stores. */
const WATCHERS: readonly Role[] = ['admin', 'owner', 'auditor'];

/** PINs, and what they were typed for, as links in the head of each. */
export function PinViews() {
  const say = useWords(pinWords);
  const exact = { exact: true } as const;
  if (!WATCHERS.includes(useRole())) return null;
  return (
    <nav className="tabs" aria-label={say('title')}>
      <Link to="/stores/pins" activeOptions={exact}>
        {say('people')}
      </Link>
      <Link to="/stores/pins/checks" activeOptions={exact}>
        {say('checks')}
      </Link>
    </nav>
  );
}
