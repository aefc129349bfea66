import { z } from 'zod';
import { PROMOTION_OUTCOMES } from '../../domain/promotion/promotion-outcome.js';
import { code, id, instant, money, quantity } from '../primitives.js';
import { MASTER_READERS, SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { LINE_REFUSALS } from './capture-errors.js';
import { promotionFields } from './promotion-fields.js';

/** As many as a sale may have. */
const LINES_READ_MAX = 500;
const COUPONS_MAX = 20;
/** More than one tries at once; as many groups on the longest basket take a third of a second. */
const PROMOTIONS_MAX = 50;
const USES_MAX = 1_000_000;

const line = z
  .strictObject({
    sku: code.optional(),
    barcode: code.optional().meta({ description: 'Beside a sku: of the same item.' }),
    quantity,
  })
  .refine(({ sku, barcode }) => sku !== undefined || barcode !== undefined, {
    path: ['sku'],
    params: { code: 'FIELD_REQUIRED', detail: 'A line names its item by sku or barcode.' },
  })
  .meta({ id: 'BasketLine' });

const uses = z.number().int().min(0).max(USES_MAX).default(0);

const triedPromotion = z
  .strictObject({
    ...promotionFields,
    usedToday: z
      .strictObject({
        byCustomer: uses.meta({ description: 'In sales of this customer.' }),
        byAll: uses.meta({ description: 'In sales of all.' }),
        inAll: uses.meta({ description: 'In sales of all, on other days too.' }),
      })
      .default({ byCustomer: 0, byAll: 0, inAll: 0 })
      .meta({
        description: 'In how many sales of the day, and ever, it is taken to have given something.',
      }),
  })
  .meta({ id: 'TriedPromotion' });

export const basketBody = z
  .strictObject({
    terminal: z.union([id, code]).meta({ description: 'Code or id of the terminal.' }),
    at: instant.optional().meta({ description: 'At which moment; now when left out.' }),
    customer: z.union([id, code]).optional().meta({ description: 'Id or number of the customer.' }),
    coupons: z.array(code).max(COUPONS_MAX).default([]).meta({ description: 'What is shown.' }),
    lines: z.array(line).min(1).max(LINES_READ_MAX),
    promotions: z.array(triedPromotion).max(PROMOTIONS_MAX).default([]).meta({
      description:
        'Are tried on this basket, beside those in force; one of the same code takes the place of the one in force. Nothing is kept of them.',
    }),
  })
  .meta({ id: 'BasketBody' });

export type BasketBody = z.infer<typeof basketBody>;

const given = z
  .strictObject({
    code: z.string().meta({ description: 'Code of the promotion.' }),
    amount: money.meta({ description: 'What it takes off the line.' }),
  })
  .meta({ id: 'GivenPromotion' });

const pricedLine = z
  .strictObject({
    number: z.number().int(),
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    quantity,
    unitPrice: money,
    priceList: z.string().nullable().meta({
      description: 'Code of the list that `unitPrice` stands on; null: the price for everybody.',
    }),
    priceVersion: z.number().int().meta({ description: 'The change that brought `unitPrice`.' }),
    priceIncludesTax: z.boolean(),
    gross: money,
    promotions: z.array(given).meta({
      description: 'What promotions give: that of the line, then that of the basket.',
    }),
    discount: money,
    net: money,
    taxCode: z.string(),
    tax: money,
    total: money,
  })
  .meta({ id: 'BasketLinePrice' });

const OUTCOME = {
  description:
    '`given`; otherwise why it gave nothing: `goodsMissing`, there are too few goods for it; `outdone`, others gave instead of it; the rest are its conditions.',
};

export const priceBasketRoute = defineRoute({
  method: 'post',
  path: '/v1/basket-prices',
  summary: 'What a basket costs, and why',
  description:
    'By the rules of a sale: the price of each line with its list and change, and what promotions give on it. Promotions are tried before they are offered to anybody: of lines, each gets the best; of the basket, one, spread over its lines. Nothing is booked.',
  tag: 'Sales',
  access: {
    kind: 'roles',
    roles: [...new Set([...SELLERS, ...MASTER_READERS])],
    scope: 'catalogue:read',
  },
  body: basketBody,
  example: {
    terminal: 'JKT1-01',
    lines: [{ sku: 'KOPI-001', quantity: '3' }],
    promotions: [{ code: 'KOPI-3', offer: { kind: 'buyGet', buy: 2, get: 1 }, skus: ['KOPI-001'] }],
  },
  responses: {
    200: z
      .strictObject({
        at: instant.meta({ description: 'The moment whose prices these are.' }),
        lines: z.array(pricedLine),
        promotions: z
          .array(
            z
              .strictObject({
                code: z.string(),
                outcome: z.enum(PROMOTION_OUTCOMES).meta(OUTCOME),
                amount: money.meta({ description: 'What it gives on all lines.' }),
              })
              .meta({ id: 'PromotionOutcome' }),
          )
          .meta({
            description:
              'What became of each promotion that was tried, and what those in force gave.',
          }),
        totals: z
          .strictObject({ gross: money, discount: money, net: money, tax: money, total: money })
          .meta({ id: 'BasketTotals' }),
      })
      .meta({ id: 'BasketPrices' }),
  },
  errors: [
    'TERMINAL_UNKNOWN',
    'CUSTOMER_UNKNOWN',
    'CODE_TAKEN',
    'OFFER_NOT_POSITIVE',
    ...LINE_REFUSALS,
  ],
  idempotency: 'natural',
  sandbox: 'rehearsed',
});

export type BasketPrices = z.infer<(typeof priceBasketRoute)['responses'][200]>;
