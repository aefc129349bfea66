import type { Waits } from '../../prisma/database.js';

const LONG_MS = 180_000;

/** On a busy machine everything takes longer, and no test is about how long, unless it says so. */
export const PATIENT: Waits = {
  connectMs: LONG_MS,
  statementMs: LONG_MS,
  lockMs: LONG_MS,
  answerMs: LONG_MS,
  transactionBeginMs: LONG_MS,
  transactionMs: LONG_MS,
};
