import { z } from 'zod';
import { code, id, instant, orNull, text } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { CHANGES_CUSTOMERS, customerParams } from './customer-fields.js';

const READS = { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' } as const;

const alias = z
  .strictObject({
    id,
    account: z.string().meta({
      description: 'The bank account that pays for the customer: digits and capital letters.',
      example: '7012345678',
    }),
    byHand: z.boolean().meta({
      description: 'Whether a person gave it; else it was learned from payments.',
    }),
    confirmations: z.number().int().meta({
      description: 'Payments from it that people joined to what this customer owes.',
    }),
    createdAt: instant,
    revokedAt: instant.nullable().meta({ description: 'When it ended; null: it counts.' }),
  })
  .meta({ id: 'CustomerAlias' });

const aliasParams = customerParams.extend({ aliasId: id });

export const listAliasesRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}/aliases',
  summary: 'Bank accounts by which a customer is recognised as payer, those that ended last',
  description:
    'A payment from one is suggested for what the customer owes, and never booked by that alone.',
  tag: 'Customers',
  access: READS,
  params: customerParams,
  responses: { 200: z.strictObject({ data: z.array(alias) }) },
  errors: ['CUSTOMER_NOT_FOUND'],
  idempotency: 'read',
});

export const addAliasRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/aliases',
  summary: 'Let a customer be recognised by a bank account',
  description:
    'Money that waits and came from it is matched again. The undo is to end it (`/ending`).',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: customerParams,
  body: z.strictObject({
    account: text(64).meta({ description: 'As the bank writes it.', example: '701-234-5678' }),
  }),
  example: { account: '701-234-5678' },
  responses: { 201: alias },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'ALIAS_MALFORMED', 'ALIAS_KNOWN'],
  idempotency: 'key',
});

export const endAliasRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/aliases/{aliasId}/ending',
  summary: 'Recognise a customer by a bank account no longer',
  description:
    'What was booked stays. When a person joins money from it to this customer later, it is learned anew.',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: aliasParams,
  responses: { 200: alias },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'ALIAS_NOT_FOUND', 'ALIAS_REVOKED'],
  idempotency: 'key',
});

export const undoAliasEndRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/aliases/{aliasId}/ending/undoing',
  summary: 'Recognise a customer by that bank account again',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: aliasParams,
  responses: { 200: alias },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'ALIAS_NOT_FOUND', 'ALIAS_NOT_REVOKED'],
  idempotency: 'key',
});

const virtualAccount = z
  .strictObject({
    id,
    number: z.string().meta({ description: 'Its digits.', example: '8810000000000012' }),
    bank: z.string().meta({ description: 'Code of the bank that runs it.', example: 'BNC' }),
    invoice: orNull(z.strictObject({ id, number: z.string() })).meta({
      description: 'The only invoice that it is for; null: for all that the customer pays.',
    }),
    createdAt: instant,
    closedAt: instant.nullable().meta({ description: 'When it ended; null: it counts.' }),
  })
  .meta({ id: 'VirtualAccount' });

const accountParams = customerParams.extend({ virtualAccountId: id });

export const listVirtualAccountsRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}/virtual-accounts',
  summary: 'Virtual accounts that stand for a customer, those that ended last',
  tag: 'Customers',
  access: READS,
  params: customerParams,
  responses: { 200: z.strictObject({ data: z.array(virtualAccount) }) },
  errors: ['CUSTOMER_NOT_FOUND'],
  idempotency: 'read',
});

export const openVirtualAccountRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/virtual-accounts',
  summary: 'Give a customer, or one of its invoices, a virtual account',
  description:
    'Money on it is from this customer: it is suggested for what the customer owes, and booked where it is the open amount of the invoice that the account is for. A number stands for one customer at a time. Money that waits and names it is matched again. The undo is to end it (`/ending`).',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: customerParams,
  body: z.strictObject({
    number: text(64).meta({ description: '8 to 28 digits.', example: '8810 0000 0000 0012' }),
    bank: code.meta({ description: 'Code of the bank that runs it.' }),
    invoiceId: orNull(id)
      .optional()
      .meta({ description: 'Of the customer. Left out: for all that the customer pays.' }),
  }),
  example: { number: '8810 0000 0000 0012', bank: 'BNC' },
  responses: { 201: virtualAccount },
  errors: [
    'CUSTOMER_NOT_FOUND',
    'CUSTOMER_MERGED',
    'INVOICE_NOT_FOUND',
    'VIRTUAL_ACCOUNT_MALFORMED',
    'VIRTUAL_ACCOUNT_TAKEN',
  ],
  idempotency: 'key',
});

export const closeVirtualAccountRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending',
  summary: 'End a virtual account',
  description: 'What was booked stays. The number is free for another customer.',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: accountParams,
  responses: { 200: virtualAccount },
  errors: [
    'CUSTOMER_NOT_FOUND',
    'CUSTOMER_MERGED',
    'VIRTUAL_ACCOUNT_NOT_FOUND',
    'VIRTUAL_ACCOUNT_CLOSED',
  ],
  idempotency: 'key',
});

export const undoVirtualAccountEndRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending/undoing',
  summary: 'Let a virtual account stand for the customer again, while its number is free',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: accountParams,
  responses: { 200: virtualAccount },
  errors: [
    'CUSTOMER_NOT_FOUND',
    'CUSTOMER_MERGED',
    'VIRTUAL_ACCOUNT_NOT_FOUND',
    'VIRTUAL_ACCOUNT_OPEN',
    'VIRTUAL_ACCOUNT_TAKEN',
  ],
  idempotency: 'key',
});
