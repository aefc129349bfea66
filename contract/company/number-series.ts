import { z } from 'zod';
import { code } from '../primitives.js';
import { defineRoute } from '../route.js';
import { SEES_MONEY_MASTERS, SETS_UP_MONEY } from './access.js';

const YEAR_MIN = 2000;
const YEAR_MAX = 2100;
const FIRST_MAX = 99_999_999;

const kind = z.enum(['invoice', 'credit-note']);

const series = z
  .strictObject({
    kind,
    year: z.number().int().meta({ description: 'Of the documents.' }),
    prefix: z.string().meta({ description: 'What stands before the running number.' }),
    firstNumber: z.number().int().meta({ description: 'Number of its first document.' }),
    lastNumber: z.number().int().nullable().meta({ description: 'Null before the first use.' }),
  })
  .meta({ id: 'NumberSeries' });

export const listNumberSeriesRoute = defineRoute({
  method: 'get',
  path: '/v1/number-series',
  summary: 'Numbers of invoices and credit notes, by year',
  description: 'A year without a series gets one with its first document: `INV/{code}/{year}`.',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(series) }) },
  errors: [],
  idempotency: 'read',
});

export const setNumberSeriesRoute = defineRoute({
  method: 'put',
  path: '/v1/number-series/{kind}/{year}',
  summary: 'Set form and first number of a series before its first use',
  description: 'Numbers have no gaps from the first on, and none changes.',
  tag: 'Set-up',
  access: SETS_UP_MONEY,
  params: z.strictObject({ kind, year: z.coerce.number().int().min(YEAR_MIN).max(YEAR_MAX) }),
  body: z.strictObject({
    prefix: z
      .string()
      .regex(/^[A-Z]{2,6}\/[A-Z0-9]{1,10}\/\d{4}$/)
      .meta({
        description: 'Letters, a code and the year: bank files are searched for this form.',
      }),
    firstNumber: z
      .number()
      .int()
      .min(1)
      .max(FIRST_MAX)
      .default(1)
      .meta({ description: 'Number of its first document.' }),
  }),
  example: { prefix: 'INV/TCO/2028', firstNumber: 1001 },
  responses: { 200: series },
  errors: [
    'COMPANY_MISSING',
    'NUMBER_PREFIX_OF_OTHER_YEAR',
    'NUMBER_PREFIX_TAKEN',
    'NUMBER_SERIES_IN_USE',
  ],
  idempotency: 'natural',
});

export const listAccountsRoute = defineRoute({
  method: 'get',
  path: '/v1/accounts',
  summary: 'The chart of accounts',
  description: 'Its codes are fixed in this version: what is booked names them.',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  responses: {
    200: z.strictObject({
      data: z.array(
        z
          .strictObject({
            code,
            role: z.string().meta({ description: 'What it is for: `receivables`.' }),
            kind: z.enum(['asset', 'liability', 'equity', 'revenue', 'expense']),
            name: z.strictObject({ id: z.string(), en: z.string() }),
            clearingLimitDays: z
              .number()
              .int()
              .nullable()
              .meta({ description: 'Its balance returns to zero within so many days.' }),
            used: z.boolean().meta({ description: 'Whether anything is booked to it.' }),
          })
          .meta({ id: 'LedgerAccount' }),
      ),
    }),
  },
  errors: [],
  idempotency: 'read',
});
