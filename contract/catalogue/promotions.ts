import { z } from 'zod';
import { AMOUNT_REFUSALS } from '../errors/money.js';
import { listOf, pageQuery } from '../list.js';
import { code, id, instant, plannedMoment, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { promotionTermFields } from '../sale/promotion-fields.js';
import { READS_GOODS, WRITES_GOODS } from './item-fields.js';
import {
  endingBody,
  keptPeriod,
  PERIOD_STATE,
  PERIOD_STATES,
  plannedEnd,
} from './planned-period.js';

const name = text(120).meta({ description: 'What it is called, also on receipts.' });

const period = {
  validFrom: plannedMoment.optional().meta({
    description:
      'The moment from which it holds; a day begins at midnight of the company. Now when it is left out.',
  }),
  validUntil: plannedEnd,
};

/** A promotion as it is kept. */
export const keptPromotion = {
  id,
  code: z.string().meta({ description: 'Its code; never changes.' }),
  name,
  ...promotionTermFields,
  ...keptPeriod,
};

const promotion = z
  .strictObject({
    ...keptPromotion,
    state: z.enum(PERIOD_STATES).meta(PERIOD_STATE),
    createdAt: instant.meta({ description: 'When it was made.' }),
  })
  .meta({ id: 'Promotion' });

const EXAMPLE = {
  name: 'Kopi 15 %',
  offer: { kind: 'percent', percent: 1_500 },
  skus: ['KOPI-001'],
  hours: { weekdays: [1, 2, 3, 4, 5], from: '14:00', until: '17:00' },
  validFrom: '2027-01-04',
  validUntil: '2027-02-01',
} as const;

const PLANNED_REFUSALS = [
  'COMPANY_MISSING',
  'ITEM_UNKNOWN',
  'STORE_UNKNOWN',
  'STORE_GROUP_UNKNOWN',
  'OFFER_NOT_POSITIVE',
  'PROMOTION_IN_PAST',
  'PROMOTION_PERIOD_INVALID',
  'PROMOTION_OVERLAPS',
  'TOO_MANY_PROMOTIONS',
  ...AMOUNT_REFUSALS,
] as const;

const params = z.strictObject({ promotionId: id });

export const listPromotionsRoute = defineRoute({
  method: 'get',
  path: '/v1/promotions',
  summary: 'Promotions that come, that hold and that were, the newest first',
  tag: 'Goods',
  access: READS_GOODS,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(PERIOD_STATES).optional().meta(PERIOD_STATE),
  }),
  responses: { 200: listOf(promotion) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readPromotionRoute = defineRoute({
  method: 'get',
  path: '/v1/promotions/{promotionId}',
  summary: 'One promotion',
  tag: 'Goods',
  access: READS_GOODS,
  params,
  responses: { 200: promotion },
  errors: ['PROMOTION_NOT_FOUND'],
  idempotency: 'read',
});

export const addPromotionRoute = defineRoute({
  method: 'post',
  path: '/v1/promotions',
  summary: 'Plan a promotion, from now or a moment to come',
  description:
    'Tills are told at once, with its moments, by the catalogue. What it would give on a basket says POST /v1/basket-prices before. A coupon belongs to one promotion at a time; on the same goods several may hold, of which the customer gets the best.',
  tag: 'Goods',
  access: WRITES_GOODS,
  body: z.strictObject({ code, name, ...promotionTermFields, ...period }),
  example: { code: 'KOPI-15', ...EXAMPLE },
  responses: { 201: promotion },
  errors: ['CODE_TAKEN', ...PLANNED_REFUSALS],
  idempotency: 'key',
});

export const changePromotionRoute = defineRoute({
  method: 'put',
  path: '/v1/promotions/{promotionId}',
  summary: 'Change a promotion',
  description:
    'Once it has begun, its name and its end change, and nothing else. One that was ended before it began is planned anew. What tills sold by it as they knew it stays as it was.',
  tag: 'Goods',
  access: WRITES_GOODS,
  params,
  body: z.strictObject({ name, ...promotionTermFields, ...period }),
  example: { ...EXAMPLE, validUntil: '2027-03-01' },
  responses: { 200: promotion },
  errors: ['PROMOTION_NOT_FOUND', 'PROMOTION_HAS_BEGUN', 'PROMOTION_OVER', ...PLANNED_REFUSALS],
  idempotency: 'natural',
});

export const endPromotionRoute = defineRoute({
  method: 'post',
  path: '/v1/promotions/{promotionId}/ending',
  summary: 'End a promotion at all tills, now or at a moment to come',
  description:
    'One that has not begun is withdrawn and never holds. Tills are told at once; one that is offline gives it until it hears of the end, and its sales are booked so.',
  tag: 'Goods',
  access: WRITES_GOODS,
  params,
  body: endingBody,
  example: {},
  responses: { 200: promotion },
  errors: [
    'COMPANY_MISSING',
    'PROMOTION_NOT_FOUND',
    'PROMOTION_OVER',
    'PROMOTION_PERIOD_INVALID',
    'PROMOTION_IN_PAST',
  ],
  idempotency: 'key',
});
