import { z } from 'zod';
import { customerFilter, customerName, workflowOf } from '../shared-fields.js';
import { listOf, pageQuery } from '../list.js';
import { date, id, instant, money, text } from '../primitives.js';
import { APPROVERS, FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { placementRequest } from './placement-requests.js';
import { placementFacts, placementStates, receivedReport } from './placement-fields.js';

const READERS = { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' } as const;
const DECIDERS = {
  kind: 'roles',
  roles: APPROVERS,
  scope: 'receivables:write',
} as const;

const placement = z
  .strictObject({
    ...placementFacts,
    recallReason: z.string().nullable(),
    invoice: z.strictObject({ id, number: z.string() }),
    customer: customerName,
    agency: z.strictObject({ id, code: z.string(), name: z.string() }),
    workflow: workflowOf,
  })
  .meta({ id: 'Placement' });

const message = z.strictObject({
  id,
  type: z.string(),
  createdAt: instant,
  deliveredAt: instant.nullable(),
  attempts: z.number().int(),
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
});

const wholePlacement = placement
  .extend({
    items: z.array(z.strictObject({ openItemId: id, dueOn: date, principal: money, fee: money })),
    reports: z.array(receivedReport),
    messages: z.array(message),
  })
  .meta({ id: 'WholePlacement' });

export const placeInvoiceRoute = defineRoute({
  method: 'post',
  path: '/v1/invoices/{invoiceId}/placements',
  summary:
    'Hand what is open of an invoice that is due for it to a collection agency, also once more',
  description:
    'What is held, promised, disputed, not due or below the level of the policy is refused without a reason; with one it is a request that waits for a second person: 202. Money that we hold is allocated first.',
  tag: 'Collections',
  access: DECIDERS,
  params: z.strictObject({ invoiceId: id }),
  body: z.strictObject({
    agencyId: id.optional().meta({ description: 'By the rule when it is left out.' }),
    reason: text()
      .optional()
      .meta({ description: 'Why it is placed although the policy would not place it.' }),
  }),
  example: {},
  responses: { 201: placement, 202: placementRequest },
  errors: [
    'PERSON_REQUIRED',
    'PLACEMENT_WAITING',
    'INVOICE_NOT_FOUND',
    'NOTHING_OPEN',
    'DISPUTE_OPEN',
    'AGENCY_UNSUITABLE',
    'AGENCY_MISSING',
    'PLACEMENT_OPEN',
    'PLACEMENT_NOT_DUE',
    'PLACEMENT_HELD',
  ],
  idempotency: 'key',
});

export const recallPlacementRoute = defineRoute({
  method: 'post',
  path: '/v1/placements/{placementId}/recall',
  summary: 'Call a case back from the agency; nothing more is accepted on it',
  tag: 'Collections',
  access: DECIDERS,
  params: z.strictObject({ placementId: id }),
  body: z.strictObject({ reason: text() }),
  example: { reason: 'The customer pays by instalments again' },
  responses: { 200: placement },
  errors: ['PLACEMENT_NOT_FOUND', 'PLACEMENT_CLOSED'],
  idempotency: 'key',
});

export const listPlacementsRoute = defineRoute({
  method: 'get',
  path: '/v1/placements',
  summary: 'What is or was with collection agencies, the newest first',
  tag: 'Collections',
  access: READERS,
  query: z.strictObject({
    ...pageQuery,
    status: placementStates,
    agency: z.string().max(64).optional().meta({ description: 'Code of an agency.' }),
    customer: customerFilter,
  }),
  responses: { 200: listOf(placement) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readPlacementRoute = defineRoute({
  method: 'get',
  path: '/v1/placements/{placementId}',
  summary: 'One placement with its items, reports and messages',
  tag: 'Collections',
  access: READERS,
  params: z.strictObject({ placementId: id }),
  responses: { 200: wholePlacement },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
