import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { code, date, id, instant, orNull } from '../primitives.js';
import { defineRoute } from '../route.js';
import { workflowOf } from '../shared-fields.js';
import {
  EXPORT_KINDS,
  IMPORT_KINDS,
  IMPORT_MODES,
  IMPORT_READERS,
  IMPORT_ROW_STATES,
  IMPORT_STATES,
  IMPORT_WRITERS,
} from './kinds.js';

/** Two hundred thousand wide rows; what is larger is handed in by parts. */
export const IMPORT_FILE_BYTES_MAX = 64 * 1024 * 1024;

const WRITE = { kind: 'roles', roles: IMPORT_WRITERS, scope: 'masters:write' } as const;
const READ = { kind: 'roles', roles: IMPORT_READERS, scope: 'masters:read' } as const;

const importKind = z.enum(IMPORT_KINDS).meta({
  description:
    '`items`: goods with barcodes and price, by their SKU. `customers`: by their number, without a credit line. `stock`: what lies in the stores at the beginning, with its value, by location and SKU. `receivables`: what is open of the old invoices, each with a life of its own at the dunning level that it has reached. `placements`: cases that agencies run for the other system, by the number of an invoice that was brought in as a receivable; it lives on as placed with that agency, which is told nothing. `balances`: of the accounts of the old books, without those whose records are brought in. `sales`: receipts of the tills of another system, one row for each line; they are booked as sales that have happened, with goods and money, on their own day, and print nothing; those of a store in shadow are kept beside the books. `day-totals`: what the old system says that a store in shadow sold on a day, one row for a store or till and day; further rows of the same may name taxes and receipts.',
});

const importState = z.enum(IMPORT_STATES).meta({
  description:
    '`received`: kept, being read. `read`: its rows are known, they are being written. `done`: every row has its outcome. `refused`: not understood, or given up; `refusal` says why. `undone`: taken back as a whole.',
});

const importMode = z.enum(IMPORT_MODES).meta({
  description: '`dry-run`: nothing is written, the report says what would be.',
});

export const receiveImportRoute = defineRoute({
  method: 'post',
  path: '/v1/imports',
  summary: 'Brings in a file of another system',
  description:
    'The file as the body, whatever its media type: XLSX (its first sheet), or CSV (UTF-8, UTF-16 or windows-1252; `,` `;` tab or `|`). Columns are found by their names in Indonesian or English and as other systems export them, or by a profile. Kind and bytes are the key: the same file again answers the first id and changes nothing, unless it was refused or undone. Each good row is written as the call of its kind writes it; bad rows are told by `/rows` and `/rejected`. A row whose key came before with the same content is known and not written again. A row of items or customers whose record is there with other content changes what it says and nothing else; `changes` of the row says what.',
  tag: 'Imports',
  access: WRITE,
  query: z.strictObject({
    kind: importKind,
    profile: code.optional().meta({ description: 'Code of an import profile.' }),
    location: code.optional().meta({
      description: 'For `stock`: where the goods are, when the file does not say it.',
    }),
    businessDate: date.optional().meta({
      description:
        'For `stock`, `receivables` and `balances`: the day of the opening balance; today when it is left out.',
    }),
    dryRun: z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: '`true`: only report what would be written.' }),
  }),
  rawBody: { mediaTypes: ['*/*'], maxBytes: IMPORT_FILE_BYTES_MAX },
  responses: {
    202: z
      .strictObject({ id, status: importState, workflow: workflowOf })
      .meta({ id: 'ImportReceipt' }),
  },
  errors: ['IMPORT_PROFILE_UNKNOWN', 'COMPANY_MISSING', 'ROLE_FORBIDDEN'],
  idempotency: 'optionalKey',
});

const count = (description: string) => z.number().int().meta({ description });

const header = {
  id,
  kind: importKind,
  mode: importMode,
  status: importState,
  profile: z.string().nullable().meta({ description: 'Code of its profile.' }),
  fileBytes: count('Size of the file.'),
  rows: z
    .strictObject({
      total: count('Rows read so far, without header and empty rows.'),
      waiting: count('Not written yet.'),
      written: count('Written.'),
      wouldBeWritten: count('Good rows of a dry run.'),
      known: count('Came before with the same content; nothing was to be done.'),
      refused: count('Not written; `/rows?status=refused` says why.'),
      undone: count('Taken back.'),
    })
    .meta({ description: 'The progress.' }),
  refusal: z
    .strictObject({
      code: z.string().meta({ description: 'A code such as IMPORT_HEADER_MISSING.' }),
      detail: z.string().meta({ description: 'The same as a sentence.' }),
      place: z.string().nullable().meta({ description: 'Where in the file.', example: 'line 1' }),
    })
    .nullable()
    .meta({ description: 'Why the file as a whole was refused.' }),
  receivedAt: instant.meta({ description: 'When it was handed in.' }),
  receivedBy: z.string().meta({ description: 'The actor who handed it in.' }),
  endedAt: orNull(instant).meta({ description: 'When its last row had its outcome.' }),
  undoneAt: orNull(instant).meta({ description: 'When it was taken back.' }),
};

