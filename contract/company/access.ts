import { APPROVERS, FINANCE_READERS, MASTER_READERS, MASTER_WRITERS, type Role } from '../roles.js';

/** Who sees how the company is set up. */
export const SEES_MASTERS = {
  kind: 'roles',
  roles: MASTER_READERS,
  scope: 'masters:read',
} as const;

/** Who sets it up. */
export const SETS_UP = { kind: 'roles', roles: MASTER_WRITERS, scope: 'masters:write' } as const;

/** Who sets up what money depends on: a person who has just given the password. */
export const SETS_UP_MONEY = { ...SETS_UP, person: true, freshPassword: true } as const;

/** Who sees what money depends on: those who set up the company, and those who work with the money. */
export const SEES_MONEY_MASTERS = {
  kind: 'roles',
  roles: [...new Set<Role>([...MASTER_READERS, ...FINANCE_READERS])],
  scope: 'masters:read',
} as const;

/** Who asks for a change of it. Another person agrees. */
export const ASKS_FOR_CHANGE = {
  kind: 'roles',
  roles: [...MASTER_WRITERS, 'arManager'],
  scope: 'masters:write',
  person: true,
} as const;

/** Who agrees to such a change, or not. */
export const DECIDES_ON_CHANGE = {
  kind: 'roles',
  roles: [...MASTER_WRITERS, ...APPROVERS],
  scope: 'masters:write',
  person: true,
  freshPassword: true,
} as const;
