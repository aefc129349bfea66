import { z } from 'zod';
import { account, amount, command, currency, day, id, instant, nothing } from './command.js';

/** Of an entry in the journal, as decimal digits. */
const position = z.string().regex(/^\d+$/);

/** Closes an accounting period that is over. */
export const closePeriod = command('close_period', {
  input: z.strictObject({ periodId: id, today: day }),
  answer: z.strictObject({ closedAt: instant }),
});

/** Books the balance of an account in another system against the opening balances; debit is positive. */
export const bookOpeningBalance = command('book_opening_balance', {
  input: z.strictObject({
    documentId: id,
    legalEntityId: id,
    businessDate: day,
    description: z.string(),
    currency,
    amount,
    accounts: z.strictObject({ account, counter: account }),
  }),
  answer: nothing,
});

/** Adds journal entries up to a position to the sums that reports read; at most `entriesMax` of them. */
export const foldJournal = command('fold_journal', {
  input: z.strictObject({ upTo: position, entriesMax: z.number().int().positive() }),
  answer: z.strictObject({ foldedTo: position, more: z.boolean() }),
});
