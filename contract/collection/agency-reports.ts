import { z } from 'zod';
import { date, id, instant, money, orNull, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { placementBalance, placementState, receivedReport } from './placement-fields.js';

const SEQUENCE_MAX = 2_147_483_647;

/** Fields of every report; `note` is for people. */
const about = {
  sequence: z.number().int().min(1).max(SEQUENCE_MAX).meta({
    description: 'Your own count within the case, from 1. The same number again is a repetition.',
  }),
  occurredAt: instant,
  note: text().optional(),
};

const CHANNELS = ['phone', 'email', 'letter', 'visit', 'message'] as const;

const report = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...about,
      type: z.literal('contacted'),
      channel: z.enum(CHANNELS).optional(),
    }),
    z.strictObject({ ...about, type: z.literal('promise'), amount: money, promisedFor: date }),
    z.strictObject({
      ...about,
      type: z.literal('dispute'),
      reason: text(),
      amount: money.optional(),
    }),
    z.strictObject({
      ...about,
      type: z.literal('payment'),
      amount: money,
      reference: text().optional(),
    }),
    z.strictObject({
      ...about,
      type: z.literal('direct_payment'),
      amount: money,
      paidOn: date.optional(),
    }),
    z.strictObject({
      ...about,
      type: z.literal('plan'),
      instalments: z
        .array(z.strictObject({ dueOn: date, amount: money }))
        .max(60)
        .optional(),
    }),
    z.strictObject({ ...about, type: z.literal('skip_trace') }),
    z.strictObject({ ...about, type: z.literal('legal') }),
    z.strictObject({ ...about, type: z.literal('uncollectible'), reason: text() }),
    z.strictObject({ ...about, type: z.literal('closed'), reason: text().optional() }),
  ])
  .meta({ id: 'AgencyReport' });

export type AgencyReportBody = z.output<typeof report>;

const recorded = z
  .strictObject({
    placementId: id,
    sequence: z.number().int(),
    type: z.string(),
    outcome: z.enum(['recorded', 'replayed']),
    commission: orNull(money).meta({ description: 'What you earn by this payment, as agreed.' }),
    state: placementState,
    balance: placementBalance,
  })
  .meta({ id: 'RecordedReport' });

export const reportEventRoute = defineRoute({
  method: 'post',
  path: '/v1/agency/placements/{placementId}/events',
  summary: 'Report on a case: contacts, promises, payments, disputes, closure',
  description: [
    'Reports may come late, twice or out of order; each counts once.',
    'A `direct_payment` tells us what you saw; the money counts when our bank has it.',
    'After we recalled a case nothing is accepted; after you closed it, only what you numbered before the closure.',
  ].join(' '),
  tag: 'Collection partners',
  access: { kind: 'roles', roles: ['partner'], scope: 'agency:write' },
  params: z.strictObject({ placementId: id }),
  body: report,
  example: {
    sequence: 2,
    type: 'payment',
    occurredAt: '2026-11-22T10:15:30+07:00',
    amount: { amount: '75000', currency: 'IDR' },
  },
  responses: { 201: recorded, 200: recorded },
  errors: [
    'NOT_FOUND',
    'EVENT_CONFLICT',
    'EVENT_IN_FUTURE',
    'EVENT_BEFORE_PLACEMENT',
    'PLACEMENT_CLOSED',
    'PLACEMENT_NOT_ACKNOWLEDGED',
    'PAYMENT_NOT_POSITIVE',
    'PAYMENT_CURRENCY_DIFFERS',
    'PAYMENT_EXCEEDS_OUTSTANDING',
    'AMOUNT_NOT_POSITIVE',
    'PROMISE_TOO_FAR',
  ],
  idempotency: 'key',
  quarantine: { door: 'POST /v1/agency/placements/{placementId}/events', except: [] },
});

export const listOwnReportsRoute = defineRoute({
  method: 'get',
  path: '/v1/agency/placements/{placementId}/events',
  summary: 'What you reported on one case, in your own count',
  tag: 'Collection partners',
  access: { kind: 'roles', roles: ['partner'], scope: 'agency:read' },
  params: z.strictObject({ placementId: id }),
  responses: { 200: z.strictObject({ data: z.array(receivedReport) }) },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
