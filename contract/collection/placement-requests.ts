import { z } from 'zod';
import { id, instant, money } from '../primitives.js';
import { APPROVERS, FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';

export const placementRequest = z
  .strictObject({
    id,
    invoiceId: id,
    agencyId: id.nullable(),
    amount: money,
    obstacle: z.string().meta({ description: 'Why the policy would not place it.' }),
    reason: z.string(),
    state: z.enum(['requested', 'approved', 'rejected', 'lapsed']).meta({
      description:
        'It lapses when nothing of the invoice is left to pay or the invoice is placed before it is decided on.',
    }),
    requestedAt: instant,
    decidedAt: instant.nullable(),
    placementId: id.nullable().meta({ description: 'Once a second person has agreed.' }),
  })
  .meta({ id: 'PlacementRequest' });

export const decidePlacementRequestRoute = defineRoute({
  method: 'post',
  path: '/v1/placement-requests/{placementRequestId}/approval',
  summary: 'Agree to a placement that the policy would not make, or not; never by who asked for it',
  description:
    'When it is approved, the invoice is placed in the same step, with what is disputed.',
  tag: 'Collections',
  access: {
    kind: 'roles',
    roles: APPROVERS,
    scope: 'receivables:write',
    person: true,
    freshPassword: true,
  },
  params: z.strictObject({ placementRequestId: id }),
  body: z.strictObject({ decision: z.enum(['approved', 'rejected']) }),
  example: { decision: 'approved' },
  responses: { 200: placementRequest },
  errors: [
    'PLACEMENT_REQUEST_NOT_FOUND',
    'PLACEMENT_REQUEST_DECIDED',
    'SECOND_PERSON_REQUIRED',
    'PLACEMENT_HELD',
    'AGENCY_UNSUITABLE',
    'AGENCY_MISSING',
  ],
  idempotency: 'key',
});

export const readPlacementRequestRoute = defineRoute({
  method: 'get',
  path: '/v1/placement-requests/{placementRequestId}',
  summary: 'A placement that was asked for, and what was decided',
  tag: 'Collections',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' },
  params: z.strictObject({ placementRequestId: id }),
  responses: { 200: placementRequest },
  errors: ['PLACEMENT_REQUEST_NOT_FOUND'],
  idempotency: 'read',
});
