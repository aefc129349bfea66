import { z } from 'zod';
import { DAY_STATES, DIFFERENCE_KINDS } from '../../domain/shadow/compare-day.js';
import { SWITCH_CHECKS } from '../../domain/shadow/switch-checklist.js';
import { SEES_MONEY_MASTERS } from '../company/access.js';
import { listOf, pageQuery } from '../list.js';
import { code, date, id, instant, money, orNull, tillText } from '../primitives.js';
import { FINANCE_AND_STORES } from '../roles.js';
import { defineRoute } from '../route.js';
import { saleBody } from '../sale/sale-body.js';
import { storeMode } from './switches.js';
import { shadowSale } from './shadow-sale.js';

/** A day is looked at beside its month. */
const DAYS_MAX = 31;
/** The receipts of a busy store on one day. */
const SLIPS_MAX = 20_000;
const PARTS_MAX = 50;
const TOTALS_MAX_BYTES = 2 * 1024 * 1024;

const READS = { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'sales:read' } as const;
/** The system that still sells, and those who answer for its figures. */
const GIVES = {
  kind: 'roles',
  roles: ['integration', 'storeManager', 'arManager'],
  scope: 'sales:write',
} as const;

const GROSS = 'Before discounts, as the price tags say it.';
const NET = 'After discounts, without tax.';
const TOTAL = 'What the customers had to pay, as on the receipts: the sum of the tenders.';
const count = z.number().int().min(0).meta({ description: 'How many sales.' });
const till = tillText(80).meta({ description: 'As the old system calls it.', example: 'Kasir 1' });
const figure = (description: string) => money.optional().meta({ description });

const taxes = z.array(
  z.strictObject({ code, tax: money.meta({ description: 'Tax of the sales with this code.' }) }),
);
const tenders = z.array(
  z.strictObject({
    type: saleBody.shape.tenders.element.shape.type.meta({ description: 'How it was paid.' }),
    amount: money.meta({ description: 'What this tender paid.' }),
  }),
);

/** What the old system says of a day; what it does not say is left out, and not compared. */
export const dayTotalsBody = z
  .strictObject({
    till: till.optional().meta({
      description:
        'The till that it is about, as the old system calls it; the store as a whole when left out.',
    }),
    count: count.optional(),
    gross: figure(GROSS),
    net: figure(NET),
    tax: figure('Tax of all sales.'),
    total: figure(TOTAL),
    taxes: taxes.max(PARTS_MAX).optional().meta({ description: 'By tax code.' }),
    tenders: tenders.max(PARTS_MAX).optional().meta({ description: 'By type of tender.' }),
    receipts: z
      .array(
        z.strictObject({
          number: code.meta({ description: 'Of the slip, as in `receipt.number` of a sale.' }),
          total: money.optional().meta({ description: 'What the customer had to pay.' }),
        }),
      )
      .max(SLIPS_MAX)
      .optional()
      .meta({ description: 'All slips of the day, so that those that did not come are named.' }),
  })
  .refine((given) => Object.keys(given).some((field) => field !== 'till'), {
    params: { code: 'FIELD_REQUIRED', detail: 'Totals name at least one figure.' },
  })
  .meta({ id: 'DayTotals' });

export type DayTotalsBody = z.output<typeof dayTotalsBody>;

const figures = z
  .strictObject({
    count: orNull(count),
    gross: orNull(money).meta({ description: GROSS }),
    net: orNull(money).meta({ description: NET }),
    tax: orNull(money).meta({ description: 'Tax of all sales.' }),
    total: orNull(money).meta({ description: TOTAL }),
    taxes: orNull(taxes).meta({ description: 'By tax code.' }),
    tenders: orNull(tenders).meta({ description: 'By type of tender.' }),
  })
  .meta({ id: 'DayFigures' });

const dayHead = {
  day: date.meta({ description: 'The business day.' }),
  state: z.enum(DAY_STATES).meta({
    description:
      '`agrees`: every figure that the old system gives is ours. `differs`: at least one is not. `totals-missing`: it has given none.',
  }),
  differences: z.number().int().meta({ description: 'How many figures and receipts differ.' }),
  exceptions: z.number().int().meta({
    description: 'How many of our sales have something that did not fit the masters.',
  }),
  ours: figures.meta({ description: 'What was kept here.' }),
  theirs: orNull(figures).meta({
    description:
      'What the old system says of the store as a whole; null where it names tills only.',
  }),
};

const shadowDay = z.strictObject(dayHead).meta({ id: 'ShadowDay' });

const difference = z
  .strictObject({
    kind: z.enum(DIFFERENCE_KINDS).meta({ description: 'What differs.' }),
    till: orNull(till),
    of: z.string().nullable().meta({
      description: 'The tax code, the type of tender, or the number of the slip.',
    }),
    ours: orNull(money).meta({ description: 'What was kept here; null: nothing.' }),
    theirs: orNull(money).meta({ description: 'What the old system says; null: nothing.' }),
    oursCount: orNull(count).meta({ description: 'Of `count`: how many came here.' }),
    theirsCount: orNull(count).meta({ description: 'Of `count`: how many the old system has.' }),
    saleId: orNull(id).meta({ description: 'The sale that it is about.' }),
  })
  .meta({ id: 'DayDifference' });

const shadowDayInFull = z
  .strictObject({
    ...dayHead,
    list: z.array(difference).meta({ description: 'All that differs.' }),
    tills: z.array(
      z.strictObject({
        till: orNull(till).meta({ description: 'Null: the store as a whole.' }),
        ours: orNull(figures),
        theirs: orNull(figures),
        givenBy: z.string().nullable().meta({ description: 'Who handed their totals in.' }),
        givenAt: orNull(instant),
      }),
    ),
  })
  .meta({ id: 'ShadowDayInFull' });

