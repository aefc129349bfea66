import { Link } from '@tanstack/react-router';
import { useRole, type Role } from '../../shell/session.js';
import { useWords } from '../../words/words.js';
import { setupWords } from './setup-words.js';

/** Who sets the company up, or watches how it is done. */
const MASTERS: readonly Role[] = ['admin', 'owner', 'auditor'];

const PARTS = [
  { to: '/setup', name: 'steps', roles: MASTERS },
  { to: '/setup/company', name: 'company', roles: [...MASTERS, 'arManager'] },
  { to: '/setup/people', name: 'people', roles: MASTERS },
  { to: '/setup/keys', name: 'keys', roles: MASTERS },
  { to: '/setup/bank-accounts', name: 'banks', roles: [...MASTERS, 'arManager'] },
  { to: '/setup/policies', name: 'policies', roles: [...MASTERS, 'arManager'] },
  { to: '/setup/imports', name: 'imports', roles: [...MASTERS, 'arManager'] },
] as const satisfies readonly Readonly<{ to: string; name: string; roles: readonly Role[] }>[];

/** The parts of the set-up, as links in the head of each; the router marks where one is. */
export function SetupViews() {
  const say = useWords(setupWords);
  const role = useRole();
  return (
    <nav className="tabs">
      {PARTS.filter(({ roles }) => roles.some((one) => one === role)).map(({ to, name }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/setup' }}>
          {say(name)}
        </Link>
      ))}
    </nav>
  );
}
