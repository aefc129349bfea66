import type { Route } from '../../route.js';
import {
  askForStoreSwitch,
  beginShadow,
  readStoreSwitches,
  withdrawStoreSwitch,
} from './switches.js';

export const shadowRoutes: readonly Route[] = [
  readStoreSwitches,
  beginShadow,
  askForStoreSwitch,
  withdrawStoreSwitch,
];
