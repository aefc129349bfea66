import { z } from 'zod';
import { code, currency, date, id, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { ASKS_FOR_CHANGE, SEES_MONEY_MASTERS } from './access.js';
import { masterChange, reason } from './master-changes.js';

const bankAccount = z
  .strictObject({
    id,
    number: z.string(),
    name: z.string().meta({ description: 'What we call it.' }),
    bankName: z.string(),
    currency,
    account: code.meta({ description: 'Its account in the ledger.' }),
    onDocuments: z.boolean().meta({ description: 'Whether customers may be asked to pay to it.' }),
    named: z.boolean().meta({
      description: 'Whether invoices and letters in its currency name it: the first on documents.',
    }),
    lastStatementOn: date.nullable().meta({ description: 'The day up to which files are there.' }),
  })
  .meta({ id: 'BankAccount' });

const details = {
  number: z
    .string()
    .regex(/^[A-Za-z0-9]{4,34}$/)
    .meta({ description: 'Letters and digits only, as the bank writes it in its files.' }),
  name: text(120).meta({ description: 'What we call it: `Operasional`.' }),
  bankName: text(120),
  onDocuments: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether customers may be asked to pay to it.' }),
  reason,
};

export const listBankAccountsRoute = defineRoute({
  method: 'get',
  path: '/v1/bank-accounts',
  summary: 'Our own bank accounts',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(bankAccount) }) },
  errors: [],
  idempotency: 'read',
});

export const askForBankAccountRoute = defineRoute({
  method: 'post',
  path: '/v1/bank-accounts',
  summary: 'Ask for another bank account of ours',
  description: 'It is there, and on documents, from the moment at which another person agrees.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  body: z.strictObject({ ...details, currency: currency.default('IDR') }),
  example: {
    number: '8880005678',
    name: 'Penerimaan',
    bankName: 'Bank Nusa Contoh',
    reason: 'The bank opened it for payments of customers.',
  },
  responses: { 201: masterChange },
  errors: [
    'COMPANY_MISSING',
    'CURRENCY_UNKNOWN',
    'BANK_ACCOUNT_EXISTS',
    'BANK_ACCOUNT_NEEDED',
    'MASTER_CHANGE_WAITING',
  ],
  idempotency: 'key',
});

export const askForBankDetailsRoute = defineRoute({
  method: 'post',
  path: '/v1/bank-accounts/{bankAccountId}/changes',
  summary: 'Ask for other details of a bank account of ours',
  description:
    'Invoices and letters keep the old details until another person agrees. The number of an account with bank files does not change: add an account, and take the old one off the documents.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  params: z.strictObject({ bankAccountId: id }),
  body: z.strictObject(details),
  example: {
    number: '8880001234',
    name: 'Operasional',
    bankName: 'Bank Nusa Contoh Syariah',
    onDocuments: true,
    reason: 'The bank has a new name.',
  },
  responses: { 201: masterChange },
  errors: [
    'BANK_ACCOUNT_NOT_FOUND',
    'BANK_ACCOUNT_EXISTS',
    'BANK_ACCOUNT_IN_USE',
    'BANK_ACCOUNT_NEEDED',
    'MASTER_CHANGE_WAITING',
  ],
  idempotency: 'key',
});
