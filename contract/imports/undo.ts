import { z } from 'zod';
import { reason } from '../company/master-changes.js';
import { id } from '../primitives.js';
import { defineRoute } from '../route.js';
import { importHead } from './imports.js';
import { IMPORT_WRITERS } from './kinds.js';

export const undoImportRoute = defineRoute({
  method: 'post',
  path: '/v1/imports/{importId}/undoing',
  summary: 'Take an import back as a whole, while nothing depends on it',
  description:
    'Refused with `IMPORT_IN_USE` when anything depends on a row: a sale of the item, a payment of the receivable, a letter about it. `errors` names the first such rows, and nothing is undone. Items are withdrawn and customers disabled; they keep their numbers, because a till may have sold meanwhile. Stock and balances are booked back on their own day. Receivables leave the books. Sales that are booked stay; those of a store in shadow are removed. The same file may be brought in again. Receivables, balances and stock that came more than 24 hours ago are taken back when a second person agrees: 202, and the import stays as it is until then (`/v1/master-changes`).',
  tag: 'Imports',
  access: { kind: 'roles', roles: IMPORT_WRITERS, scope: 'masters:write' },
  params: z.strictObject({ importId: id }),
  query: z.strictObject({ reason: reason.optional() }),
  responses: { 200: importHead, 202: importHead },
  errors: [
    'NOT_FOUND',
    'IMPORT_NOT_FOUND',
    'IMPORT_UNDONE',
    'IMPORT_UNFINISHED',
    'IMPORT_WROTE_NOTHING',
    'IMPORT_IN_USE',
    'MASTER_CHANGE_WAITING',
  ],
  idempotency: 'key',
});
