import { z } from 'zod';
import { code, currency, date, id, text } from './primitives.js';

export const customerName = z
  .strictObject({ id, number: z.string(), name: z.string() })
  .meta({ id: 'CustomerName' });

/** A customer by id or number. */
export const customerFilter = z
  .union([id, code])
  .optional()
  .meta({ description: 'Id or number of a customer.' });

export const searchFilter = (what: string) => text(80).optional().meta({ description: what });

/** The page of a workflow in the Temporal web UI. */
export const workflowPage = z
  .string()
  .nullable()
  .meta({ description: 'Its page in the Temporal web UI; null where no web UI runs.' });

export const workflowOf = z.strictObject({ workflowId: z.string(), link: workflowPage });

/** The query of every report. */
export const reportQuery = {
  asOf: date.optional().meta({ description: 'End of which day; today when it is left out.' }),
  currency: currency
    .optional()
    .meta({ description: 'One currency at a time; that of the company when it is left out.' }),
};

/** The formula of a figure, for readers. */
export const formula = z.string().meta({ description: 'How the figure is made.' });
