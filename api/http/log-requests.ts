import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import { holdsCardNumber, maskCardNumbers } from '../../domain/sale/card-number.js';
import type { Logger } from '../../platform/logger.js';
import { requestIdOf } from './request-id.js';

/** Limits the length of the client's name, so that log lines stay readable. */
const USER_AGENT_MAX_LENGTH = 120;

/**
 * One line for each request: no headers, no bodies, no query (people search by name). JSON escapes line breaks that
 * would forge a line, and card numbers in the address are masked.
 */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    genReqId: requestIdOf,
    customLogLevel: (request, response) => {
      if (response.statusCode >= 500) return 'warn';
      // Not logged: health checks and scrapes come every few seconds.
      return request.url === '/healthz' || request.url === '/metrics' ? 'debug' : 'info';
    },
    // The cause is logged in another line, under the same request id.
    // oxlint-disable-next-line max-params -- the signature is the library's
    customErrorObject: (_request, _response, _error, { err: _err, ...line }: LoggedLine) => line,
    serializers: {
      req: ({ method, url, headers: { 'user-agent': userAgent } }: LoggedRequest) => ({
        method,
        path: loggedPath(url.split('?', 1)[0] ?? ''),
        userAgent: userAgent && maskCardNumbers(userAgent.slice(0, USER_AGENT_MAX_LENGTH)),
      }),
      res: ({ statusCode }: Readonly<{ statusCode: number }>) => ({ status: statusCode }),
    },
  });
}

/** As it was sent, unless a card number is written in it with the escapes of an address. */
function loggedPath(path: string): string {
  const read = path.replaceAll(/%3(\d)/g, '$1');
  return maskCardNumbers(holdsCardNumber(read) ? read : path);
}

type LoggedLine = Readonly<Record<string, unknown>>;

type LoggedRequest = Readonly<{
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
}>;
