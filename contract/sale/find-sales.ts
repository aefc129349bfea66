import { z } from 'zod';
import { LIST_LIMIT_DEFAULT } from '../list-limits.js';
import { listOf, pageQuery } from '../list.js';
import { code, currency, date, id, instant, money, orNull, quantity } from '../primitives.js';
import { FINANCE_READERS, SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerFilter, customerName } from '../shared-fields.js';

/** A page of sales is looked through by a person at a counter. */
const LIMIT_MAX = 100;
const RECEIPT = /^(?:urn:uuid:)?[\p{L}\p{N}][\p{L}\p{N} ._/:#+-]{0,63}$/u;

const foundLine = z
  .strictObject({
    number: z.number().int(),
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    quantity,
    returned: quantity.meta({ description: 'What came back of it.' }),
    total: money.meta({ description: 'With tax, less discount.' }),
  })
  .meta({ id: 'FoundLine' });

const foundSale = z
  .strictObject({
    id,
    number: z.string().meta({ description: 'Of the receipt.' }),
    businessDate: date,
    capturedAt: instant,
    store: z.strictObject({ code: z.string(), name: z.string() }),
    terminal: z.string(),
    due: money.meta({ description: 'What the customer had to pay, as on the receipt.' }),
    tenders: z.array(
      z.strictObject({
        type: z.string(),
        amount: money,
        cardLast4: z.string().nullable().meta({ description: 'Null where no card paid.' }),
      }),
    ),
    customer: orNull(customerName),
    lines: orNull(z.array(foundLine)).meta({ description: 'With `receipt`; otherwise null.' }),
  })
  .meta({ id: 'FoundSale' });

export const findSalesRoute = defineRoute({
  method: 'get',
  path: '/v1/sales',
  summary: 'Find a sale, the latest first, for a return or a question',
  description:
    'Tills and staff of a store find a sale of any store by its receipt, or by its day with amount, card or customer; with less they see the sales of their own store.',
  tag: 'Sales',
  access: { kind: 'roles', roles: [...SELLERS, ...FINANCE_READERS], scope: 'sales:read' },
  query: z.strictObject({
    ...pageQuery,
    limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIST_LIMIT_DEFAULT),
    receipt: z
      .string()
      .regex(RECEIPT)
      .optional()
      .meta({ description: 'Number of the receipt, what its code says (`urn:uuid:…`), or id.' }),
    day: date.optional().meta({ description: 'Business day; with `until`, the first of several.' }),
    until: date.optional().meta({ description: 'Last business day.', example: '2026-07-31' }),
    store: code.optional().meta({ description: 'Code of a store.', example: 'JKT1' }),
    customer: customerFilter,
    amount: z
      .string()
      .regex(/^\d{1,15}(?:\.\d{1,4})?$/)
      .optional()
      .meta({ description: 'What the customer had to pay, in major units.', example: '150000' }),
    currency: currency
      .optional()
      .meta({ description: 'Of the amount; that of the company when it is left out.' }),
    cardLast4: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .meta({ description: 'Last four digits of the card that paid.' }),
  }),
  responses: { 200: listOf(foundSale) },
  errors: [
    'CURSOR_INVALID',
    'FIELD_REQUIRED',
    'COMPANY_MISSING',
    'CURRENCY_UNKNOWN',
    'MONEY_TOO_PRECISE',
  ],
  idempotency: 'read',
});
