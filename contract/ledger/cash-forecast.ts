import { z } from 'zod';
import { pageQuery } from '../list.js';
import { currency, date, money } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerName, formula, reportQuery } from '../shared-fields.js';

/** A quarter. */
const FORECAST_WEEKS_DEFAULT = 13;
/** Half a year: present open items say nothing about later weeks. */
const FORECAST_WEEKS_MAX = 26;

const week = z
  .strictObject({
    from: date,
    to: date,
    expected: money.meta({ description: 'Everything that is expected in these days.' }),
    promised: money.meta({ description: 'What of it customers have promised.' }),
  })
  .meta({ id: 'ForecastWeek' });

const customer = z
  .strictObject({
    customer: customerName,
    open: money,
    daysLate: z
      .number()
      .int()
      .meta({ description: 'Added to each due date; below zero is early.' }),
    habit: z
      .enum(['customer', 'segment', 'overall', 'none'])
      .meta({ description: 'Whose payments the days are the average of.' }),
    link: z.string(),
  })
  .meta({ id: 'ForecastCustomer' });

export const cashForecastRoute = defineRoute({
  method: 'get',
  path: '/v1/reports/cash-forecast',
  summary: 'When what customers owe will be money',
  description:
    'Made from the open items as they were at the end of the day; it ties to the receivables account.',
  tag: 'Reports',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'reports:read' },
  query: z.strictObject({
    ...reportQuery,
    ...pageQuery,
    weeks: z.coerce
      .number()
      .int()
      .min(1)
      .max(FORECAST_WEEKS_MAX)
      .default(FORECAST_WEEKS_DEFAULT)
      .meta({ description: 'The first begins on the day of asOf.' }),
  }),
  responses: {
    200: z
      .strictObject({
        asOf: date,
        currency,
        formula,
        weeks: z.array(week),
        beyond: money.meta({ description: 'Expected after the last week.' }),
        atRisk: z.strictObject({
          disputed: money,
          placed: money.meta({ description: 'With a collection agency.' }),
        }),
        total: money.meta({ description: 'Weeks, beyond and at risk together.' }),
        ledger: z.strictObject({
          account: z.string(),
          balance: money,
          difference: money.meta({ description: 'Total less ledger; zero when the books tie.' }),
        }),
        customers: z.array(customer).meta({ description: 'Who owes, the most first.' }),
        nextCursor: z.string().nullable(),
        links: z.strictObject({ ageing: z.string(), disputes: z.string(), placements: z.string() }),
      })
      .meta({ id: 'CashForecast' }),
  },
  errors: ['CURSOR_INVALID', 'CURRENCY_UNKNOWN', 'REPORT_PERIOD_INVALID'],
  idempotency: 'read',
});
