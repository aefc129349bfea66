import { z } from 'zod';
import { pageQuery } from '../list.js';
import { code, currency, date, money } from '../primitives.js';
import { FINANCE_AND_STORES } from '../roles.js';
import { defineRoute } from '../route.js';
import { formula, reportQuery } from '../shared-fields.js';

export const MARGIN_GROUPS = ['product', 'store', 'day', 'sale'] as const;

export type MarginGroup = (typeof MARGIN_GROUPS)[number];

const figures = {
  netSales: money.meta({
    description: 'Without tax and before cash rounding, less discounts and returns.',
  }),
  costOfGoods: money.meta({ description: 'At the moving average at which the goods left.' }),
  margin: money,
  marginPercent: z.string().nullable().meta({
    description: 'Of net sales, with two decimals; null unless net sales are above zero.',
  }),
};

const row = z
  .strictObject({
    key: z.string().nullable().meta({
      description: 'SKU, code of the store, day or number of the sale; null: of none of them.',
    }),
    name: z.string().nullable(),
    ...figures,
    links: z.strictObject({
      documents: z.string().nullable().meta({
        description: 'The sales behind a figure, or the story of a sale with its documents.',
      }),
    }),
  })
  .meta({ id: 'MarginRow' });

export const marginRoute = defineRoute({
  method: 'get',
  path: '/v1/reports/margin',
  summary: 'What sales brought over their cost, by product, store, day or sale',
  description: 'Made from the journal; it ties to the accounts of sales and of cost of goods.',
  tag: 'Reports',
  access: { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'reports:read' },
  query: z.strictObject({
    ...reportQuery,
    ...pageQuery,
    by: z.enum(MARGIN_GROUPS).default('product'),
    from: date.optional().meta({ description: 'First business day; the last one if left out.' }),
    to: date.optional().meta({ description: 'Last business day; that of asOf if left out.' }),
    store: code.optional().meta({ description: 'Code of a store.' }),
    product: code.optional().meta({ description: 'SKU of a product.' }),
  }),
  responses: {
    200: z
      .strictObject({
        from: date,
        to: date,
        asOf: date,
        currency,
        by: z.enum(MARGIN_GROUPS),
        formula,
        total: z.strictObject(figures).meta({ description: 'Of all pages.' }),
        ledger: z
          .strictObject({
            netSales: money,
            costOfGoods: money,
            difference: money.meta({ description: 'Margin less ledger; zero when they tie.' }),
          })
          .nullable()
          .meta({ description: 'Null for one product, which has no account of its own.' }),
        rows: z.array(row),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: 'Margins' }),
  },
  errors: ['CURSOR_INVALID', 'CURRENCY_UNKNOWN', 'REPORT_PERIOD_INVALID', 'STORE_FORBIDDEN'],
  idempotency: 'read',
});
