import { MASTER_READERS, MASTER_WRITERS } from '../roles.js';

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
