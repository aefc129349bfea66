import type { AddressRules } from '../platform/outside-address.js';
import type { ProviderClient } from '../activities/people/provider-client.js';
import type { SealingKeys } from '../activities/people/second-factor.js';
import type { QuarantineLimits } from '../activities/quarantine/quarantine-refused.js';
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
import type { SignIns } from './auth/sign-ins.js';
import type { EventFeed } from './events/event-feed.js';
import type { DocumentDesk } from './http/document-desk.js';
import type { ShownCustomers } from './http/shown-customers.js';
import type { ApiLimits } from './limits.js';
import type { SamplePerson } from './sample-people.js';
import type { Metrics } from './metrics/metrics.js';
import type { TemporalPort } from './temporal-port.js';

/** What the process passes to the application; tests pass their own. */
export type AppParts = Readonly<{
  database: Database;
  clock: Clock;
  logger: Logger;
  limits: ApiLimits;
  /** Where people look at workflows, such as http://127.0.0.1:8233; undefined where no such pages are. */
  temporalUiUrl: string | undefined;
  temporalNamespace: string;
  /** May be absent or down: then only the live state of workflows is missing. */
  temporal?: TemporalPort;
  /**
   * Calls `wake` when another process has news of lifecycles, until it is closed. Only a hint: polling works without
   * it.
   */
  listen?: (wake: () => void) => Readonly<{ close: () => Promise<void> }>;
  /** Version of the product, as `/healthz` and `/openapi.json` show it. */
  version: string;
  /** The machine's clock, for sessions, limits and sockets; the books use the business clock. */
  realTimeMs: () => number;
  /** Who may sign in to the sample company with one click; asked in development only. */
  samplePeople?: (() => Promise<readonly SamplePerson[]>) | undefined;
  /** The folder of the built console; without one the API has no pages. */
  consoleFolder?: string | undefined;
  /** What of one sender's refused contents is kept; the product's own bounds when left out. */
  quarantineLimits?: QuarantineLimits;
  /** Aborted when the process begins to close: streams end, other requests finish. */
  closing?: AbortSignal;
  /** Adds metrics of the process itself to `/metrics`. */
  collectMetrics?: (register: Registry) => void;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed; none unless they are named. */
  trustedProxies?: readonly string[];
  /** Whether cookies are sent over TLS only. Off when everything runs on this machine. */
  secureCookies: 'always' | 'never';
  /** Where webhooks of partners may go, and the AES-256 key in base64 that their secrets are sealed with. */
  webhooks: Readonly<{ rules: AddressRules; codecKey: Secret }>;
  /** Where people open the console; without it nobody signs in by an identity provider. */
  publicUrl?: string | undefined;
  /** Keys that sealed secrets before that one; none unless they are named. */
  oldCodecKeys?: readonly Secret[];
}>;

/** Dependencies passed to every route. */
export type ApiDeps = AppParts &
  Readonly<{
    keys: KeyReader;
    sessions: Sessions;
    /** The keys of secrets: the first seals, all open. */
    sealingKeys: SealingKeys;
    signIns: SignIns;
    /** Speaks with identity providers. */
    providers: ProviderClient;
    /** Catalogue, terminals and customers, cached in memory. */
    sources: CaptureSources;
    capture: Capture;
    /** Hints to the starter and to live screens that something was committed. */
    hint: OutboxHint;
    feed: EventFeed;
    documents: DocumentDesk;
    shownCustomers: ShownCustomers;
    metrics: Metrics;
  }>;