const params = z.strictObject({ storeId: id });
const dayParams = z.strictObject({ storeId: id, day: date });

export const listShadowDaysRoute = defineRoute({
  method: 'get',
  path: '/v1/stores/{storeId}/shadow-days',
  summary: 'Days of a store in shadow beside the totals of the old system, the latest first',
  tag: 'Shadow',
  access: READS,
  params,
  query: z.strictObject({
    ...pageQuery,
    limit: z.coerce.number().int().min(1).max(DAYS_MAX).default(DAYS_MAX),
  }),
  responses: { 200: listOf(shadowDay) },
  errors: ['NOT_FOUND', 'CURSOR_INVALID'],
  idempotency: 'read',
});

export const readShadowDayRoute = defineRoute({
  method: 'get',
  path: '/v1/stores/{storeId}/shadow-days/{day}',
  summary: 'A day of a store in shadow: what differs, till by till, down to the receipt',
  tag: 'Shadow',
  access: READS,
  params: dayParams,
  responses: { 200: shadowDayInFull },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const giveDayTotalsRoute = defineRoute({
  method: 'put',
  path: '/v1/stores/{storeId}/day-totals/{day}',
  summary: 'Give what the old system says of a day, in place of what it said before',
  description:
    'For the store as a whole, or for one till of it. Only a day on which the store is in shadow has totals. The file of the kind `day-totals` says the same (`POST /v1/imports`).',
  tag: 'Shadow',
  access: GIVES,
  params: dayParams,
  body: dayTotalsBody,
  bodyMaxBytes: TOTALS_MAX_BYTES,
  example: {
    count: 2,
    total: { amount: '139000', currency: 'IDR' },
    tenders: [{ type: 'cash', amount: { amount: '139000', currency: 'IDR' } }],
  },
  responses: { 200: shadowDayInFull },
  errors: [
    'NOT_FOUND',
    'STORE_NOT_IN_SHADOW',
    'BUSINESS_DATE_IN_FUTURE',
    'CURRENCY_MISMATCH',
    'CURRENCY_UNKNOWN',
    'MONEY_TOO_PRECISE',
    'MONEY_TOO_LARGE',
  ],
  idempotency: 'natural',
});

export const withdrawDayTotalsRoute = defineRoute({
  method: 'post',
  path: '/v1/stores/{storeId}/day-totals/{day}/withdrawal',
  summary: 'Take back the totals of a day that were given by mistake',
  tag: 'Shadow',
  access: GIVES,
  params: dayParams,
  body: z.strictObject({ till: orNull(till).meta({ description: 'Null: those of the store.' }) }),
  example: { till: null },
  responses: { 200: shadowDayInFull },
  errors: ['NOT_FOUND', 'DAY_TOTALS_NOT_FOUND'],
  idempotency: 'key',
});

const foundShadowSale = z
  .strictObject({
    id,
    number: z.string().meta({ description: 'Of the slip.' }),
    till,
    day: date.meta({ description: 'The business day.' }),
    capturedAt: instant,
    total: money.meta({ description: 'What the customer had to pay.' }),
    exceptions: z.number().int().meta({ description: 'How many things did not fit.' }),
  })
  .meta({ id: 'FoundShadowSale' });

export const listShadowSalesRoute = defineRoute({
  method: 'get',
  path: '/v1/stores/{storeId}/shadow-sales',
  summary: 'Sales of a store that are kept in shadow, the latest day first',
  tag: 'Shadow',
  access: READS,
  params,
  query: z.strictObject({
    ...pageQuery,
    day: date.optional().meta({ description: 'The business day.' }),
    till: till.optional(),
    exceptions: z
      .enum(['true'])
      .optional()
      .meta({ description: 'Only those with something that did not fit.' }),
  }),
  responses: { 200: listOf(foundShadowSale) },
  errors: ['NOT_FOUND', 'CURSOR_INVALID'],
  idempotency: 'read',
});

export const readShadowSaleRoute = defineRoute({
  method: 'get',
  path: '/v1/shadow-sales/{saleId}',
  summary: 'A sale that is kept in shadow, as it was priced',
  tag: 'Shadow',
  access: READS,
  params: z.strictObject({ saleId: id }),
  responses: { 200: shadowSale },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const readSwitchChecklistRoute = defineRoute({
  method: 'get',
  path: '/v1/stores/{storeId}/switch-checklist',
  summary: 'What is still open before a store in shadow goes live',
  description:
    'Of its last 14 days. It stops nobody: people decide, and this is what they look at.',
  tag: 'Shadow',
  access: SEES_MONEY_MASTERS,
  params,
  responses: {
    200: z
      .strictObject({
        mode: storeMode,
        checks: z.array(
          z.strictObject({
            check: z.enum(SWITCH_CHECKS).meta({
              description:
                '`days-agree`: days that differ. `totals-came`: days without totals of the old system. `nothing-refused`: what was sent and waits in the quarantine. `all-fits`: sales with something that did not fit the masters. `till-enrolled`: no till has a key. `goods-counted`: stocked items, while none of them is in the store.',
            }),
            done: z.boolean().meta({ description: 'Nothing of it is open.' }),
            open: z.number().int().meta({ description: 'How much of it is open.' }),
          }),
        ),
      })
      .meta({ id: 'SwitchChecklist' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
