import type { Request, Response } from 'express';
import { streamEventsRoute } from '../../../contract/lifecycle/events.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Principal } from '../../auth/principal.js';
import type { FeedEvent } from '../../events/event-feed.js';
import { route } from '../../route.js';

/** Keeps proxies from ending a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** A stream outlives no role for long: the client comes back by itself and shows its credential again. */
const LIFETIME_MS = 15 * 60 * 1_000;
/** Screens of a company, several each. */
const STREAMS_MAX = 200;
/** A reader that does not read: it comes back with Last-Event-ID and misses nothing. */
const UNREAD_BYTES_MAX = 1024 * 1024;
const RECONNECT_AFTER_MS = 2_000;

let streams = 0;

export const streamEvents = route(streamEventsRoute).answers(
  async ({ request, response, principal }, { feed, closing }) => {
    if (streams >= STREAMS_MAX) {
      throw new Refusal({ code: 'UNAVAILABLE', detail: 'Too many streams are open.' });
    }
    const last = lastEventId(request);
    open(response);
    const write = writerFor(response, principal);
    // Subscribed first: what happens while the missed ones are read comes through as well, perhaps twice.
    const unsubscribe = feed.subscribe(write);
    const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
    const finish = () => response.end();
    const end = setTimeout(finish, LIFETIME_MS);
    closing?.addEventListener('abort', finish);
    streams += 1;
    response.once('close', () => {
      streams -= 1;
      unsubscribe();
      clearInterval(heartbeat);
      clearTimeout(end);
      closing?.removeEventListener('abort', finish);
    });
    if (last !== undefined) write(await feed.since(last));
    return { kind: 'stream' };
  },
);

function open(response: Response): void {
  response.status(200);
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Accel-Buffering', 'no');
  response.flushHeaders();
  response.write(`retry: ${RECONNECT_AFTER_MS}\n\n`);
}

function writerFor(response: Response, { storeId }: Principal) {
  return (events: readonly FeedEvent[]): void => {
    const visible = events.filter((event) => storeId === undefined || event.storeId === storeId);
    if (visible.length > 0) response.write(visible.map(frameOf).join(''));
    if (response.writableLength > UNREAD_BYTES_MAX) response.end();
  };
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

function lastEventId({ headers }: Request): bigint | undefined {
  const sent = headers['last-event-id'];
  return typeof sent === 'string' && /^\d{1,18}$/.test(sent) ? BigInt(sent) : undefined;
}
