import { z } from 'zod';
import { account, command, currency, day, id, keptFacts, list, nothing } from './command.js';

/** Asks for a change of what money depends on, which another person decides on. */
export const requestMasterChange = command('request_master_change', {
  input: z.strictObject({
    kind: z.enum([
      'bank-account',
      'approval-limits',
      'credit-limit',
      'letter-text',
      'tax-identity',
      'tax-rule',
      'dunning-policy',
      'holidays',
      'agreement',
      'agency-terms',
      'stock-receipt',
      'import-undoing',
      'store-switch',
    ]),
    /** What changes, within its kind. */
    subject: z.string(),
    /** What holds until then; null for something new. */
    before: keptFacts.nullable(),
    /** What holds after it, as the function that applies it reads it. */
    after: keptFacts,
    reason: z.string(),
  }),
  answer: z.strictObject({ masterChangeId: id }),
});

/** Another person agrees to a change, which then holds, or rejects it. */
export const decideMasterChange = command('decide_master_change', {
  input: z.strictObject({ masterChangeId: id, decision: z.enum(['approved', 'rejected']) }),
  answer: nothing,
});

/** Gives a legal entity its first bank account. */
export const addFirstBankAccount = command('add_first_bank_account', {
  input: z.strictObject({
    legalEntityId: id,
    number: z.string(),
    name: z.string(),
    bankName: z.string(),
    currency,
    accountCode: account,
    /** How the bank's CSV files are read. */
    csvProfile: z.string().optional(),
  }),
  answer: z.strictObject({ bankAccountId: id }),
});

const ratio = z.strictObject({ numerator: z.int(), denominator: z.int() });

/** Gives books without a tax table the one that is proposed. */
export const proposeTaxRules = command('propose_tax_rules', {
  input: z.strictObject({
    rules: list(
      z.strictObject({
        code: z.string(),
        kind: z.enum(['ppn-full', 'ppn-other-base', 'exempt', 'none']),
        validFrom: day,
        rate: ratio,
        baseFactor: ratio,
        rounding: z.string(),
        label: z.strictObject({ id: z.string(), en: z.string() }),
      }),
    ),
  }),
  answer: nothing,
});

/** Sets form and first number of a document series that has no number yet. */
export const setNumberSeries = command('set_number_series', {
  input: z.strictObject({
    legalEntityId: id,
    kind: z.enum(['invoice', 'credit-note']),
    year: z.int(),
    prefix: z.string(),
    firstNumber: z.int(),
  }),
  answer: nothing,
});
