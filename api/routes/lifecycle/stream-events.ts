import type { Request, Response } from 'express';
import { streamEventsRoute } from '../../../contract/lifecycle/events.js';
import { FINANCE_AND_STORES, type Role } from '../../../contract/roles.js';
import { Refusal } from '../../../domain/refusal.js';
import { authenticate } from '../../auth/authenticate.js';
import type { Principal } from '../../auth/principal.js';
import type { ApiDeps } from '../../deps.js';
import {
  FEED_LOOK_BACK,
  FEED_PAGE,
  type EventFeed,
  type FeedEvent,
} from '../../events/event-feed.js';
import type { ImportProgress } from '../../events/import-progress.js';
import { route } from '../../route.js';
import { kindsOf } from '../imports/kinds-of-role.js';

/** A stream ends after this time: the client reconnects with its credential. */
const LIFETIME_MS = 15 * 60 * 1_000;
/** All open streams: several for each screen of a company. */
const STREAMS_MAX = 200;
/** Streams of one person; more are a fault of a client and must not use up those of others. */
const STREAMS_OF_ONE_MAX = 20;
/** A slow reader is disconnected; it reconnects with Last-Event-ID and misses nothing. */
const UNREAD_BYTES_MAX = 1024 * 1024;
const RECONNECT_AFTER_MS = 2_000;

/** Open streams by caller. */
const streams = new Map<string, number>();

export const streamEvents = route(streamEventsRoute).answers(
  async ({ request, response, principal }, deps) => {
    const { feed } = deps;
    const caller = principal.actor.id;
    refuseTooMany(caller, response);
    const teller = createTeller(response, principal);
    const subscription = feed.subscribe(teller);
    count(caller, 1);
    response.once('close', () => {
      count(caller, -1);
      subscription.end();
    });
    // Once the stream has begun, the client relies on getting all later events.
    await subscription.ready;
    if (!isOpen(response)) return { kind: 'stream' };
    open(response);
    // HEAD asks for the headers only: the stream would never end.
    if (request.method === 'HEAD') response.end();
    else keepUp({ request, response, principal }, deps);
    await teller.begin(lastEventId(request), feed);
    return { kind: 'stream' };
  },
);

/**
 * Keeps the stream alive while its caller may listen: it ends with the session or the key, after its time limit, and when
 * the process closes.
 */
function keepUp({ request, response, principal }: Listener, deps: ApiDeps): void {
  const { closing, sessions, realTimeMs, limits } = deps;
  const { session } = principal;
  const finish = () => response.end();
  const heartbeat = setInterval(() => {
    // Keeps proxies from ending a quiet stream.
    response.write(':\n\n');
    // Ended in another process, revoked, not active any more, or of another role or store.
    authenticate(request, deps).then((now) => mayStillListen(now, principal) || finish(), finish);
  }, limits.streamHeartbeatMs);
  const leftMs = session === undefined ? LIFETIME_MS : Date.parse(session.expiresAt) - realTimeMs();
  const end = setTimeout(finish, Math.min(LIFETIME_MS, leftMs));
  const forget = session && sessions.whenEnded(session.id, finish);
  closing?.addEventListener('abort', finish);
  response.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(end);
    forget?.();
    closing?.removeEventListener('abort', finish);
  });
}

function mayStillListen(now: Principal, then: Principal): boolean {
  return now.role === then.role && now.storeId === then.storeId;
}

type Listener = Readonly<{ request: Request; response: Response; principal: Principal }>;

function refuseTooMany(caller: string, response: Response): void {
  const all = [...streams.values()].reduce((total, open) => total + open, 0);
  if (all >= STREAMS_MAX) {
    throw new Refusal({ code: 'UNAVAILABLE', detail: 'Too many streams are open.' });
  }
  if ((streams.get(caller) ?? 0) < STREAMS_OF_ONE_MAX) return;
  response.setHeader('Retry-After', String(RECONNECT_AFTER_MS / 1_000));
  const detail = `One caller has at most ${STREAMS_OF_ONE_MAX} streams open.`;
  throw new Refusal({ code: 'RATE_LIMITED', detail });
}

