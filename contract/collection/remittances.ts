import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { code, currency, date, id, instant, money } from '../primitives.js';
import { defineRoute } from '../route.js';

/** A body of the usual size limit holds about so many payments. */
const PAYMENTS_MAX = 1_000;

const payment = z.strictObject({
  placementId: id,
  sequence: z.number().int().min(1).meta({ description: 'Of the payment you reported.' }),
  gross: money.meta({ description: 'What the debtor paid you.' }),
  commission: money.optional(),
});

const remittance = z
  .strictObject({
    id,
    number: z.string(),
    remittedOn: date,
    gross: money,
    commission: money,
    taxOnCommission: money,
    net: money,
    state: z.enum(['reported', 'settled']).meta({
      description: '`settled` once the net has arrived on our bank account.',
    }),
    receivedAt: instant,
    payments: z.array(
      z.strictObject({
        placementId: id,
        sequence: z.number().int(),
        gross: money,
        commission: money,
      }),
    ),
  })
  .meta({ id: 'Remittance' });

const READING = { kind: 'roles', roles: ['partner'], scope: 'agency:read' } as const;

export const remitRoute = defineRoute({
  method: 'post',
  path: '/v1/agency/remittances',
  summary: 'Pay over what you collected, less commission and the tax on it',
  description:
    'Every payment must be one you reported, once. Commission is checked against the agreement, rounded once over the whole remittance.',
  tag: 'Collection partners',
  access: { kind: 'roles', roles: ['partner'], scope: 'agency:write' },
  body: z.strictObject({
    number: code.meta({ description: 'Your own; put it into the text of the transfer.' }),
    remittedOn: date,
    gross: money,
    commission: money,
    taxOnCommission: money,
    net: money,
    payments: z.array(payment).min(1).max(PAYMENTS_MAX),
  }),
  example: {
    number: 'REM-2026-11',
    remittedOn: '2026-11-22',
    gross: { amount: '100000', currency: 'IDR' },
    commission: { amount: '15000', currency: 'IDR' },
    taxOnCommission: { amount: '1650', currency: 'IDR' },
    net: { amount: '83350', currency: 'IDR' },
    payments: [
      {
        placementId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b',
        sequence: 2,
        gross: { amount: '100000', currency: 'IDR' },
      },
    ],
  },
  responses: { 201: remittance, 200: remittance },
  errors: [
    'CURRENCY_MISMATCH',
    'EVENT_IN_FUTURE',
    'REMITTANCE_CONFLICT',
    'REMITTANCE_DOES_NOT_FOOT',
    'REMITTANCE_EMPTY',
    'REMITTANCE_MIXED',
    'REMITTANCE_TOO_LARGE',
    'COMMISSION_MISMATCH',
    'COMMISSION_TAX_MISMATCH',
    'PAYMENT_UNKNOWN',
    'PAYMENT_LISTED_TWICE',
    'PAYMENT_ALREADY_REMITTED',
    'PAYMENT_AMOUNT_DIFFERS',
    'PAYMENT_CURRENCY_DIFFERS',
  ],
  idempotency: 'key',
  quarantine: { door: 'POST /v1/agency/remittances', except: [] },
});

export const readRemittanceRoute = defineRoute({
  method: 'get',
  path: '/v1/agency/remittances/{remittanceId}',
  summary: 'One of your remittances',
  tag: 'Collection partners',
  access: READING,
  params: z.strictObject({ remittanceId: id }),
  responses: { 200: remittance },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const listRemittancesRoute = defineRoute({
  method: 'get',
  path: '/v1/agency/remittances',
  summary: 'Your remittances, the newest first',
  tag: 'Collection partners',
  access: READING,
  query: z.strictObject(pageQuery),
  responses: { 200: listOf(remittance) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readDueRemittanceRoute = defineRoute({
  method: 'get',
  path: '/v1/agency/due-remittance',
  summary: 'What you collected and have not paid over yet, with what you keep of it',
  description:
    'The amounts of a remittance of all these payments: send them as they are, with a number of your own. The oldest payments first, of one currency.',
  tag: 'Collection partners',
  access: READING,
  query: z.strictObject({
    currency: currency.optional().meta({ description: 'That of your agency when left out.' }),
  }),
  responses: {
    200: z
      .strictObject({
        gross: money.meta({ description: 'What the debtors paid you.' }),
        commission: money.meta({ description: 'What you keep of it, as agreed.' }),
        taxOnCommission: money.meta({ description: 'The tax on that.' }),
        net: money.meta({ description: 'What you pay over.' }),
        payments: z.array(
          z.strictObject({
            placementId: id,
            placementNumber: z.string().meta({ description: 'Number of the case.' }),
            sequence: z.number().int().meta({ description: 'Of the payment you reported.' }),
            occurredAt: instant,
            gross: money.meta({ description: 'What the debtor paid you.' }),
          }),
        ),
      })
      .meta({ id: 'DueRemittance' }),
  },
  errors: ['CURRENCY_UNKNOWN'],
  idempotency: 'read',
});
