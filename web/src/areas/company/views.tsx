import { Link, useLocation } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useRole, type Role } from '../../shell/session.js';
import { Page } from '../../ui/page.js';
import { useWords } from '../../words/words.js';
import { setupWords } from './setup-words.js';
import './setup.css';

/** Who sets the company up, or watches how it is done. */
const MASTERS: readonly Role[] = ['admin', 'owner', 'auditor'];
/** Who sees what money depends on, and has a set-up in the rail. */
const MONEY: readonly Role[] = [...MASTERS, 'arManager'];

type Part = Readonly<{ to: string; name: keyof typeof setupWords; roles: readonly Role[] }>;

/** The parts of the set-up; those that belong together stand under one name. */
export const SECTIONS: readonly Readonly<{
  name: keyof typeof setupWords;
  parts: readonly Part[];
}>[] = [
  { name: 'steps', parts: [{ to: '/setup', name: 'steps', roles: MASTERS }] },
  {
    name: 'company',
    parts: [
      { to: '/setup/company', name: 'identity', roles: MONEY },
      { to: '/setup/numbers', name: 'numbers', roles: MONEY },
      { to: '/setup/accounts', name: 'accounts', roles: MONEY },
    ],
  },
  { name: 'people', parts: [{ to: '/setup/people', name: 'people', roles: MASTERS }] },
  { name: 'keys', parts: [{ to: '/setup/keys', name: 'keys', roles: MASTERS }] },
  {
    name: 'moneyRules',
    parts: [
      { to: '/setup/bank-accounts', name: 'banks', roles: MONEY },
      { to: '/setup/taxes', name: 'taxes', roles: MONEY },
      { to: '/setup/tenders', name: 'tenders', roles: MASTERS },
      { to: '/setup/limits', name: 'limits', roles: MONEY },
    ],
  },
  {
    name: 'reminders',
    parts: [
      { to: '/setup/policies', name: 'policies', roles: MONEY },
      { to: '/setup/letter-texts', name: 'texts', roles: MONEY },
      { to: '/setup/holidays', name: 'holidays', roles: MONEY },
    ],
  },
  { name: 'agencies', parts: [{ to: '/setup/agencies', name: 'agencies', roles: MONEY }] },
  { name: 'imports', parts: [{ to: '/setup/imports', name: 'imports', roles: MONEY }] },
];

/** What a role sees of the set-up. */
export function useSections() {
  const role = useRole();
  return SECTIONS.map((section) => ({
    ...section,
    parts: section.parts.filter(({ roles }) => roles.includes(role)),
  })).filter(({ parts }) => parts.length > 0);
}

/** The sections of the set-up, as links in the head of each page; each leads to its first part. */
export function SetupViews() {
  const say = useWords(setupWords);
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <nav className="tabs" aria-label={say('sections')}>
      {useSections().map(({ name, parts }) => (
        <Link
          key={name}
          to={parts[0]?.to ?? '/setup'}
          activeOptions={{ exact: true }}
          aria-current={isIn(parts, path) ? 'page' : undefined}
        >
          {say(name)}
        </Link>
      ))}
    </nav>
  );
}

function isIn(parts: readonly Part[], path: string): boolean {
  return parts.some(({ to }) => path === to || (to !== '/setup' && path.startsWith(`${to}/`)));
}

/** The parts of the section that one is in, under the head; nothing where it has one. */
function SetupParts() {
  const say = useWords(setupWords);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const section = useSections().find(({ parts }) => isIn(parts, path));
  if (section === undefined || section.parts.length < 2) return null;
  return (
    <nav className="tabs setup-parts" aria-label={say(section.name)}>
      {section.parts.map(({ to, name }) => (
        <Link key={to} to={to}>
          {say(name)}
        </Link>
      ))}
    </nav>
  );
}

/** A page of the set-up. */
export function SetupPage({
  verbs,
  children,
}: Pick<ComponentProps<typeof Page>, 'verbs' | 'children'>) {
  const say = useWords(setupWords);
  return (
    <Page title={say('title')} views={<SetupViews />} verbs={verbs}>
      <SetupParts />
      {children}
    </Page>
  );
}
