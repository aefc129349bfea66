import { z } from 'zod';
import { formula, reportQuery } from '../shared-fields.js';
import { currency, date, money } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';

export const COLLECTION_DAYS_DEFAULT = 90;
const COLLECTION_DAYS_MAX = 366;

const count = z.number().int();
const ratio = z
  .string()
  .nullable()
  .meta({ description: 'Percent with one decimal; null when there is nothing to divide by.' });

export const collectionsReportRoute = defineRoute({
  method: 'get',
  path: '/v1/reports/collections',
  summary: 'How collecting goes: reminders, promises, disputes, agencies, losses',
  description:
    'Over so many days up to the end of the day asked for, as it was known then; placements over all time. Letters count on the day they were begun, promises on the day they were for.',
  tag: 'Reports',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'reports:read' },
  query: z.strictObject({
    ...reportQuery,
    days: z.coerce.number().int().min(1).max(COLLECTION_DAYS_MAX).default(COLLECTION_DAYS_DEFAULT),
  }),
  responses: {
    200: z
      .strictObject({
        asOf: date,
        days: count,
        currency,
        receivables: z.strictObject({
          atBeginning: money,
          creditSales: money,
          atEnd: money,
          notDueAtEnd: money,
          collectionEffectiveness: ratio,
        }),
        reminders: z.array(
          z.strictObject({ level: count, sent: count, failed: count, withheld: count }),
        ),
        promises: z.strictObject({
          kept: count,
          broken: count,
          running: count.meta({
            description: 'Not judged by the end of the day, of invoices that owed something then.',
          }),
          keptRate: ratio,
        }),
        disputes: z.strictObject({
          opened: count,
          resolved: count,
          open: count.meta({
            description: 'At the end of the day, of invoices that owed something then.',
          }),
          openAmount: money.meta({
            description:
              'What of the receivables was disputed and not with an agency: as in the cash forecast.',
          }),
        }),
        writtenOff: money,
        agencies: z.array(
          z.strictObject({
            agency: z.strictObject({ code: z.string(), name: z.string() }),
            placements: count,
            placed: money,
            collected: money,
            commission: money,
            remitted: money,
            liquidationRate: ratio,
            link: z.string(),
          }),
        ),
        formulas: z.strictObject({
          collectionEffectiveness: formula,
          keptRate: formula,
          liquidationRate: formula,
        }),
        links: z.strictObject({ placements: z.string(), ageing: z.string() }),
      })
      .meta({ id: 'CollectionsReport' }),
  },
  errors: ['CURRENCY_UNKNOWN'],
  idempotency: 'read',
});
