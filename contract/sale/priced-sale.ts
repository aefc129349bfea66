import { words } from '../problem.js';
import { z } from 'zod';
import { currency, date, id, instant, language, money, orNull, quantity } from '../primitives.js';
import { workflowPage } from '../shared-fields.js';

const promotionOfLine = z
  .strictObject({
    code: z.string().meta({ description: 'Code of the promotion.' }),
    name: z.string().meta({ description: 'Its name when it was given, as on the receipt.' }),
    amount: money.meta({ description: 'Its share of the discount of the line.' }),
  })
  .meta({ id: 'PromotionOfLine' });

const line = z
  .strictObject({
    number: z.number().int(),
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    quantity,
    unitPrice: money,
    listPrice: money,
    priceList: z.string().nullable().meta({
      description: 'Code of the list that `listPrice` stands on; null: the price for everybody.',
    }),
    priceIncludesTax: z.boolean(),
    gross: money,
    discount: money.meta({ description: 'Promotions and what the till took off, together.' }),
    promotions: z.array(promotionOfLine).optional().meta({
      description: 'What promotions gave on it; left out when they gave nothing.',
    }),
    net: money,
    taxCode: z.string(),
    taxBase: money,
    tax: money,
    total: money,
  })
  .meta({ id: 'PricedLine' });

const tax = z
  .strictObject({
    code: z.string(),
    label: z.string(),
    rate: z.string().meta({ example: '12% x 11/12' }),
    taxBase: money,
    otherBase: money.meta({ description: 'DPP nilai lain, where the law gives one.' }),
    tax: money,
  })
  .meta({ id: 'PricedTax' });

const tender = z
  .strictObject({
    type: z.string(),
    amount: money,
    tendered: money,
    change: money,
    reference: z.string().nullable(),
  })
  .meta({ id: 'PricedTender' });

export const saleTotals = z
  .strictObject({
    gross: money,
    discount: money,
    net: money,
    taxBase: money,
    tax: money,
    total: money.meta({ description: 'taxBase + tax.' }),
    rounding: money.meta({
      description:
        'What the tenders are below the total: given away by cash rounding. Of a completed sale whose tenders do not add up, the difference; negative when more was paid.',
    }),
    due: money.meta({ description: 'total - rounding: what the tenders add up to.' }),
    paid: money,
    onAccount: money,
  })
  .meta({ id: 'SaleTotals' });

export const placeOfSale = z.strictObject({
  id,
  code: z.string(),
});

/** The fields that identify a customer. */
export const customerOfSale = z
  .strictObject({ id, number: z.string(), name: z.string() })
  .meta({ id: 'CustomerOfSale' });

/** A sale as priced and booked; receipt, books and reports show the same amounts. */
export const pricedSale = {
  currency,
  priceVersion: z.number().int(),
  mode: z.enum(['online', 'completed']),
  businessDate: date,
  capturedAt: instant,
  terminal: placeOfSale.meta({ id: 'PlaceOfSale' }),
  store: z.strictObject({ id, code: z.string(), name: z.string() }).meta({ id: 'StoreOfSale' }),
  cashier: z.string(),
  customer: orNull(customerOfSale),
  language,
  delivery: z
    .strictObject({ kind: z.enum(['carried', 'later']), expiresAt: instant.nullable() })
    .meta({ id: 'DeliveryOfSale' }),
  lines: z.array(line),
  totals: saleTotals,
  taxes: z.array(tax),
  tenders: z.array(tender),
  change: money.meta({ description: 'Cash to hand back.' }),
};

export const saleException = z
  .strictObject({
    kind: z.string().meta({ example: 'stock-short' }),
    detail: z.string(),
    words: words.optional().meta({ description: 'Of a reason against credit, when it is read.' }),
  })
  .meta({ id: 'SaleException' });

export const workflowOfSale = z
  .strictObject({ workflowId: z.string(), link: workflowPage })
  .meta({ id: 'WorkflowLink', description: 'Where the run can be looked at in the Temporal UI.' });
