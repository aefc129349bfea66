import type { Route } from '../../route.js';
import {
  addBarcode,
  bringItemBack,
  changeItem,
  removeBarcode,
  withdrawItem,
} from './change-items.js';
import { listItemPrices } from './item-prices.js';
import { addItem, listItems, readItem } from './items.js';
import {
  listPriceChanges,
  planPriceChange,
  readPriceChange,
  withdrawPriceChange,
} from './price-changes.js';
import { addPriceList, changePriceList, endPriceList, listPriceLists } from './price-lists.js';
import {
  addPromotion,
  changePromotion,
  endPromotion,
  listPromotions,
  readPromotion,
} from './promotions.js';
import { readCatalogue } from './read-catalogue.js';

/** Items and their prices. */
export const catalogueRoutes: readonly Route[] = [
  readCatalogue,
  listItems,
  readItem,
  listItemPrices,
  addItem,
  changeItem,
  addBarcode,
  removeBarcode,
  withdrawItem,
  bringItemBack,
  listPriceChanges,
  readPriceChange,
  planPriceChange,
  withdrawPriceChange,
  listPriceLists,
  addPriceList,
  changePriceList,
  endPriceList,
  listPromotions,
  readPromotion,
  addPromotion,
  changePromotion,
  endPromotion,
];
