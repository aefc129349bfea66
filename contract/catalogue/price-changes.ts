import { z } from 'zod';
import { AMOUNT_REFUSALS } from '../errors/money.js';
import { listOf, pageQuery } from '../list.js';
import { code, id, instant, money, orNull, plannedMoment, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { CATALOGUE_VERSION_MAX } from './read-catalogue.js';
import { READS_GOODS, WRITES_GOODS } from './item-fields.js';

/** More is a matter of an import. */
const ITEMS_MAX = 1_000;

const STATES = ['planned', 'inForce', 'withdrawn'] as const;
const STATE = {
  description:
    '`planned` until its moment, then `inForce`, also when later prices have replaced it.',
};

const priceChange = z
  .strictObject({
    version: z.number().int().meta({ description: 'The change of the catalogue that it is.' }),
    effectiveFrom: instant.meta({ description: 'The moment from which the prices hold.' }),
    priceList: z.string().nullable().meta({
      description: 'Code of the list that they stand on; null: they hold for everybody.',
    }),
    note: z.string().meta({ description: 'What it is for.' }),
    state: z.enum(STATES).meta(STATE),
    createdAt: instant.meta({ description: 'When it was decided.' }),
    items: z.number().int().meta({ description: 'How many items it concerns.' }),
  })
  .meta({ id: 'PriceChange' });

const changedPrice = z
  .strictObject({
    id,
    sku: z.string().meta({ description: 'Stock keeping unit.' }),
    name: z.string().meta({ description: 'As on receipts and labels.' }),
    unitPrice: orNull(money).meta({
      description: 'For one unit, from its moment on. Null: it has none on the list from then on.',
    }),
    includesTax: z.boolean().meta({ description: 'Whether tax is part of the price.' }),
    unitPriceBefore: orNull(money).meta({
      description: 'What it costs there just before; null: it had no price there.',
    }),
  })
  .meta({ id: 'ChangedPrice' });

const params = z.strictObject({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(CATALOGUE_VERSION_MAX)
    .meta({ description: 'Of the change of prices.' }),
});

export const planPriceChangeRoute = defineRoute({
  method: 'post',
  path: '/v1/price-changes',
  summary: 'Change prices or end them on a list, now or from a moment to come',
  description:
    'Tills are told at once, with the moment, by the catalogue, and change the price by themselves when it comes. A price that is planned holds from its moment on, also when another was decided after it for an earlier one.',
  tag: 'Goods',
  access: WRITES_GOODS,
  body: z.strictObject({
    items: z
      .array(
        z.strictObject({
          sku: code.meta({ description: 'Stock keeping unit.' }),
          unitPrice: orNull(money).meta({
            description:
              'For one unit. Null, with `priceList`: the item has no price on that list from then on, and costs what the next list says.',
          }),
          includesTax: z
            .boolean()
            .optional()
            .meta({ description: 'As the newest price of the item when it is left out.' }),
        }),
      )
      .min(1)
      .max(ITEMS_MAX)
      .meta({ description: 'Each item once.' }),
    effectiveFrom: plannedMoment.optional().meta({
      description:
        'The moment from which the prices hold; a day begins at midnight of the company. Now when it is left out.',
    }),
    priceList: code.optional().meta({
      description: 'Code of the list that they stand on; for everybody when it is left out.',
    }),
    note: text(200).meta({ description: 'What it is for.' }),
  }),
  example: {
    items: [{ sku: 'KOPI-001', unitPrice: { amount: '31000', currency: 'IDR' } }],
    effectiveFrom: '2027-01-01T06:00:00+07:00',
    note: 'Harga 2027',
  },
  responses: { 201: priceChange },
  errors: [
    'COMPANY_MISSING',
    'ITEM_UNKNOWN',
    'ITEM_REPEATED',
    'PRICE_IN_PAST',
    'PRICE_LIST_UNKNOWN',
    'PRICE_LIST_REQUIRED',
    'PRICE_NEGATIVE',
    ...AMOUNT_REFUSALS,
  ],
  idempotency: 'key',
});

export const listPriceChangesRoute = defineRoute({
  method: 'get',
  path: '/v1/price-changes',
  summary: 'Changes of prices that come and that were, the newest decision first',
  tag: 'Goods',
  access: READS_GOODS,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(STATES).optional().meta(STATE),
    priceList: code.optional().meta({ description: 'Code of the list that they stand on.' }),
  }),
  responses: { 200: listOf(priceChange) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readPriceChangeRoute = defineRoute({
  method: 'get',
  path: '/v1/price-changes/{version}',
  summary: 'One change of prices, and its prices by SKU beside those before it',
  tag: 'Goods',
  access: READS_GOODS,
  params,
  query: z.strictObject(pageQuery),
  responses: { 200: listOf(changedPrice).extend({ change: priceChange }) },
  errors: ['PRICE_CHANGE_NOT_FOUND', 'CURSOR_INVALID'],
  idempotency: 'read',
});

export const withdrawPriceChangeRoute = defineRoute({
  method: 'post',
  path: '/v1/price-changes/{version}/withdrawal',
  summary: 'Take a planned change of prices back before it holds',
  description:
    'Refused once its moment has come. Tills are told at once; one that is offline over that moment sells at the planned price, and its sales are booked so.',
  tag: 'Goods',
  access: WRITES_GOODS,
  params,
  responses: { 200: priceChange },
  errors: ['PRICE_CHANGE_NOT_FOUND', 'PRICE_CHANGE_IN_FORCE'],
  idempotency: 'key',
});
