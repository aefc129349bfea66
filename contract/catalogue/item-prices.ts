import { z } from 'zod';
import { instant, money, orNull } from '../primitives.js';
import { defineRoute } from '../route.js';
import { itemParams, READS_GOODS } from './item-fields.js';

/** An item whose price changes every week has not more in two years. */
const PRICES_MAX = 200;
const PRICES_DEFAULT = 100;

export const ITEM_PRICE_STATES = ['planned', 'inForce', 'replaced'] as const;

const itemPriceOfTime = z
  .strictObject({
    version: z.number().int().meta({ description: 'The change that brought it.' }),
    priceList: z.string().nullable().meta({
      description: 'Code of the list that it stands on; null: it holds for everybody.',
    }),
    effectiveFrom: instant.meta({ description: 'The moment from which it holds.' }),
    unitPrice: orNull(money).meta({
      description: 'For one unit; null: from its moment on the item has no price on the list.',
    }),
    includesTax: z.boolean().meta({ description: 'Whether tax is part of the price.' }),
    note: z.string().meta({ description: 'What the change was for.' }),
    state: z.enum(ITEM_PRICE_STATES).meta({
      description: '`planned` until its moment, then `inForce` until a later one: `replaced`.',
    }),
  })
  .meta({ id: 'ItemPriceOfTime' });

export const listItemPricesRoute = defineRoute({
  method: 'get',
  path: '/v1/items/{itemId}/prices',
  summary: 'The prices of an item that come, hold and were, on all lists, the latest moment first',
  description: 'Prices that were taken back before they held are not among them.',
  tag: 'Goods',
  access: READS_GOODS,
  params: itemParams,
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(PRICES_MAX).default(PRICES_DEFAULT),
  }),
  responses: { 200: z.strictObject({ data: z.array(itemPriceOfTime) }) },
  errors: ['ITEM_NOT_FOUND'],
  idempotency: 'read',
});
