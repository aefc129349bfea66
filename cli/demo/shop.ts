import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../platform/clock.js';
import { createHttpCaller } from '../../platform/http-caller.js';
import type { Database } from '../../prisma/database.js';
import type { Platform } from '../platform/start-platform.js';

/** Shared by all scenarios: the running platform, its clock, and clients of its API. */
export type Shop = Readonly<{
  platform: Platform;
  database: Database;
  clock: Clock;
  api: Api;
  say: (line: string) => void;
  /** Today in the shop. */
  today: () => Temporal.PlainDate;
  /** Repeats `look` until it finds something, for at most so many business days. */
  waitFor: <Found>(
    what: string,
    look: () => Promise<Found | undefined>,
    options?: Readonly<{ days?: number }>,
  ) => Promise<Found>;
  /** Waits for business days. */
  days: (count: number) => Promise<void>;
}>;

export type Answer = Readonly<{ status: number; body: never }>;

/** The HTTP API as one of the roles uses it. */
export type Api = (
  role: string,
  /** Method and path: `GET /v1/stock?sku=KOPI-001`. */
  call: string,
  request?: Readonly<{ body?: unknown; raw?: Readonly<{ content: string; type: string }> }>,
) => Promise<Readonly<{ status: number; body: Json }>>;

// Answers are read by field name; a missing field fails the scenario that reads it.
// oxlint-disable-next-line typescript/no-explicit-any -- answers of an HTTP API, read as a client without types would
export type Json = any;

const CONNECTIONS = 24;
const LOOK_EVERY_MS = 120;
const DAY_MS = 86_400_000;
/** After a longer wait the expected event will not come. */
const WAIT_DAYS_DEFAULT = 30;
const ZONE = 'Asia/Jakarta';

export function createApi(platform: Platform): { api: Api; close: () => void } {
  const caller = createHttpCaller(platform.addresses.api, CONNECTIONS);
  let keys = 0;
  return {
    close: caller.close,
    api: async (role, call, request = {}) => {
      const [method = 'GET', path = '/'] = call.split(' ');
      const token = platform.credentials[role]?.token ?? '';
      keys += 1;
      const headers: Record<string, string> =
        method === 'POST' ? { 'idempotency-key': `demo-${process.pid}-${keys}` } : {};
      const answer = await caller.send({ method, path, token, headers, ...request });
      return { status: answer.status, body: parsed(answer.body) };
    },
  };
}

/** Waiting in business time. */
export function createPatience(clock: Clock): Pick<Shop, 'waitFor' | 'days' | 'today'> {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return {
    today: () => clock.today(ZONE),
    days: (count) => pause((count * DAY_MS) / clock.settings.speed),
    waitFor: async (what, look, { days = WAIT_DAYS_DEFAULT } = {}) => {
      const until = clock.nowMs() + days * DAY_MS;
      for (;;) {
        const found = await look().catch(() => undefined);
        if (found !== undefined) return found;
        if (clock.nowMs() > until) throw new Error(`${what}: not within ${days} days`);
        await pause(LOOK_EVERY_MS);
      }
    },
  };
}

function parsed(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
