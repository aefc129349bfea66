import { z } from 'zod';
import { LIST_LIMIT_MAX } from '../list-limits.js';
import { code, currency, date, money } from '../primitives.js';
import { FINANCE_AND_STORES, FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerName, formula, reportQuery } from '../shared-fields.js';

const ACCESS = { kind: 'roles', roles: FINANCE_READERS, scope: 'reports:read' } as const;

const buckets = z
  .strictObject({
    notDue: money,
    days1to30: money,
    days31to60: money,
    days61to90: money,
    over90: money,
    total: money,
  })
  .meta({ id: 'AgeingBuckets' });

export const ageingRoute = defineRoute({
  method: 'get',
  path: '/v1/reports/ageing',
  summary: 'What customers owe by how long it has been due',
  description:
    'Made from the open items as they were at the end of the day; it ties to the receivables account.',
  tag: 'Reports',
  access: ACCESS,
  query: z.strictObject({
    ...reportQuery,
    limit: z.coerce.number().int().min(1).max(LIST_LIMIT_MAX).default(LIST_LIMIT_MAX),
    cursor: z
      .string()
      .max(512)
      .regex(/^[\w-]+$/)
      .optional(),
  }),
  responses: {
    200: z
      .strictObject({
        asOf: date,
        currency,
        formula,
        total: buckets,
        ledger: z.strictObject({
          account: z.string(),
          balance: money,
          difference: money.meta({
            description: 'Open items less ledger; zero when the books tie.',
          }),
        }),
        customers: z.array(z.strictObject({ customer: customerName, buckets, link: z.string() })),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: 'Ageing' }),
  },
  errors: ['CURSOR_INVALID', 'CURRENCY_UNKNOWN'],
  idempotency: 'read',
});

export const trialBalanceRoute = defineRoute({
  method: 'get',
  path: '/v1/reports/trial-balance',
  summary: 'Every account of the ledger; debits equal credits',
  tag: 'Reports',
  access: ACCESS,
  query: z.strictObject(reportQuery),
  responses: {
    200: z
      .strictObject({
        asOf: date,
        currency,
        formula,
        accounts: z.array(
          z.strictObject({
            code: z.string(),
            name: z.strictObject({ id: z.string(), en: z.string() }),
            kind: z.string(),
            debit: money,
            credit: money,
            balance: money.meta({ description: 'Debit less credit.' }),
          }),
        ),
        total: z.strictObject({ debit: money, credit: money, difference: money }),
      })
      .meta({ id: 'TrialBalance' }),
  },
  errors: ['CURRENCY_UNKNOWN'],
  idempotency: 'read',
});

export const dailyResultRoute = defineRoute({
  method: 'get',
  path: '/v1/reports/daily-result',
  summary: 'The result of each day and store, from the journal',
  tag: 'Reports',
  access: { ...ACCESS, roles: FINANCE_AND_STORES },
  query: z.strictObject({
    ...reportQuery,
    from: date.optional().meta({ description: 'First day; the day of asOf when it is left out.' }),
    store: code.optional().meta({ description: 'Code of a store.' }),
  }),
  responses: {
    200: z
      .strictObject({
        from: date,
        asOf: date,
        currency,
        formula,
        days: z.array(
          z
            .strictObject({
              date,
              store: z
                .string()
                .nullable()
                .meta({ description: 'Null: of the company, not of a store.' }),
              sales: money,
              discounts: money,
              returns: money,
              netSales: money.meta({ description: 'Without tax and before cash rounding.' }),
              costOfGoods: money,
              margin: money,
              otherIncome: money,
              otherExpenses: money.meta({
                description: 'What cash rounding gave away is among them.',
              }),
              result: money,
              links: z.strictObject({ lifecycles: z.string() }),
            })
            .meta({ id: 'DailyResult' }),
        ),
        total: z.strictObject({
          netSales: money,
          costOfGoods: money,
          margin: money,
          result: money,
        }),
        ledger: z.strictObject({
          result: money.meta({
            description: 'Movement of all revenue and expense accounts in the same days.',
          }),
          difference: money,
        }),
      })
      .meta({ id: 'DailyResults' }),
  },
  errors: ['CURRENCY_UNKNOWN', 'REPORT_PERIOD_INVALID', 'STORE_FORBIDDEN'],
  idempotency: 'read',
});

export const DSO_DAYS_DEFAULT = 90;

export const dsoRoute = defineRoute({
  method: 'get',
  path: '/v1/reports/dso',
  summary: 'Days sales outstanding, and what of it is delay',
  tag: 'Reports',
  access: ACCESS,
  query: z.strictObject({
    ...reportQuery,
    days: z.coerce.number().int().min(1).max(366).default(DSO_DAYS_DEFAULT),
  }),
  responses: {
    200: z
      .strictObject({
        asOf: date,
        currency,
        days: z.number().int(),
        receivables: money,
        notDue: money,
        creditSales: money.meta({ description: 'Invoiced on account in those days.' }),
        dso: z
          .string()
          .nullable()
          .meta({ description: 'Days with one decimal; null without credit sales.' }),
        bestPossibleDso: z.string().nullable(),
        averageDaysDelinquent: z.string().nullable(),
        formulas: z.strictObject({
          dso: formula,
          bestPossibleDso: formula,
          averageDaysDelinquent: formula,
        }),
        links: z.strictObject({ ageing: z.string() }),
      })
      .meta({ id: 'Dso' }),
  },
  errors: ['CURRENCY_UNKNOWN'],
  idempotency: 'read',
});
