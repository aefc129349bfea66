import { z } from 'zod';
import { command, id } from './command.js';

const letter = { businessKey: z.string() };

/** Finds or makes the row of a letter. */
export const openLetter = command('open_letter', {
  input: z.strictObject({
    ...letter,
    messageId: z.string(),
    kind: z.string(),
    recipient: z.string(),
    language: z.string(),
    subject: z.string(),
    customerId: id.optional(),
    invoiceId: id.optional(),
    noticeId: id.optional(),
    /** How long a running attempt may take, by the machine's clock. */
    leaseMs: z.int(),
  }),
  answer: z.strictObject({
    state: z.enum(['waiting', 'sending', 'sent', 'failed', 'unconfirmed']),
    attempts: z.int(),
    messageId: z.string(),
  }),
});

/** Claims a letter just before it is handed to the mail server: exactly one attempt may hand it over. */
export const claimLetter = command('claim_letter', {
  input: z.strictObject({ ...letter, recipient: z.string() }),
  answer: z.strictObject({ claimed: z.boolean() }),
});

/** Books how an attempt to send a letter ended. */
export const endAttempt = command('end_attempt', {
  input: z.strictObject({
    ...letter,
    state: z.enum(['sent', 'waiting', 'failed', 'unconfirmed']),
    failure: z.string().optional(),
  }),
  answer: z.strictObject({ recorded: z.boolean() }),
});
