/**
 * How a job ended, as far as known.
 *
 * - `printed`: the printer said that everything up to the end is on paper. `proof` says how: it echoed
 *   the job's process id (`completion`), or answered a request that waits its turn (`barrier`).
 * - `sent-unconfirmed`: all bytes were sent to a printer that never answers.
 * - `not-sent`: no byte of the job was written. It may be tried again, also elsewhere.
 * - `unknown`: bytes were written and the result is not known. It may be printed, in part or later; never sent again as
 *   an original.
 *
 * `detail` is a sentence for the log, never for a customer.
 */
export type PrintOutcome =
  | Readonly<{ kind: 'printed'; proof: 'completion' | 'barrier' }>
  | Readonly<{ kind: 'sent-unconfirmed' }>
  | Readonly<{ kind: 'not-sent'; reason: NotSentReason; detail: string }>
  | Readonly<{ kind: 'unknown'; reason: UnknownReason; detail: string }>;

/** Faults that a person must fix. */
export type PrinterTrouble = 'offline' | 'paper-out' | 'cover-open' | 'error';

/** `unreachable`: no connection. `busy`: connected, but the printer serves somebody else or is stuck. */
type NotSentReason = PrinterTrouble | 'unreachable' | 'busy';

export type UnknownReason = PrinterTrouble | 'connection-lost' | 'no-answer';
