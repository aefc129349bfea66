import { z } from 'zod';
import { fault } from '../problem.js';
import { code, id } from '../primitives.js';
import { SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { SALE_EXAMPLE } from './sale-body.js';

/** An hour of a busy till; the rest follows in the next call. */
export const SYNC_SALES_MAX = 200;
/** Refused batches and entries are kept in the quarantine under this name. */
export const SYNC_DOOR = 'POST /v1/sync';
/** Two hundred sales of a dozen lines each. */
const SYNC_MAX_BYTES = 2 * 1024 * 1024;
const RANGES_MAX = 50;
const IDS_MAX = 1_000;

const outcome = z
  .strictObject({
    index: z.number().int().meta({ description: 'Place in the batch, from 0.' }),
    saleId: z.string().nullable(),
    outcome: z.enum(['accepted', 'replayed', 'quarantined']),
    number: z.string().optional(),
    shadow: z.literal(true).optional().meta({
      description: 'It is kept beside the books, because its store is in shadow on its day.',
    }),
    exceptions: z.number().int().optional(),
    code: z.string().optional(),
    detail: z.string().optional(),
    param: z.string().optional(),
    errors: z.array(fault).optional(),
  })
  .meta({ id: 'SyncOutcome' });

export const syncSalesRoute = defineRoute({
  method: 'post',
  path: '/v1/sync',
  summary: 'Many sales that have happened, one outcome each',
  description:
    'Each sale is booked by itself: one that cannot be understood is set aside for a person and harms no other. Safe to repeat, whole or in part.',
  tag: 'Sales',
  access: { kind: 'roles', roles: SELLERS, scope: 'sales:write' },
  // Each entry is read on its own, so that one bad entry does not refuse the others.
  body: z.strictObject({
    sales: z.array(z.unknown()).min(1).max(SYNC_SALES_MAX).meta({
      description:
        'Each as the body of `PUT /v1/sales/{saleId}`, with `saleId` beside the other fields; `mode` is `completed` or absent.',
    }),
  }),
  entriesApart: 'sales',
  bodyMaxBytes: SYNC_MAX_BYTES,
  example: {
    sales: [{ saleId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b', ...SALE_EXAMPLE, mode: 'completed' }],
  },
  responses: { 200: z.strictObject({ outcomes: z.array(outcome) }).meta({ id: 'SyncOutcomes' }) },
  errors: [],
  idempotency: 'natural',
  sandbox: 'rehearsed',
  // Refusals of a whole batch; a fault of one sale is the outcome of that sale.
  quarantine: { door: SYNC_DOOR, except: [], cardNumbers: 'masked' },
});

const range = z
  .strictObject({ from: z.number().int().min(1), to: z.number().int().min(1) })
  .meta({ id: 'SequenceRange' });

export const reconcileRoute = defineRoute({
  method: 'post',
  path: '/v1/sync/reconcile',
  summary: 'What of a till has not arrived',
  tag: 'Sales',
  access: { kind: 'roles', roles: SELLERS, scope: 'sales:write' },
  body: z.strictObject({
    terminal: z.union([id, code]),
    ranges: z.array(range).max(RANGES_MAX).default([]),
    saleIds: z.array(id).max(IDS_MAX).default([]),
  }),
  example: { terminal: 'JKT1-01', ranges: [{ from: 1, to: 120 }], saleIds: [] },
  responses: {
    200: z
      .strictObject({
        terminal: z.strictObject({ id, code: z.string() }),
        lastDeviceSequence: z.number().int(),
        missingSequences: z.array(range),
        missingSaleIds: z.array(id).meta({
          description: 'Not booked at this terminal, whatever stands under the id elsewhere.',
        }),
        quarantinedSaleIds: z
          .array(id)
          .meta({ description: 'Have arrived, but wait for a person.' }),
      })
      .meta({ id: 'Reconciliation' }),
  },
  errors: ['TERMINAL_UNKNOWN'],
  idempotency: 'natural',
  sandbox: 'rehearsed',
});