function count(caller: string, change: 1 | -1): void {
  const open = (streams.get(caller) ?? 0) + change;
  if (open > 0) streams.set(caller, open);
  else streams.delete(caller);
}

function open(response: Response): void {
  response.status(200);
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Accel-Buffering', 'no');
  response.flushHeaders();
  response.write(`retry: ${RECONNECT_AFTER_MS}\n\n`);
}

/**
 * Sends one reader the events it missed, page by page and as fast as it reads, then the new ones. New events wait until
 * then: a reader that is cut off goes on after the last id it saw and would miss those in between.
 */
function createTeller(response: Response, principal: Principal) {
  const hears = hearingOf(principal);
  const waiting: FeedEvent[] = [];
  const recent = new Set<bigint>();
  let toldUntil = -1n;
  let caughtUp = false;
  // The feed may be behind this reader; lower ids that were committed later are still new.
  const isNew = ({ id }: FeedEvent) => id > toldUntil - FEED_LOOK_BACK && !recent.has(id);
  const send = (frames: readonly string[]): void => {
    if (frames.length > 0 && isOpen(response)) response.write(frames.join(''));
    if (response.writableLength > UNREAD_BYTES_MAX) response.end();
  };
  const write = (events: readonly FeedEvent[]): void =>
    send(events.filter(hears.event).map(frameOf));
  return {
    // How far something is has no place in the order of what happened.
    imports: (imports: readonly ImportProgress[]): void => {
      if (caughtUp) send(imports.filter(hears.progress).map(progressFrameOf));
    },
    events: (events: readonly FeedEvent[]): void => {
      if (caughtUp) write(events.filter(isNew));
      else waiting.push(...events);
    },
    begin: async (last: bigint | undefined, feed: EventFeed): Promise<void> => {
      toldUntil = last ?? toldUntil;
      for (let more = last !== undefined; more && isOpen(response);) {
        const page = await feed.since(toldUntil);
        write(page);
        toldUntil = page.at(-1)?.id ?? toldUntil;
        for (const { id } of page) recent.add(id);
        for (const id of recent) if (id <= toldUntil - FEED_LOOK_BACK) recent.delete(id);
        more = page.length === FEED_PAGE;
        await readable(response);
      }
      caughtUp = true;
      write(waiting.filter(isNew));
      waiting.length = 0;
    },
  };
}

/**
 * What a caller may hear: of sales those of its store, of imports the kinds that its role reads. An import is of the whole
 * company, and so is nothing that a store or a key without its scope hears.
 */
function hearingOf({ role, storeId, scopes }: Principal) {
  const hearsSales = (FINANCE_AND_STORES as readonly Role[]).includes(role);
  const mayReadMasters = scopes.length === 0 || scopes.includes('masters:read');
  const kinds = storeId === undefined && mayReadMasters ? kindsOf(role) : [];
  return {
    event: (event: FeedEvent) => hearsSales && (storeId === undefined || event.storeId === storeId),
    progress: ({ kind }: ImportProgress) => kinds.includes(kind),
  };
}

function isOpen({ writableEnded, destroyed }: Response): boolean {
  return !writableEnded && !destroyed;
}

/** Waits until the reader has taken what was written, or has gone. */
function readable(response: Response): Promise<void> {
  if (!response.writableNeedDrain || !isOpen(response)) return Promise.resolve();
  return new Promise((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}

function frameOf({ id, saleId, kind, at, documentKind, documentNumber }: FeedEvent): string {
  const data = {
    id: id.toString(),
    saleId,
    kind,
    at: at.toISOString(),
    documentKind,
    documentNumber,
  };
  return `id: ${id}\nevent: lifecycle\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Without an id: after a broken stream the next one tells it anew. */
function progressFrameOf(progress: ImportProgress): string {
  return `event: import\ndata: ${JSON.stringify(progress)}\n\n`;
}

function lastEventId({ headers }: Request): bigint | undefined {
  const sent = headers['last-event-id'];
  return typeof sent === 'string' && /^\d{1,18}$/.test(sent) ? BigInt(sent) : undefined;
}
