import type { Route } from '../../route.js';
import { addKey, listKeys, revokeKey, rotateKey } from './keys.js';
import { addUser, changeUser, listUsers, resetPassword, setPassword } from './users.js';

/** People, and the keys of machines. */
export const peopleRoutes: readonly Route[] = [
  listUsers,
  addUser,
  changeUser,
  resetPassword,
  setPassword,
  listKeys,
  addKey,
  rotateKey,
  revokeKey,
];
