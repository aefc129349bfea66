import { z } from 'zod';
import { AMOUNT_REFUSALS } from '../errors/money.js';
import { id, money, orNull } from '../primitives.js';
import { defineRoute } from '../route.js';
import { ASKS_FOR_CHANGE, SEES_MONEY_MASTERS } from './access.js';
import { masterChange, reason } from './master-changes.js';

const creditNote = money.meta({
  description:
    'The most that one person alone gives up of an invoice, and for a customer in one day.',
});
const customerCredit = money.meta({
  description: 'The highest credit limit of a customer that one person alone sets.',
});
const stockCount = money.meta({
  description: 'What counts of one person alone change of the stock of a store within 30 days.',
});
const goodsReceipt = money.meta({
  description: 'The worth of the goods that one person alone takes into stock within 24 hours.',
});
const handFedLimit = orNull(money).meta({
  description: 'What files handed in by one person may bring in within 24 hours; null: any amount.',
});
const ACCOUNTS_MAX = 200;

export const readApprovalLimitsRoute = defineRoute({
  method: 'get',
  path: '/v1/approval-limits',
  summary: 'What one person alone may decide; above it a second person does',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  responses: {
    200: z
      .strictObject({
        creditNote,
        customerCredit,
        stockCount,
        goodsReceipt,
        handFedFiles: z.array(
          z.strictObject({ bankAccountId: id, number: z.string(), limit: handFedLimit }),
        ),
      })
      .meta({ id: 'ApprovalLimits' }),
  },
  errors: ['COMPANY_MISSING'],
  idempotency: 'read',
});

export const askForApprovalLimitsRoute = defineRoute({
  method: 'post',
  path: '/v1/approval-limits/changes',
  summary: 'Ask for other limits',
  description: 'The old limits hold until another person agrees.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  body: z.strictObject({
    creditNote,
    customerCredit: customerCredit.optional(),
    stockCount: stockCount.optional(),
    goodsReceipt: goodsReceipt.optional(),
    handFedFiles: z
      .array(z.strictObject({ bankAccountId: id, limit: handFedLimit }))
      .max(ACCOUNTS_MAX)
      .default([])
      .meta({ description: 'Accounts that are left out keep their limit.' }),
    reason,
  }),
  example: {
    creditNote: { amount: '500000', currency: 'IDR' },
    reason: 'Branch managers settle small complaints by themselves.',
  },
  responses: { 201: masterChange },
  errors: [
    ...AMOUNT_REFUSALS,
    'COMPANY_MISSING',
    'LIMIT_NEGATIVE',
    'BANK_ACCOUNT_NOT_FOUND',
    'MASTER_CHANGE_WAITING',
  ],
  idempotency: 'key',
});