/** An import without its format. */
export const importHead = z.strictObject(header).meta({ id: 'ImportHead' });

export const listImportsRoute = defineRoute({
  method: 'get',
  path: '/v1/imports',
  summary: 'Imports, the latest first',
  tag: 'Imports',
  access: READ,
  query: z.strictObject({
    ...pageQuery,
    kind: importKind.optional(),
    status: importState.optional(),
  }),
  responses: { 200: listOf(importHead) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readImportRoute = defineRoute({
  method: 'get',
  path: '/v1/imports/{importId}',
  summary: 'An import: how the file was understood, and how far it is',
  tag: 'Imports',
  access: READ,
  params: z.strictObject({ importId: id }),
  responses: {
    200: z
      .strictObject({
        ...header,
        format: z
          .strictObject({
            file: z.enum(['csv', 'xlsx']).meta({ description: 'What the file is.' }),
            encoding: z.string().nullable().meta({ description: 'Of a text file.' }),
            delimiter: z.string().nullable().meta({ description: 'Of a text file.' }),
            headerLine: count('The line of the header; 0 when a profile reads without one.'),
            columns: z
              .array(
                z.strictObject({
                  field: z.string().meta({ description: 'As the call of the kind names it.' }),
                  column: z.string().meta({ description: 'The name in the header.' }),
                }),
              )
              .meta({ description: 'Which column says what.' }),
            unused: z.array(z.string()).meta({ description: 'Columns nothing is read from.' }),
            decimalMark: z
              .enum(['.', ',', 'unknown'])
              .meta({ description: 'Shown by the numbers of the file, or said by the profile.' }),
            dateOrder: z
              .enum(['dmy', 'mdy', 'ymd'])
              .meta({ description: 'Of dates like 1/2/2026.' }),
          })
          .nullable()
          .meta({ description: 'How the file was understood; null until it was looked at.' }),
        workflow: workflowOf,
      })
      .meta({ id: 'Import' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

const rowFault = z
  .strictObject({
    column: z.string().nullable().meta({ description: 'Name of the column; null: the whole row.' }),
    field: z.string().nullable().meta({ description: 'The field that the column says.' }),
    value: z.string().nullable().meta({ description: 'What the cell holds.' }),
    code: z.string().meta({ description: 'The code of what is wrong, as calls are refused with.' }),
    detail: z.string().meta({ description: 'The same as a sentence.' }),
  })
  .meta({ id: 'ImportFault' });

const rowChange = z
  .strictObject({
    field: z.string().meta({ description: 'As the call of the kind names it.' }),
    before: z.string().nullable().meta({ description: 'What it was; null: nothing.' }),
    after: z.string().nullable().meta({ description: 'What it is then; null: nothing.' }),
  })
  .meta({ id: 'ImportChange' });

export const listImportRowsRoute = defineRoute({
  method: 'get',
  path: '/v1/imports/{importId}/rows',
  summary: 'The report of an import, row by row',
  tag: 'Imports',
  access: READ,
  params: z.strictObject({ importId: id }),
  query: z.strictObject({ ...pageQuery, status: z.enum(IMPORT_ROW_STATES).optional() }),
  responses: {
    200: listOf(
      z
        .strictObject({
          line: count('The line of the file on which the row begins.'),
          status: z.enum(IMPORT_ROW_STATES).meta({ description: 'What became of it.' }),
          key: z.string().nullable().meta({ description: "The source's own key." }),
          subjectId: z.string().nullable().meta({ description: 'Id of what it wrote.' }),
          cells: z.array(z.string()).meta({ description: 'As they stand in the file.' }),
          changes: z
            .array(rowChange)
            .meta({ description: 'What it changed, or would change, of a record that was there.' }),
          faults: z.array(rowFault).meta({ description: 'What is wrong with it.' }),
        })
        .meta({ id: 'ImportRow' }),
    ),
  },
  errors: ['NOT_FOUND', 'CURSOR_INVALID'],
  idempotency: 'read',
});

export const readRejectedRoute = defineRoute({
  method: 'get',
  path: '/v1/imports/{importId}/rejected',
  summary: 'The refused rows as a file of the same columns, to be mended and handed in again',
  description:
    'UTF-8 with commas. What a spreadsheet would run as a formula has an apostrophe before it.',
  tag: 'Imports',
  access: READ,
  params: z.strictObject({ importId: id }),
  responses: { 200: { description: 'Header and refused rows.', content: { 'text/csv': 'text' } } },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const readExportRoute = defineRoute({
  method: 'get',
  path: '/v1/exports/{kind}',
  summary: 'Everything of a kind as a file that an import takes',
  description:
    'UTF-8 with commas, in the order of the keys, as it is made. Brought into empty books and exported again, the bytes are the same. Withdrawn items, disabled customers and cases that have ended are left out.',
  tag: 'Imports',
  access: READ,
  params: z.strictObject({ kind: z.enum(EXPORT_KINDS) }),
  responses: { 200: { description: 'Header and rows.', content: { 'text/csv': 'text' } } },
  errors: ['COMPANY_MISSING', 'ROLE_FORBIDDEN'],
  idempotency: 'read',
});
