import type { Role } from '../../shell/session.js';
import type { Text } from '../../words/words.js';
import { setupWords } from './setup-words.js';

/** Who sets the company up, or watches how it is done. */
const MASTERS: readonly Role[] = ['admin', 'owner', 'auditor'];
/** Who sees what money depends on, and has a set-up in the rail. */
const MONEY: readonly Role[] = [...MASTERS, 'arManager'];

export type Part = Readonly<{ to: string; name: keyof typeof setupWords; roles: readonly Role[] }>;

/** The parts of the set-up; those that belong together stand under one name. */
const SECTIONS: readonly Readonly<{
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
  {
    name: 'people',
    parts: [
      { to: '/setup/people', name: 'people', roles: MASTERS },
      { to: '/setup/providers', name: 'providers', roles: MASTERS },
    ],
  },
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
export function sectionsFor(role: Role) {
  return SECTIONS.map((section) => ({
    ...section,
    parts: section.parts.filter(({ roles }) => roles.includes(role)),
  })).filter(({ parts }) => parts.length > 0);
}

export type SetupPart = Readonly<{ to: string; name: Text; section: Text }>;

/** The same, part by part with its words, for those who search. */
export function partsFor(role: Role): readonly SetupPart[] {
  return sectionsFor(role).flatMap(({ name, parts }) =>
    parts.map((part) => ({
      to: part.to,
      name: setupWords[part.name],
      section: setupWords[name],
    })),
  );
}
