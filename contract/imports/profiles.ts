import { z } from 'zod';
import { code, id, orNull, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { IMPORT_KINDS, IMPORT_READERS, IMPORT_WRITERS } from './kinds.js';

/** Fields of the widest kind. */
const FIELDS_MAX = 60;

const perField = (value: z.ZodType<string>) =>
  z.record(z.string().max(64), value).refine((fields) => Object.keys(fields).length <= FIELDS_MAX);

const profile = {
  name: text(120).meta({ description: 'For people.' }),
  kind: z.enum(IMPORT_KINDS).meta({ description: 'The kind of files that it reads.' }),
  columns: perField(text(200))
    .default({})
    .meta({ description: 'By field: the name of its column, or `#3` for the third.' }),
  decimalMark: orNull(z.enum(['.', ',']))
    .default(null)
    .meta({ description: 'The sign before decimals; null: as the numbers of the file show.' }),
  dateOrder: orNull(z.enum(['dmy', 'mdy', 'ymd']))
    .default(null)
    .meta({ description: 'Of dates like 1/2/2026; null: day before month.' }),
  defaults: perField(text(200))
    .default({})
    .meta({ description: 'By field: what is taken where the file says nothing.' }),
};

const profileOnWire = z
  .strictObject({ id, code: z.string().meta({ description: 'Its own code.' }), ...profile })
  .meta({ id: 'ImportProfile' });

export const listProfilesRoute = defineRoute({
  method: 'get',
  path: '/v1/import-profiles',
  summary: 'Import profiles: how the files of each other system are read',
  tag: 'Imports',
  access: { kind: 'roles', roles: IMPORT_READERS, scope: 'masters:read' },
  responses: { 200: z.strictObject({ data: z.array(profileOnWire) }) },
  errors: [],
  idempotency: 'read',
});

export const saveProfileRoute = defineRoute({
  method: 'put',
  path: '/v1/import-profiles/{profile}',
  summary: 'Add an import profile, or change it',
  tag: 'Imports',
  access: { kind: 'roles', roles: IMPORT_WRITERS, scope: 'masters:write' },
  params: z.strictObject({ profile: code }),
  body: z.strictObject(profile),
  example: {
    name: 'Odoo, products',
    kind: 'items',
    columns: { sku: 'Internal Reference', unitPrice: 'Sales Price' },
    decimalMark: '.',
    defaults: { taxCode: 'PPN' },
  },
  responses: { 200: profileOnWire },
  errors: ['IMPORT_FIELD_UNKNOWN', 'IMPORT_PROFILE_IN_USE'],
  idempotency: 'key',
});
