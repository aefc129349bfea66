import {
  ALL_STATUS_REQUESTS,
  AUTOMATIC_STATUS_ON,
  FLUSH,
  STATUS_REQUESTS,
} from '../escpos/commands.js';
import type { PrintOutcome } from './print-outcome.js';
import type { PrinterConnection } from './printer-connection.js';
import { troubleOf, troubleOfAutomatic, type RealTimeStatus } from './replies.js';

type NotSent = Extract<PrintOutcome, { kind: 'not-sent' }>;

/** On a shop's own network a free printer answers within a few milliseconds. */
const ANSWER_MS_MAX = 1000;

/**
 * Asks the printer whether it can print, before the first byte of the job. Undefined: it can.
 *
 * First real-time status, then a request that is answered in its turn: an unfinished image of another client would
 * swallow the job even when real-time status is answered. Without an answer the printer is flushed once and asked
 * again.
 */
export async function preflight(connection: PrinterConnection): Promise<NotSent | undefined> {
  const status = await realTimeStatus(connection);
  if (status === undefined) return silent(connection);
  const trouble = troubleOf(status);
  if (trouble !== undefined) return notReady(trouble);

  const frame =
    (await automaticStatus(connection, [AUTOMATIC_STATUS_ON])) ??
    (await automaticStatus(connection, [FLUSH, AUTOMATIC_STATUS_ON]));
  if (frame === undefined) return silent(connection);
  const late = troubleOfAutomatic(frame);
  return late === undefined ? undefined : notReady(late);
}

/**
 * Asks for all four at once: one way to the printer and back instead of four. A printer that takes only
 * one request at a time is asked for the others again. Undefined: no answer.
 */
async function realTimeStatus(connection: PrinterConnection): Promise<RealTimeStatus | undefined> {
  if (!(await connection.write(ALL_STATUS_REQUESTS))) return undefined;
  const printer = await realTimeAnswer(connection);
  if (printer === undefined) return undefined;
  const next = async (request: Uint8Array): Promise<number | undefined> =>
    (await realTimeAnswer(connection)) ?? ask(connection, request);
  const offlineCause = await next(STATUS_REQUESTS.offlineCause);
  const error = await next(STATUS_REQUESTS.error);
  const paper = await next(STATUS_REQUESTS.paper);
  if (offlineCause === undefined || error === undefined || paper === undefined) return undefined;
  return { printer, offlineCause, error, paper };
}

async function ask(
  connection: PrinterConnection,
  request: Uint8Array,
): Promise<number | undefined> {
  return (await connection.write(request)) ? realTimeAnswer(connection) : undefined;
}

function realTimeAnswer(connection: PrinterConnection): Promise<number | undefined> {
  return connection.reply(
    (reply) => (reply.kind === 'real-time' ? reply.byte : undefined),
    ANSWER_MS_MAX,
  );
}

async function automaticStatus(
  connection: PrinterConnection,
  request: readonly Uint8Array[],
): Promise<Uint8Array | undefined> {
  if (!(await connection.write(Buffer.concat(request)))) return undefined;
  return connection.reply(
    (reply) => (reply.kind === 'automatic' ? reply.bytes : undefined),
    ANSWER_MS_MAX,
  );
}

function notReady(reason: NotSent['reason']): NotSent {
  return { kind: 'not-sent', reason, detail: `The printer reports ${reason}.` };
}

function silent(connection: PrinterConnection): NotSent {
  const detail = connection.isLost()
    ? 'The printer closed the connection before it said that it is ready.'
    : 'The printer took the connection and does not answer; it may be serving another one.';
  return { kind: 'not-sent', reason: 'busy', detail };
}
