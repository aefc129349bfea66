import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { holdsCardNumber } from '../../domain/sale/card-number.js';

export const REQUEST_ID_HEADER = 'X-Request-Id';

/** The request ids that a caller may choose; nothing that could forge a log line, and no card number. */
const SANE = /^[\w.:-]{1,64}$/;

/** Uses the caller's request id if it has this form, otherwise a new one, and returns it as a header. */
export function assignRequestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const isSane = typeof given === 'string' && SANE.test(given) && !holdsCardNumber(given);
  const requestId = isSane ? given : randomUUID();
  requestIds.set(request, requestId);
  response.setHeader(REQUEST_ID_HEADER, requestId);
  return requestId;
}

/** The id that `assignRequestId` gave. */
export function requestIdOf(request: IncomingMessage): string {
  return requestIds.get(request) ?? 'unknown';
}

const requestIds = new WeakMap<IncomingMessage, string>();
