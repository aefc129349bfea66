import type { AddressRules } from '../activities/collection/agency-address.js';
import type { Capture } from '../activities/sale/capture/capture.js';
import type { CaptureSources } from '../activities/sale/capture/capture-sources.js';
import type { Registry } from 'prom-client';
import type { Database } from '../prisma/database.js';
import type { OutboxHint } from '../prisma/outbox-hint.js';
import type { Clock } from '../platform/clock.js';
import type { Logger } from '../platform/logger.js';
import type { Secret } from '../platform/secret.js';
import type { KeyReader } from './auth/keys.js';
import type { Sessions } from './auth/sessions.js';
import type { EventFeed } from './events/event-feed.js';
import type { ApiLimits } from './limits.js';
import type { Metrics } from './metrics/metrics.js';
import type { TemporalPort } from './temporal-port.js';

/** What the process gives to the application; tests give their own. */
export type AppParts = Readonly<{
  database: Database;
  clock: Clock;
  logger: Logger;
  limits: ApiLimits;
  /** Where people look at workflows, such as http://127.0.0.1:8233. */
  temporalUiUrl: string;
  temporalNamespace: string;
  /** Absent or down: everything but the live state of workflows works without it. */
  temporal?: TemporalPort;
  /** Calls `wake` when another process has news of lifecycles, until it is closed; a hint, never needed. */
  listen?: (wake: () => void) => Readonly<{ close: () => Promise<void> }>;
  /** Of the product, as `/healthz` and `/openapi.json` say. */
  version: string;
  /** The machine's clock, for what is about people and sockets rather than books. */
  realTimeMs: () => number;
  /** Aborted when the process begins to close: streams end, the rest drains. */
  closing?: AbortSignal;
  /** Adds the figures of the process itself to `/metrics`. */
  collectMetrics?: (register: Registry) => void;
  /** Cookies travel over TLS only. Off where everything is on this machine. */
  secureCookies: 'always' | 'never';
  /** Where webhooks of partners may go, and the AES-256 key in base64 that their secrets are sealed with. */
  webhooks: Readonly<{ rules: AddressRules; codecKey: Secret }>;
}>;

/** What every route gets. */
export type ApiDeps = AppParts &
  Readonly<{
    keys: KeyReader;
    sessions: Sessions;
    /** Catalogue, terminals and customers, in memory. */
    sources: CaptureSources;
    capture: Capture;
    /** Hints to the starter and to live screens that something was committed. */
    hint: OutboxHint;
    feed: EventFeed;
    metrics: Metrics;
  }>;
