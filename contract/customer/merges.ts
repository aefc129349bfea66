import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { id, instant, orNull, text } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerFilter, customerName } from '../shared-fields.js';

const MERGES = {
  kind: 'roles',
  roles: ['arManager', 'creditController'],
  scope: 'receivables:write',
  person: true,
} as const;
const READS = { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' } as const;

/** Signs by which two entries may be one customer, the surest first. */
export const DUPLICATE_SIGNS = ['taxNumber', 'identityNumber', 'phone', 'email', 'name'] as const;

const DUPLICATES_MAX = 100;
const reason = text(200).meta({ description: 'Why, for the next person.' });

const mergeHead = {
  id,
  kept: customerName.meta({ description: 'The customer that stands for both.' }),
  merged: customerName.meta({ description: 'The customer that it stands for too.' }),
  reason: z.string().meta({ description: 'Why they were made one.' }),
  mergedAt: instant.meta({ description: 'When they were made one.' }),
  undone: orNull(
    z.strictObject({
      reason: z.string().meta({ description: 'Why they are two again.' }),
      at: instant.meta({ description: 'Since when.' }),
    }),
  ).meta({ description: 'Null while they are one.' }),
};

const merge = z
  .strictObject({
    ...mergeHead,
    moved: z
      .strictObject({
        contacts: z.number().int(),
        payers: z.number().int(),
        virtualAccounts: z.number().int(),
      })
      .meta({ description: 'What went to the customer that was kept.' }),
    cameAfter: z.strictObject({ sales: z.number().int(), payments: z.number().int() }).meta({
      description:
        'What the customer that was kept has bought and paid since the merge, until it was undone. It stays there.',
    }),
  })
  .meta({ id: 'CustomerMerge' });

export const listDuplicatesRoute = defineRoute({
  method: 'get',
  path: '/v1/customer-duplicates',
  summary: 'Customers that may be one, by equal numbers and addresses',
  description: 'Of one customer (`customer`) also those with a similar name.',
  tag: 'Customers',
  access: READS,
  query: z.strictObject({
    customer: customerFilter,
    limit: z.coerce.number().int().min(1).max(DUPLICATES_MAX).default(DUPLICATES_MAX),
  }),
  responses: {
    200: z.strictObject({
      data: z.array(
        z
          .strictObject({
            customers: z.tuple([customerName, customerName]),
            signs: z.array(z.enum(DUPLICATE_SIGNS)),
          })
          .meta({ id: 'CustomerDuplicate' }),
      ),
    }),
  },
  errors: [],
  idempotency: 'read',
});

export const listMergesRoute = defineRoute({
  method: 'get',
  path: '/v1/customer-merges',
  summary: 'Customers that were made one, the newest first, also those that are two again',
  tag: 'Customers',
  access: READS,
  query: z.strictObject({ ...pageQuery, customer: customerFilter }),
  responses: { 200: listOf(z.strictObject(mergeHead).meta({ id: 'CustomerMergeHead' })) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const mergeCustomersRoute = defineRoute({
  method: 'post',
  path: '/v1/customer-merges',
  summary: 'Let one customer stand for another too',
  description:
    'What both owe counts together, under the credit line of the kept one. Documents keep the customer that they name; contacts, known payers and virtual accounts go to the kept one, and a till that names the merged one sells to the kept one. A customer with a case at an agency is not merged away; its disputes and promises go on.',
  tag: 'Customers',
  access: MERGES,
  body: z.strictObject({ keptId: id, mergedId: id, reason }),
  example: {
    keptId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b',
    mergedId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7c',
    reason: 'Entered twice at the till',
  },
  responses: { 201: merge },
  errors: [
    'CUSTOMER_NOT_FOUND',
    'MERGE_WITH_ITSELF',
    'CUSTOMER_MERGED',
    'CURRENCY_MISMATCH',
    'CUSTOMER_HAS_CASE',
  ],
  idempotency: 'key',
});

const params = z.strictObject({ mergeId: id });

export const readMergeRoute = defineRoute({
  method: 'get',
  path: '/v1/customer-merges/{mergeId}',
  summary: 'A merge of two customers, with what moved and what came after it',
  tag: 'Customers',
  access: READS,
  params,
  responses: { 200: merge },
  errors: ['MERGE_NOT_FOUND'],
  idempotency: 'read',
});

export const undoMergeRoute = defineRoute({
  method: 'post',
  path: '/v1/customer-merges/{mergeId}/undoing',
  summary: 'Make two customers of one again',
  description:
    'What moved goes back as far as it is still there. What came after the merge stays with the customer that was kept: `cameAfter` says how much.',
  tag: 'Customers',
  access: MERGES,
  params,
  body: z.strictObject({ reason }),
  example: { reason: 'Two shops of one family' },
  responses: { 200: merge },
  errors: ['MERGE_NOT_FOUND', 'MERGE_UNDONE', 'CUSTOMER_MERGED'],
  idempotency: 'key',
});
