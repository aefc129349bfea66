import { z } from 'zod';
import { id, money } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { customerName } from '../shared-fields.js';

/** Who may read lists of what was agreed, disputed, held or written. */
export const READS_RECEIVABLES = {
  kind: 'roles',
  roles: FINANCE_READERS,
  scope: 'receivables:read',
} as const;

/** What an entry of such a list says of its invoice. */
export const aboutInvoice = {
  invoice: z.strictObject({
    id,
    number: z.string(),
    saleId: id
      .nullable()
      .meta({ description: 'The sale whose story it belongs to; null where it was brought in.' }),
    open: money.meta({ description: 'What is still to be paid of the invoice.' }),
  }),
  customer: customerName,
};
