import { z } from 'zod';
import { date, id, money, orNull, quantity } from '../primitives.js';
import { SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';

/** The highest price list version that the books can hold (`integer`). */
const VERSION_MAX = 2_147_483_647;

const itemPrice = z
  .strictObject({ version: z.number().int(), unitPrice: money, includesTax: z.boolean() })
  .meta({ id: 'ItemPrice' });

const item = z
  .strictObject({
    id,
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    category: z.string(),
    quantityStep: quantity.meta({
      description: '"1": whole pieces; "0.001": weighed to the gram.',
    }),
    taxCode: z.string(),
    stocked: z.boolean(),
    active: z.boolean(),
    barcodes: z.array(z.string()),
    price: orNull(itemPrice).meta({ description: 'Null: not sold in this currency yet.' }),
  })
  .meta({ id: 'CatalogueItem' });

const ratio = z
  .strictObject({ numerator: z.number().int(), denominator: z.number().int() })
  .meta({ id: 'Ratio' });

const taxRule = z
  .strictObject({
    code: z.string(),
    kind: z.string(),
    validFrom: date,
    rate: ratio,
    baseFactor: ratio.meta({ description: 'The part of the price the rate is applied to.' }),
    rounding: z.string(),
    label: z.strictObject({ id: z.string(), en: z.string() }).meta({ id: 'Label' }),
  })
  .meta({ id: 'TaxRule' });

const tenderRule = z
  .strictObject({
    type: z.string(),
    offlineAllowed: z.boolean(),
    perSaleLimit: orNull(money).meta({
      description:
        'What all tenders of this type may pay of one sale, in its own currency, whichever is asked for; in another there is no limit.',
    }),
  })
  .meta({ id: 'TenderRule' });

export const readCatalogueRoute = defineRoute({
  method: 'get',
  path: '/v1/catalogue',
  summary: 'What is sold, at which prices and taxes',
  description:
    'Without `since` everything; with it only the items whose price changed after that version. Taxes and tender rules are always complete.',
  tag: 'Catalogue',
  access: { kind: 'roles', roles: SELLERS, scope: 'catalogue:read' },
  query: z.strictObject({
    since: z.coerce.number().int().min(0).max(VERSION_MAX).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .meta({ description: 'Of the prices; the currency of the terminal, otherwise IDR.' }),
  }),
  responses: {
    200: z
      .strictObject({
        version: z.number().int(),
        effectiveFrom: date.nullable(),
        since: z.number().int().nullable(),
        currency: z.string(),
        items: z.array(item),
        taxes: z.array(taxRule),
        tenderRules: z.array(tenderRule),
        cashRoundingStep: orNull(money),
      })
      .meta({ id: 'Catalogue' }),
  },
  errors: ['CURRENCY_UNKNOWN'],
  idempotency: 'read',
});
