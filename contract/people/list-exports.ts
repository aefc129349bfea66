import { z } from 'zod';
import {
  EXPORTED_LISTS,
  EXPORT_FORMATS,
  EXPORT_ROWS_MAX,
} from '../../domain/people/list-export.js';
import { id, instant } from '../primitives.js';
import { STAFF_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';

const listExport = z
  .strictObject({
    id: id.meta({ description: 'The row of the audit trail that tells of it.' }),
    at: instant.meta({ description: 'When it was taken.' }),
  })
  .meta({ id: 'ListExport' });

export const recordListExportRoute = defineRoute({
  method: 'post',
  path: '/v1/list-exports',
  summary: 'Record that a person takes a list along, before it is given',
  description:
    'The audit trail keeps who took which list with which filters, how many rows of it, and in which form (table `list_export`).',
  tag: 'Session',
  access: { kind: 'roles', roles: [...STAFF_ROLES, 'partner'], scope: 'operations:write' },
  body: z.strictObject({
    list: z.enum(EXPORTED_LISTS).meta({ description: 'The list that was seen.' }),
    format: z
      .enum(EXPORT_FORMATS)
      .meta({ description: '`csv` and `xlsx` are files; `print` is paper, or a PDF.' }),
    filters: z
      .string()
      .regex(/^[\x21-\x7e]{0,1000}$/)
      .meta({
        description: 'Filters and order of the list as a query of an address; empty for all of it.',
        example: 'standing=overdue&order=recent',
      }),
    rows: z.int().min(0).max(EXPORT_ROWS_MAX).meta({ description: 'How many rows it has.' }),
    whole: z
      .boolean()
      .meta({ description: 'Whether these are all rows; false when the list has more than that.' }),
  }),
  example: {
    list: 'sales',
    format: 'xlsx',
    filters: 'standing=overdue&order=recent',
    rows: 214,
    whole: true,
  },
  responses: { 201: listExport },
  errors: [],
  idempotency: 'key',
});
