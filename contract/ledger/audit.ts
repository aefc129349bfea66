import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { instant } from '../primitives.js';
import { defineRoute } from '../route.js';

const NAME = /^[a-z][a-z_]{0,62}$/;
const ROW = /^[\w./:+-]{1,200}$/;

const values = z.record(z.string(), z.unknown()).nullable();

const change = z
  .strictObject({
    id: z.string().meta({ description: 'Its place in the trail.', example: '4711' }),
    at: instant,
    actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
    origin: z.string().meta({ description: 'From where it came.', example: '127.0.0.1' }),
    requestId: z.string(),
    action: z.string().meta({
      description:
        'What was done to the row: `insert`, `update`, `delete`, or a command by its name.',
      example: 'update',
    }),
    table: z.string().meta({ description: 'Table of the books.', example: 'customer' }),
    row: z.string().meta({ description: 'Id of the row; parts are joined by `/`.' }),
    before: values.meta({ description: 'Columns as they were; null for a new row.' }),
    after: values.meta({ description: 'Columns as they are since; null for one that is gone.' }),
  })
  .meta({ id: 'AuditedChange' });

export const listAuditRoute = defineRoute({
  method: 'get',
  path: '/v1/audit',
  summary: 'Who changed what, when and from where, before and after; the latest first',
  description:
    'Written in the transaction of the change. Of a change the columns that differ, of a new row all; secrets are left out.',
  tag: 'Reports',
  access: { kind: 'roles', roles: ['owner', 'auditor'], scope: 'reports:read', person: true },
  query: z.strictObject({
    ...pageQuery,
    table: z
      .string()
      .regex(NAME)
      .optional()
      .meta({ description: 'One table, such as `customer`.' }),
    row: z.string().regex(ROW).optional().meta({ description: 'One row of it, by its id.' }),
    actor: z.string().regex(ROW).optional().meta({ description: 'Id of who did it.' }),
  }),
  responses: { 200: listOf(change) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});
