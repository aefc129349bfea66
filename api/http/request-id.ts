import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

export const REQUEST_ID_HEADER = 'X-Request-Id';

/** What a caller may choose: nothing that could forge a line of a log. */
const SANE = /^[\w.:-]{1,64}$/;

/** The caller's own request id where it is sane, otherwise a new one; it is answered as a header as well. */
export function assignRequestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && SANE.test(given) ? given : randomUUID();
  requestIds.set(request, requestId);
  response.setHeader(REQUEST_ID_HEADER, requestId);
  return requestId;
}

/** The id that `assignRequestId` gave. */
export function requestIdOf(request: IncomingMessage): string {
  return requestIds.get(request) ?? 'unknown';
}

const requestIds = new WeakMap<IncomingMessage, string>();
