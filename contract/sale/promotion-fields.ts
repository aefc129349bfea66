import { z } from 'zod';
import { code, money, orNull, plannedMoment } from '../primitives.js';

/** More goods than a leaflet shows. */
const GOODS_MAX = 500;
const PLACES_MAX = 200;
const PIECES_MAX = 1_000;
const PRIORITY_MAX = 1_000;
const USES_MAX = 1_000_000;

const percent = z
  .number()
  .int()
  .min(1)
  .max(10_000)
  .meta({ description: 'In hundredths of a percent.', example: 1_000 });
const pieces = z.number().int().min(1).max(PIECES_MAX);
const off = money.meta({ description: 'Taken off; above zero.' });
const threshold = money.meta({
  description: 'From this on, counted on what the goods cost after the promotions of lines.',
});
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const uses = z.number().int().min(1).max(USES_MAX).optional();

const promotionOffer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percent }).meta({ id: 'PercentOffer' }),
    z
      .strictObject({ kind: z.literal('amount'), off: off.meta({ description: 'Off each unit.' }) })
      .meta({ id: 'AmountOffer' }),
    z
      .strictObject({
        kind: z.literal('fixedPrice'),
        unitPrice: money.meta({ description: 'What each unit costs then.' }),
      })
      .meta({ id: 'FixedPriceOffer' }),
    z
      .strictObject({
        kind: z.literal('buyGet'),
        buy: pieces.meta({ description: 'So many pieces are paid.' }),
        get: pieces.meta({ description: 'So many more, the cheapest, cost nothing.' }),
      })
      .meta({ id: 'BuyGetOffer' }),
    z
      .strictObject({
        kind: z.literal('mixAndMatch'),
        pieces: pieces.meta({ description: 'So many pieces of the goods, of whichever.' }),
        price: money.meta({ description: 'What they cost together.' }),
      })
      .meta({ id: 'MixAndMatchOffer' }),
    z
      .strictObject({ kind: z.literal('basketPercent'), percent, threshold })
      .meta({ id: 'BasketPercentOffer' }),
    z
      .strictObject({ kind: z.literal('basketAmount'), off, threshold })
      .meta({ id: 'BasketAmountOffer' }),
  ])
  .meta({ description: 'What is given.' });

const codes = (max: number, description: string) =>
  z.array(code).max(max).default([]).meta({ description });

/** What a promotion gives, on what, to whom and how often; not when it begins and ends. */
export const promotionTermFields = {
  offer: promotionOffer,
  skus: codes(GOODS_MAX, 'On these items; with `categories`, on what is named in either.'),
  categories: codes(GOODS_MAX, 'On the items of these categories. Neither: on all items.'),
  stores: codes(PLACES_MAX, 'In these stores; with `storeGroups`, in what is named in either.'),
  storeGroups: codes(PLACES_MAX, 'In the stores of these groups. Neither: in all stores.'),
  segments: codes(PLACES_MAX, 'For customers of these segments; empty: for all.'),
  hours: z
    .strictObject({
      weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]).meta({
        description: '1 is Monday; empty: every day.',
      }),
      from: timeOfDay.meta({ description: 'From this time on.', example: '16:00' }),
      until: timeOfDay.meta({
        description: 'Until before this time; an earlier one than `from` is on the next day.',
        example: '18:00',
      }),
    })
    .meta({ id: 'PromotionHours' })
    .optional()
    .meta({ description: 'In which hours of the week; all when left out.' }),
  coupon: code.optional().meta({ description: 'Only with this code.' }),
  priority: z.number().int().min(-PRIORITY_MAX).max(PRIORITY_MAX).default(0).meta({
    description: 'The higher goes first, whatever the others give.',
  }),
  standsAlone: z.boolean().default(false).meta({
    description: 'No other promotion gives anything in the same sale.',
  }),
  perCustomerDay: uses.meta({
    description: 'In so many sales of one customer on one business day; needs a customer.',
  }),
  perDay: uses.meta({ description: 'In so many sales of one business day.' }),
  inAll: uses.meta({ description: 'In so many sales as long as it holds.' }),
};

export const promotionTerms = z.strictObject(promotionTermFields);

/** What a promotion gives, as it is kept and told to tills. */
export type PromotionTerms = z.output<typeof promotionTerms>;

/** A promotion, as a person tries it on a basket. */
export const promotionFields = {
  code,
  ...promotionTermFields,
  validFrom: plannedMoment.optional().meta({
    description: 'The moment from which it holds; a day begins at midnight of the till.',
  }),
  validUntil: orNull(plannedMoment).optional().meta({
    description: 'It holds until before this moment or day. Null: it has no end.',
  }),
};

const promotionBody = z.strictObject(promotionFields);

export type PromotionBody = z.infer<typeof promotionBody>;
