import type { Route } from '../../route.js';
import {
  addIdentityProvider,
  changeIdentityProvider,
  listIdentityProviders,
  removeIdentity,
  removeIdentityProvider,
  switchIdentityProvider,
  testIdentityProvider,
} from './identity-providers.js';
import { addKey, listKeys, revokeKey, rotateKey } from './keys.js';
import { readSecondFactorRule, removeSecondFactor, setSecondFactorRule } from './second-factors.js';
import { recordListExport } from './list-exports.js';
import { keepSavedView, listSavedViews, removeSavedView } from './saved-views.js';
import { endOwnSession, endUserSessions, listOwnSessions, listUserSessions } from './sessions.js';
import {
  changePin,
  checkPin,
  endPin,
  givePin,
  listOfflinePins,
  listPinChecks,
  listPinHolders,
  noteOfflineChecks,
} from './staff-pins.js';
import { addUser, changeUser, inviteUser, listUsers, resetPassword, setPassword } from './users.js';

/** People, and the keys of machines. */
export const peopleRoutes: readonly Route[] = [
  listUsers,
  addUser,
  changeUser,
  resetPassword,
  inviteUser,
  setPassword,
  listKeys,
  addKey,
  rotateKey,
  revokeKey,
  listOwnSessions,
  endOwnSession,
  listUserSessions,
  endUserSessions,
  removeSecondFactor,
  readSecondFactorRule,
  setSecondFactorRule,
  listIdentityProviders,
  addIdentityProvider,
  changeIdentityProvider,
  switchIdentityProvider,
  removeIdentityProvider,
  testIdentityProvider,
  removeIdentity,
  givePin,
  endPin,
  checkPin,
  changePin,
  listOfflinePins,
  noteOfflineChecks,
  listPinChecks,
  listPinHolders,
  listSavedViews,
  keepSavedView,
  removeSavedView,
  recordListExport,
];
