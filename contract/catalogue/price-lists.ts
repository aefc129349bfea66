import { z } from 'zod';
import { SALES_CHANNELS } from '../../domain/pricing/price-list.js';
import { code, id, instant, orNull, plannedMoment, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { READS_GOODS, WRITES_GOODS } from './item-fields.js';
import {
  endingBody,
  keptPeriod,
  PERIOD_STATE,
  PERIOD_STATES,
  plannedEnd,
} from './planned-period.js';

const NAME = { description: 'What it is called in the office.' };
const GROUP = { description: 'For stores of this group; null: for all.' };
const CHANNEL = { description: 'For tills of this channel; null: for all.' };
const SEGMENT = { description: 'For customers of this segment; null: for all.' };

const scope = {
  name: text(120).meta(NAME),
  storeGroup: orNull(code).meta(GROUP),
  channel: orNull(z.enum(SALES_CHANNELS)).meta(CHANNEL),
  segment: orNull(code).meta(SEGMENT),
};

const planned = {
  ...scope,
  validFrom: plannedMoment.meta({
    description: 'The moment from which it holds; a day begins at midnight of the company.',
  }),
  validUntil: plannedEnd,
};

const priceList = z
  .strictObject({
    id,
    code: z.string().meta({ description: 'Its code; never changes.' }),
    ...scope,
    ...keptPeriod,
    state: z.enum(PERIOD_STATES).meta(PERIOD_STATE),
    createdAt: instant.meta({ description: 'When it was made.' }),
  })
  .meta({ id: 'PriceList' });

const EXAMPLE = {
  name: 'Grosir Bandung',
  storeGroup: null,
  channel: null,
  segment: 'wholesale',
  validFrom: '2027-01-01',
  validUntil: null,
};

const PLANNED_REFUSALS = [
  'COMPANY_MISSING',
  'STORE_GROUP_UNKNOWN',
  'PRICE_IN_PAST',
  'PRICE_LIST_PERIOD_INVALID',
  'PRICE_LIST_OVERLAPS',
  'TOO_MANY_PRICE_LISTS',
] as const;

const params = z.strictObject({ priceListId: id });

export const listPriceListsRoute = defineRoute({
  method: 'get',
  path: '/v1/price-lists',
  summary: 'Price lists, the weightiest first',
  description:
    'A list that names a segment of customers comes before one that does not; then one that names a group of stores; then one that names a channel; of equals the one that begins later. An item costs what the first list says that holds and has a price of it, otherwise what everybody pays.',
  tag: 'Goods',
  access: READS_GOODS,
  query: z.strictObject({ state: z.enum(PERIOD_STATES).optional().meta(PERIOD_STATE) }),
  responses: { 200: z.strictObject({ data: z.array(priceList) }) },
  errors: [],
  idempotency: 'read',
});

export const addPriceListRoute = defineRoute({
  method: 'post',
  path: '/v1/price-lists',
  summary: 'Make a price list, from now or a moment to come',
  description:
    'It has no prices yet: POST /v1/price-changes with its code plans them. Two lists for the same segment, group and channel do not hold at one time.',
  tag: 'Goods',
  access: WRITES_GOODS,
  body: z.strictObject({ code, ...planned }),
  example: { code: 'GROSIR-2027', ...EXAMPLE },
  responses: { 201: priceList },
  errors: ['CODE_TAKEN', ...PLANNED_REFUSALS],
  idempotency: 'key',
});

export const changePriceListRoute = defineRoute({
  method: 'put',
  path: '/v1/price-lists/{priceListId}',
  summary: 'Change a price list',
  description:
    'Once it has begun, its name and its end change, and nothing else. What tills sold by the list as they knew it stays as it was.',
  tag: 'Goods',
  access: WRITES_GOODS,
  params,
  body: z.strictObject(planned),
  example: { ...EXAMPLE, validUntil: '2027-07-01' },
  responses: { 200: priceList },
  errors: ['PRICE_LIST_NOT_FOUND', 'PRICE_LIST_HAS_BEGUN', 'PRICE_LIST_OVER', ...PLANNED_REFUSALS],
  idempotency: 'natural',
});

export const endPriceListRoute = defineRoute({
  method: 'post',
  path: '/v1/price-lists/{priceListId}/ending',
  summary: 'End a price list, now or at a moment to come',
  description: 'One that has not begun never holds.',
  tag: 'Goods',
  access: WRITES_GOODS,
  params,
  body: endingBody,
  example: {},
  responses: { 200: priceList },
  errors: [
    'COMPANY_MISSING',
    'PRICE_LIST_NOT_FOUND',
    'PRICE_LIST_OVER',
    'PRICE_LIST_PERIOD_INVALID',
    'PRICE_IN_PAST',
  ],
  idempotency: 'key',
});
