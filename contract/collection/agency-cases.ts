import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { date, id, language, money, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { placementFacts, placementStates } from './placement-fields.js';

const READING = { kind: 'roles', roles: ['partner'], scope: 'agency:read' } as const;

const agencyCase = z
  .strictObject({
    ...placementFacts,
    termsVersion: z
      .number()
      .int()
      .meta({ description: 'Version of the agreement it was placed under.' }),
    invoice: z.strictObject({ number: z.string(), paymentReference: z.string(), issuedOn: date }),
    items: z.array(z.strictObject({ dueOn: date, principal: money, fee: money })),
    debtor: z
      .strictObject({
        name: z.string(),
        legalName: z.string(),
        address: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        language,
        timeZone: z.string(),
      })
      .nullable()
      .meta({ description: 'Only while the case is yours; erase your copy when it has ended.' }),
  })
  .meta({ id: 'AgencyCase' });

export const listAgencyCasesRoute = defineRoute({
  method: 'get',
  path: '/v1/agency/placements',
  summary: 'The cases placed with you, the newest first',
  tag: 'Collection partners',
  access: READING,
  query: z.strictObject({ ...pageQuery, status: placementStates }),
  responses: { 200: listOf(agencyCase) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readAgencyCaseRoute = defineRoute({
  method: 'get',
  path: '/v1/agency/placements/{placementId}',
  summary: 'One case placed with you',
  tag: 'Collection partners',
  access: READING,
  params: z.strictObject({ placementId: id }),
  responses: { 200: agencyCase },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const acknowledgeCaseRoute = defineRoute({
  method: 'post',
  path: '/v1/agency/placements/{placementId}/acknowledgement',
  summary: 'Accept a case, or turn it down with a reason',
  tag: 'Collection partners',
  access: { kind: 'roles', roles: ['partner'], scope: 'agency:write' },
  params: z.strictObject({ placementId: id }),
  body: z.discriminatedUnion('accepted', [
    z.strictObject({ accepted: z.literal(true) }),
    z.strictObject({ accepted: z.literal(false), reason: text() }),
  ]),
  example: { accepted: true },
  responses: { 200: agencyCase },
  errors: ['NOT_FOUND', 'PLACEMENT_ALREADY_ANSWERED', 'PLACEMENT_CLOSED'],
  idempotency: 'key',
  quarantine: { door: 'POST /v1/agency/placements/{placementId}/acknowledgement', except: [] },
});
