import type { Route } from '../../route.js';
import { listShadowSales, readShadowSale } from './shadow-sales.js';
import {
  giveDayTotals,
  listShadowDays,
  readShadowDay,
  readSwitchChecklist,
  withdrawDayTotals,
} from './shadow-days.js';
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
  readSwitchChecklist,
  listShadowDays,
  readShadowDay,
  giveDayTotals,
  withdrawDayTotals,
  listShadowSales,
  readShadowSale,
];
