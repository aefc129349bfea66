import { MASTER_WRITERS } from '../roles.js';

/** Who gives people roles and machines keys: an administrator, as a person who has just given the password. */
export const GIVES_ACCESS = {
  kind: 'roles',
  roles: MASTER_WRITERS,
  scope: 'people:write',
  person: true,
  freshPassword: true,
} as const;

/** Who sees people and keys: not the managers of stores. */
export const SEES_ACCESS = {
  kind: 'roles',
  roles: ['admin', 'owner', 'auditor'],
  scope: 'masters:read',
} as const;
