import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import { maskCardNumbers } from '../../domain/sale/card-number.js';
import type { Logger } from '../../platform/logger.js';
import { requestIdOf } from './request-id.js';

/** Log lines stay readable whatever a client calls itself. */
const USER_AGENT_MAX_LENGTH = 120;

/**
 * One line for each request: no headers, no bodies, no query (people search by name). JSON escapes what
 * would forge a line, and what a client put where it does not belong is no card number.
 */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    genReqId: requestIdOf,
    customLogLevel: (request, response) => {
      if (response.statusCode >= 500) return 'warn';
      // Health checks and scrapes come every few seconds, for ever.
      return request.url === '/healthz' || request.url === '/metrics' ? 'debug' : 'info';
    },
    // The cause has a line of its own, under the same request id.
    // oxlint-disable-next-line max-params -- the signature is the library's
    customErrorObject: (_request, _response, _error, { err: _err, ...line }: LoggedLine) => line,
    serializers: {
      req: ({ method, url, headers: { 'user-agent': userAgent } }: LoggedRequest) => ({
        method,
        path: maskCardNumbers(url.split('?', 1)[0] ?? ''),
        userAgent: userAgent && maskCardNumbers(userAgent.slice(0, USER_AGENT_MAX_LENGTH)),
      }),
      res: ({ statusCode }: Readonly<{ statusCode: number }>) => ({ status: statusCode }),
    },
  });
}

type LoggedLine = Readonly<Record<string, unknown>>;

type LoggedRequest = Readonly<{
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
}>;
