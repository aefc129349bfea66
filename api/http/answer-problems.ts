import type { ErrorRequestHandler, RequestHandler } from 'express';
import { PROBLEM_MEDIA_TYPE } from '../../contract/problem.js';
import { Refusal } from '../../domain/refusal.js';
import type { Logger } from '../../platform/logger.js';
import { problemOf } from './answered-problem.js';
import { requestIdOf } from './request-id.js';

/** Answers addresses without a route. */
export const answerUnknownAddress: RequestHandler = () => {
  throw new Refusal({ code: 'NOT_FOUND', detail: 'There is nothing under this address for you.' });
};

/** The last error handler: whatever was thrown becomes a problem document. */
export function answerProblems(logger: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  return (error: unknown, request, response, _next) => {
    const requestId = requestIdOf(request);
    const { status, body, headers } = problemOf(asRefusal(error), requestId);
    // A refusal is a normal answer; anything else is logged with its cause.
    if (status >= 500 && !(error instanceof Refusal))
      logger.error({ err: error, requestId }, 'a request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(status).setHeader('Content-Type', PROBLEM_MEDIA_TYPE);
    response.setHeader('Cache-Control', 'no-store');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(JSON.stringify(body));
  };
}

/** Express itself throws for addresses that are no valid UTF-8 (`/v1/%E0`). */
function asRefusal(error: unknown): unknown {
  return error instanceof URIError
    ? new Refusal({ code: 'NOT_FOUND', detail: 'The address cannot be read.' })
    : error;
}
