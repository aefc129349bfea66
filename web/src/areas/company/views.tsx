import { Link, useLocation } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useRole } from '../../shell/session.js';
import { Page } from '../../ui/page.js';
import { useWords } from '../../words/words.js';
import { sectionsFor, type Part } from './sections.js';
import { setupWords } from './setup-words.js';
import './setup.css';

/** What a role sees of the set-up. */
export function useSections() {
  return sectionsFor(useRole());
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
