import type { PayloadCodec } from '@temporalio/common';
import express, { type Express, type RequestHandler } from 'express';
import { parseBy } from '../../contract/faults.js';
import type { Logger } from '../../platform/logger.js';
import { answerProblems, answerUnknownAddress } from '../http/answer-problems.js';
import { logRequests } from '../http/log-requests.js';
import { parseJsonBody } from '../http/parse-json-body.js';
import { readBody } from '../http/read-body.js';
import { assignRequestId } from '../http/request-id.js';
import { securityHeaders } from '../http/security-headers.js';
import { decodePayloads, payloadList } from './decode-payloads.js';

/** Above the largest history page of the Temporal server (4 MiB), in base64. */
const BODY_BYTES_MAX = 8 * 1024 * 1024;
/** The host names that browsers use for this machine. */
const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
/** How long a browser may cache the CORS preflight, in seconds. */
const PREFLIGHT_KEPT_SECONDS = '600';

export type CodecServerParts = Readonly<{
  codec: PayloadCodec;
  /** The only web origin that is answered. */
  temporalUiUrl: string | undefined;
  logger: Logger;
}>;

/**
 * Decrypts payloads for the Temporal web UI. It only decodes, so nothing can be forged with it, and answers only
 * programs of this machine and pages of the web UI. Source: Temporal's "Codec Server" protocol (POST /decode, header
 * X-Namespace); CORS of fetch.spec.whatwg.org.
 */
export function createCodecServerApp({ codec, temporalUiUrl, logger }: CodecServerParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response, next) => {
    assignRequestId(request, response);
    next();
  });
  app.use(logRequests(logger), securityHeaders());
  app.use(
    refuseForeignNames,
    allowPagesOf(temporalUiUrl === undefined ? [] : originsOf(temporalUiUrl)),
  );
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.post('/decode', async (request, response) => {
    const content = await readBody(request, BODY_BYTES_MAX);
    const body = parseJsonBody(content, request.headers['content-type']);
    response.set('Cache-Control', 'no-store');
    response.json(await decodePayloads(parseBy(payloadList, body), codec));
  });
  app.use(answerUnknownAddress);
  app.use(answerProblems(logger));
  return app;
}

/** Refuses other host names: with DNS rebinding, a foreign page could reach this server under its own name. */
const refuseForeignNames: RequestHandler = (request, response, next) => {
  if (LOOPBACK_NAMES.includes(request.hostname)) next();
  else answerUnknownAddress(request, response, next);
};

function allowPagesOf(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (origin === undefined) return next();
    if (!origins.includes(origin)) return answerUnknownAddress(request, response, next);
    response.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Headers': 'content-type, x-namespace',
      'Access-Control-Max-Age': PREFLIGHT_KEPT_SECONDS,
    });
    return request.method === 'OPTIONS' ? response.status(204).end() : next();
  };
}

/** The web UI may be opened under any name of this machine. */
function originsOf(url: string): readonly string[] {
  const { protocol, hostname, port, origin } = new URL(url);
  if (!LOOPBACK_NAMES.includes(hostname)) return [origin];
  return LOOPBACK_NAMES.map((name) => `${protocol}//${name}${port === '' ? '' : `:${port}`}`);
}
