import { z } from 'zod';
import { command, id, nothing, sha256 } from './command.js';

/** Claims a print job for sending, or answers its earlier outcome. */
export const claimPrintJob = command('claim_print_job', {
  input: z.strictObject({ printJobId: id }),
  answer: z.strictObject({ kind: z.enum(['claimed', 'waits', 'done', 'unknown']) }),
});

/** Books how a print job ended, or that not a byte of it was sent. */
export const endPrintJob = command('end_print_job', {
  input: z.strictObject({
    printJobId: id,
    state: z.enum(['PRINTED', 'SENT_UNCONFIRMED', 'NOT_SENT', 'UNKNOWN', 'FAILED']),
    contentSha256: sha256.optional(),
    failure: z.string().optional(),
  }),
  answer: nothing,
});

/** Asks for one more copy of a receipt. */
export const requestCopy = command('request_copy', {
  input: z.strictObject({ saleId: id }),
  answer: z.strictObject({ printJobId: id, copyNumber: z.int().positive() }),
});
