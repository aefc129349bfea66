import { z } from 'zod';
import { date, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { ASKS_FOR_CHANGE, SEES_MONEY_MASTERS } from './access.js';
import { masterChange, reason } from './master-changes.js';

const YEAR_MIN = 2000;
const YEAR_MAX = 2100;
const DAYS_MAX = 100;

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166-1.', example: 'ID' });
const year = z.coerce.number().int().min(YEAR_MIN).max(YEAR_MAX);
const params = z.strictObject({ country, year });

const day = z.strictObject({
  date,
  kind: z
    .enum(['national', 'jointLeave'])
    .meta({ description: 'Joint leave (cuti bersama) counts like a holiday.' }),
  name: z.strictObject({ id: text(120), en: text(120) }),
});

const holidays = z
  .strictObject({
    country,
    year: z.number().int(),
    source: z.enum(['company', 'product', 'none']).meta({
      description: 'Whether the company gave the list, or it came with the product.',
    }),
    known: z
      .boolean()
      .meta({ description: 'False while days of the year are only expected, not decreed.' }),
    days: z.array(day),
  })
  .meta({ id: 'Holidays' });

export const readHolidaysRoute = defineRoute({
  method: 'get',
  path: '/v1/holidays/{country}/{year}',
  summary: 'The holidays of a year, on which no customer is reminded',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  params,
  responses: { 200: holidays },
  errors: [],
  idempotency: 'read',
});

export const askToGiveHolidaysRoute = defineRoute({
  method: 'put',
  path: '/v1/holidays/{country}/{year}',
  summary: 'Ask for the holidays of a year as they were decreed',
  description:
    'Holidays move letters and deadlines: the list takes the place of the whole list of that year when another person agrees. Three months before a year whose list is not certain, the work queue asks for it (`holidays-missing`).',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  params,
  body: z.strictObject({ days: z.array(day).min(1).max(DAYS_MAX), reason }),
  example: {
    days: [
      {
        date: '2028-01-01',
        kind: 'national',
        name: { id: 'Tahun Baru Masehi', en: "New Year's Day" },
      },
    ],
    reason: 'As decreed by the ministers.',
  },
  responses: { 202: masterChange },
  errors: ['HOLIDAY_OUTSIDE_YEAR', 'HOLIDAY_REPEATED', 'MASTER_CHANGE_WAITING'],
  idempotency: 'key',
});
