import { assert } from '../../domain/assert.js';
import { BARRIER, drawerPulse } from '../escpos/commands.js';
import type { PrinterProfile } from '../escpos/printer-profile.js';
import { preflight } from './preflight.js';
import type { PrinterTrouble, PrintOutcome, UnknownReason } from './print-outcome.js';
import { openPrinter, type PrinterConnection } from './printer-connection.js';
import type { Reply } from './replies.js';
import { createStatusWatch } from './status-watch.js';

/** A printer from the shop's list of printers, never from a request, because connections are opened to it. */
type PrinterAddress = Readonly<{ host: string; port: number; profile: PrinterProfile }>;

export type PrintJob = PrinterAddress &
  Readonly<{
    bytes: Uint8Array;
    /** Requested at the end of `bytes` when the profile has completion. */
    processId: string;
    /** Total time for connecting, asking, sending and waiting. */
    deadlineMs: number;
  }>;

export type DrawerKick = PrinterAddress & Readonly<{ pin: 2 | 5; deadlineMs: number }>;

/** How often a working printer is asked for its status. */
const LOOK_EVERY_MS = 500;
/** A fault that is over within this time (a cover pressed shut) does not end the wait. */
const TROUBLE_MS_MAX = 2000;
/** Share of the remaining time for waiting for the completion; the rest is for the barrier. */
const COMPLETION_SHARE = 0.7;

/**
 * Prints one job on one connection: asks, sends, waits for the printer's confirmation. Never throws
 * for faults of printer or network; see `PrintOutcome`. Does not retry.
 */
export async function printJob(job: PrintJob): Promise<PrintOutcome> {
  return deliver(job);
}

/**
 * Opens the cash drawer at the printer: a command of its own, never part of a receipt, so that a receipt that is
 * printed again opens nothing. The printer's confirmation means that the pulse was given.
 *
 * @public No till asks for it yet: the command that opens the drawer comes with the till's day.
 */
export async function kickDrawer({ pin, ...address }: DrawerKick): Promise<PrintOutcome> {
  return deliver({ ...address, bytes: drawerPulse(pin), processId: undefined });
}

type Delivery = Omit<PrintJob, 'processId'> & Readonly<{ processId: string | undefined }>;

async function deliver(delivery: Delivery): Promise<PrintOutcome> {
  assert(delivery.bytes.length > 0, 'a print job has bytes');
  const connection = await openPrinter(delivery);
  if ('kind' in connection) return notConnected(delivery, connection.code);
  const outcome = await deliverOn(connection, delivery);
  if (outcome.kind === 'printed' || outcome.kind === 'sent-unconfirmed') await connection.finish();
  connection.drop();
  return outcome;
}

/** A busy printer may accept a connection and reset it at once. */
function notConnected({ host, port }: PrinterAddress, code: string): PrintOutcome {
  const detail = `No connection to ${host}:${port} (${code}).`;
  return { kind: 'not-sent', reason: code === 'ECONNRESET' ? 'busy' : 'unreachable', detail };
}

async function deliverOn(
  connection: PrinterConnection,
  { profile, bytes, processId }: Delivery,
): Promise<PrintOutcome> {
  const notSent = profile.hasStatus ? await preflight(connection) : undefined;
  if (notSent !== undefined) return notSent;

  // From here on the job may be printed, whatever happens.
  if (!(await connection.write(bytes))) return lost(connection);
  if (!profile.hasStatus) return { kind: 'sent-unconfirmed' };

  if (profile.hasCompletion && processId !== undefined) {
    const waitMs = connection.remainingMs() * COMPLETION_SHARE;
    const end = await waitFor(connection, waitMs, (reply) => isCompletion(reply, processId));
    if (end === 'answered') return { kind: 'printed', proof: 'completion' };
    if (end !== 'silence') return unknown(end);
  }
  return barrier(connection);
}

async function barrier(connection: PrinterConnection): Promise<PrintOutcome> {
  if (!(await connection.write(BARRIER))) return lost(connection);
  const end = await waitFor(connection, connection.remainingMs(), isBarrier);
  if (end === 'answered') return { kind: 'printed', proof: 'barrier' };
  return end === 'silence' ? lost(connection) : unknown(end);
}

function isCompletion(reply: Reply, processId: string): boolean {
  return reply.kind === 'completion' && reply.processId === processId;
}

function isBarrier(reply: Reply): boolean {
  return reply.kind === 'barrier';
}

/**
 * Waits for the confirmation of the job and watches the printer's status. A fault that is fixed in time does not end
 * the wait; a lasting one does and is reported.
 */
async function waitFor(
  connection: PrinterConnection,
  withinMs: number,
  isEnd: (reply: Reply) => boolean,
): Promise<'answered' | 'silence' | PrinterTrouble> {
  const until = performance.now() + withinMs;
  const watch = createStatusWatch();
  const listen = (reply: Reply): true | undefined => {
    watch.see(reply);
    return isEnd(reply) ? true : undefined;
  };
  while (performance.now() < until && !connection.isLost()) {
    const waitMs = Math.min(LOOK_EVERY_MS, until - performance.now());
    if ((await connection.reply(listen, waitMs)) === true) return 'answered';
    const trouble = watch.troubleLastingMs(TROUBLE_MS_MAX);
    if (trouble !== undefined) return trouble;
    await connection.write(watch.requests());
  }
  return watch.troubleLastingMs(0) ?? 'silence';
}

function lost(connection: PrinterConnection): PrintOutcome {
  return unknown(connection.isLost() ? 'connection-lost' : 'no-answer');
}

const DETAILS: Readonly<Record<UnknownReason, string>> = {
  'connection-lost': 'The connection broke after the job had been started.',
  'no-answer': 'The printer took the job and did not say that it is on paper.',
  offline: 'The printer went offline while it had the job.',
  'paper-out': 'The paper ended while the printer had the job.',
  'cover-open': 'The cover was opened while the printer had the job.',
  error: 'The printer reported an error while it had the job.',
};

function unknown(reason: UnknownReason): PrintOutcome {
  return { kind: 'unknown', reason, detail: DETAILS[reason] };
}
