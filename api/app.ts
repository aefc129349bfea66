import express, { type Express } from 'express';
import { createProviderClient } from '../activities/people/provider-client.js';
import type { SealingKeys } from '../activities/people/second-factor.js';
import { createCapture } from '../activities/sale/capture/capture.js';
import { createCaptureSources } from '../activities/sale/capture/capture-sources.js';
import type { Secret } from '../platform/secret.js';
import { createOutboxHint } from '../prisma/outbox-hint.js';
import { createKeyReader } from './auth/keys.js';
import { createSessions } from './auth/sessions.js';
import { createSignIns } from './auth/sign-ins.js';
import type { ApiDeps, AppParts } from './deps.js';
import { createEventFeed } from './events/event-feed.js';
import { answerProblems, answerUnknownAddress } from './http/answer-problems.js';
import { createDocumentDesk } from './http/document-desk.js';
import { createShownCustomers } from './http/shown-customers.js';
import { logRequests } from './http/log-requests.js';
import { createRateLimiters } from './http/rate-limits.js';
import { assignRequestId } from './http/request-id.js';
import { securityHeaders } from './http/security-headers.js';
import { readConsole, serveConsole, tellConsoleBuild } from './http/serve-console.js';
import { createMetrics } from './metrics/metrics.js';
import { mountRoutes } from './mount.js';
import { createPipeline } from './pipeline.js';
import { routes } from './routes.js';
import { workflowLink } from './workflow-link.js';

/** Builds the whole HTTP application from the given parts. Starts nothing and does not listen. */
export function createApp(parts: AppParts): Express {
  const { logger, limits } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Anybody can write X-Forwarded-For: it counts only where a proxy that is named sent it.
  app.set('trust proxy', [...(parts.trustedProxies ?? [])]);
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);
  app.set('strict routing', true);
  app.use((request, response, next) => {
    assignRequestId(request, response);
    next();
  });
  app.use(logRequests(logger));
  app.use(securityHeaders());
  const built = readConsole(parts.consoleFolder);
  if (built !== undefined) app.use(tellConsoleBuild(built));
  mountRoutes(app, routes, createPipeline(depsOf(parts), createRateLimiters(limits)));
  if (built !== undefined) app.use(serveConsole(built));
  app.use(answerUnknownAddress);
  app.use(answerProblems(logger));
  return app;
}

function sealingKeysOf({ webhooks, oldCodecKeys = [] }: AppParts): SealingKeys {
  const bytesOf = (key: Secret) => Buffer.from(key.reveal(), 'base64');
  return [bytesOf(webhooks.codecKey), ...oldCodecKeys.map(bytesOf)];
}

function depsOf(parts: AppParts): ApiDeps {
  const { database, clock, realTimeMs, logger, listen, webhooks, collectMetrics: collect } = parts;
  const sources = createCaptureSources(database, realTimeMs);
  const sealingKeys = sealingKeysOf(parts);
  return {
    ...parts,
    keys: createKeyReader(database, realTimeMs),
    sealingKeys,
    sessions: createSessions({ database, realTimeMs, sealingKeys }),
    signIns: createSignIns(database, parts),
    providers: createProviderClient({ rules: webhooks.rules, realTimeMs }),
    sources,
    capture: createCapture({
      database,
      clock,
      sources,
      workflowLink: (workflowId) => workflowLink(parts, workflowId).link,
    }),
    hint: createOutboxHint(database),
    feed: createEventFeed({ database, logger, listen }),
    documents: createDocumentDesk(parts.limits),
    shownCustomers: createShownCustomers(parts.limits, parts.realTimeMs),
    metrics: createMetrics(database, { realTimeMs, collect }),
  };
}
