import type { ErrorTable } from './table.js';

/** Refusals of promises, disputes, holds and write-offs. */
export const receivableErrors = {
  NOTHING_OPEN: { status: 422, title: 'Nothing is left to pay' },
  AMOUNT_NOT_POSITIVE: { status: 422, title: 'An amount is not above zero' },
  PROMISE_NOT_FOUND: { status: 404, title: 'The promise is not there' },
  PROMISE_ENDED: { status: 409, title: 'The promise is not open any more' },
  PROMISE_AMOUNT_NOT_POSITIVE: { status: 422, title: 'A promise is above zero' },
  PROMISE_EXCEEDS_OPEN: { status: 422, title: 'More is promised than is open' },
  PROMISE_IN_PAST: { status: 422, title: 'The promised day has passed' },
  PROMISE_TOO_FAR: { status: 422, title: 'The promised day is too far ahead' },
  PROMISE_ALREADY_RUNNING: { status: 409, title: 'A promise is running already' },
  PROMISE_LIMIT_REACHED: { status: 422, title: 'Too many promises were broken' },
  DISPUTE_OPEN: { status: 409, title: 'The invoice is disputed' },
  DISPUTE_AMOUNT_NOT_POSITIVE: { status: 422, title: 'A dispute is about an amount above zero' },
  DISPUTE_EXCEEDS_OPEN: { status: 422, title: 'More would be disputed than is open' },
  CREDIT_NOTE_REQUIRED: { status: 422, title: 'The dispute needs a credit note' },
  CREDIT_NOTE_UNSUITABLE: { status: 422, title: 'The credit note does not settle this dispute' },
  CREDIT_EXCEEDS_DISPUTE: { status: 422, title: 'More is credited than was disputed' },
  HOLD_NOT_FOUND: { status: 404, title: 'The hold is not there' },
  HOLD_RELEASED: { status: 409, title: 'The hold was released before' },
  HOLD_IN_THE_PAST: { status: 422, title: 'The hold would have ended already' },
  WRITE_OFF_NOT_FOUND: { status: 404, title: 'The request is not there' },
  WRITE_OFF_DECIDED: { status: 409, title: 'The request was decided before' },
  WRITE_OFF_WAITING: { status: 409, title: 'Another request waits for its second person' },
  WRITE_OFF_EXCEEDS_OPEN: { status: 422, title: 'More would be written off than is open' },
  SECOND_PERSON_REQUIRED: { status: 422, title: 'A second person must decide' },
} as const satisfies ErrorTable;
