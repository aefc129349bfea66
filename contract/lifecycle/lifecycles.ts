import { z } from 'zod';
import { SALE_STAGES } from '../../domain/sale/stage.js';
import { SALE_STANDINGS } from '../../domain/sale/standing.js';
import { listOf, pageQuery } from '../list.js';
import { code, date, id, instant, money, orNull, text } from '../primitives.js';
import { FINANCE_AND_STORES } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerOfSale, workflowOfSale } from '../sale/priced-sale.js';
import { workflowPage } from '../shared-fields.js';
import { document, standing } from '../sale/read-sale.js';

const standingOfSale = z.enum(SALE_STANDINGS).meta({
  description:
    'Where it stands, as a person says it: the stage, and whether the money is late or held back.',
});

const lifecycle = {
  saleId: id,
  number: z.string(),
  ...standing,
  standing: standingOfSale,
  dueOn: date.nullable().meta({ description: 'The earliest day on which something of it is due.' }),
  meaning: z.strictObject({ id: z.string(), en: z.string() }).meta({
    description:
      'The stage in words; of what is held, the thing that holds it: which dispute, promise, payment or account, by whom and until when.',
  }),
  store: z.string(),
  terminal: z.string(),
  customer: orNull(customerOfSale),
  total: money.meta({
    description:
      'Of the sale, before cash rounding: the same as its `totals.total`; `totals.due` is what was to be paid.',
  }),
  onAccount: money,
  open: money.meta({ description: 'What is still to be paid of it.' }),
  invoiceNumber: z.string().nullable(),
  bookedAt: instant,
  workflow: workflowOfSale,
};

export const listLifecyclesRoute = defineRoute({
  method: 'get',
  path: '/v1/lifecycles',
  summary: 'Where every sale stands, since when, and what comes next',
  tag: 'Lifecycles',
  access: { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'receivables:read' },
  query: z.strictObject({
    ...pageQuery,
    order: z.enum(['recent', 'next']).default('recent').meta({
      description: '`recent`: the latest change first. `next`: the soonest next step first.',
    }),
    standing: standingOfSale.optional(),
    comes: z.enum(['letter', 'hold']).optional().meta({
      description: '`letter`: what a reminder comes next for. `hold`: what something holds back.',
    }),
    stage: z
      .enum([...SALE_STAGES, 'open'])
      .optional()
      .meta({
        description: '`open` is everything that is not closed.',
      }),
    store: code.optional().meta({ description: 'Code of a store.' }),
    customer: z.union([id, code]).optional().meta({ description: 'Id or number of a customer.' }),
    q: text(80).optional().meta({
      description:
        'Beginning of a sale, invoice or customer number or of a payment reference, part of a customer name, or the exact amount to be paid.',
    }),
  }),
  responses: { 200: listOf(z.strictObject(lifecycle).meta({ id: 'Lifecycle' })) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

const count = z.strictObject({
  standing: standingOfSale,
  sales: z.number().int(),
  total: money.meta({ description: 'What was sold, with tax.' }),
  open: money.meta({ description: 'What is still to be paid.' }),
  oldestSince: instant
    .nullable()
    .meta({ description: 'Since when the oldest of them stands there.' }),
  oldestDueOn: date
    .nullable()
    .meta({ description: 'The earliest day on which something was due.' }),
});

export const countStandingsRoute = defineRoute({
  method: 'get',
  path: '/v1/lifecycle-standings',
  summary: 'How many sales stand where, with their amounts',
  description:
    'Of sales that are not closed, and of those that were closed today. The sum of `open` ties to the account of receivables.',
  tag: 'Lifecycles',
  access: { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'receivables:read' },
  query: z.strictObject({
    store: code.optional().meta({ description: 'Code of a store.' }),
    customer: z.union([id, code]).optional().meta({ description: 'Id or number of a customer.' }),
    proof: z.enum(['ledger']).optional().meta({
      description: 'With the balance of the ledger beside it, which takes longer.',
    }),
  }),
  responses: {
    200: z
      .strictObject({
        standings: z.array(count).meta({ description: 'Those with at least one sale.' }),
        open: money.meta({ description: 'What is still to be paid of all of them.' }),
        inLedger: orNull(money).meta({
          description:
            'The balance of the accounts of receivables and of what is not invoiced yet; null where it was not asked for, or where a filter or a role leaves a part out.',
        }),
      })
      .meta({ id: 'Standings' }),
  },
  errors: [],
  idempotency: 'read',
});

const event = z
  .strictObject({
    id: z.string(),
    at: instant,
    kind: z.string().meta({ example: 'invoice-issued' }),
    actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
    document: z
      .strictObject({
        kind: z.string(),
        id: id.nullable(),
        number: z.string().nullable(),
      })
      .nullable(),
    amount: orNull(money),
    workflow: orNull(workflowOfSale),
    detail: z.unknown(),
  })
  .meta({ id: 'LifecycleEvent' });

const run = z
  .strictObject({
    workflowId: z.string(),
    link: workflowPage,
    type: z.string(),
    runId: z.string().nullable(),
    requestedAt: instant,
    startedAt: instant.nullable(),
    live: z
      .strictObject({ status: z.string(), runId: z.string(), historyLength: z.number().int() })
      .nullable()
      .meta({ description: 'As Temporal says at this moment; null when it cannot be asked.' }),
  })
  .meta({ id: 'WorkflowRun' });

export const readLifecycleRoute = defineRoute({
  method: 'get',
  path: '/v1/lifecycles/{saleId}',
  summary: 'The whole story of a sale',
  tag: 'Lifecycles',
  access: { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'receivables:read' },
  params: z.strictObject({ saleId: id }),
  responses: {
    200: z
      .strictObject({
        ...lifecycle,
        documents: z.array(document),
        events: z.array(event),
        runs: z.array(run),
      })
      .meta({ id: 'LifecycleStory' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
