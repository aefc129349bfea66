import { z } from 'zod';
import { TENDER_TYPES } from '../../domain/pricing/sale-request.js';
import { money, orNull } from '../primitives.js';
import { defineRoute } from '../route.js';
import { SEES_MASTERS, SETS_UP } from './access.js';

const type = z.enum(TENDER_TYPES).meta({ description: 'How a part of a sale is paid.' });

const rule = {
  offlineAllowed: z
    .boolean()
    .meta({ description: 'Whether a till without a connection accepts it.' }),
  perSaleLimit: orNull(money).meta({ description: 'The most of one sale; null: no limit.' }),
};

const tenderRule = z
  .strictObject({
    type,
    ...rule,
    account: z.string().meta({
      description: 'Account of the ledger that it is booked to. The chart of accounts decides it.',
    }),
  })
  .meta({ id: 'CompanyTenderRule' });

export const listTenderRulesRoute = defineRoute({
  method: 'get',
  path: '/v1/tender-rules',
  summary: 'How sales may be paid: limits, and what goes without a connection',
  tag: 'Set-up',
  access: SEES_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(tenderRule) }) },
  errors: [],
  idempotency: 'read',
});

export const changeTenderRuleRoute = defineRoute({
  method: 'put',
  path: '/v1/tender-rules/{type}',
  summary: 'Change limit and use of a tender',
  description:
    'Holds for online sales within seconds; a sale that has happened is booked all the same, and a person looks at it.',
  tag: 'Set-up',
  access: SETS_UP,
  params: z.strictObject({ type }),
  body: z.strictObject(rule),
  example: { offlineAllowed: false, perSaleLimit: { amount: '10000000', currency: 'IDR' } },
  responses: { 200: tenderRule },
  errors: ['TENDER_RULE_NOT_FOUND', 'CURRENCY_MISMATCH', 'AMOUNT_NOT_POSITIVE', 'COMPANY_MISSING'],
  idempotency: 'natural',
});
