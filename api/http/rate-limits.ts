import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import { Refusal } from '../../domain/refusal.js';
import type { Principal } from '../auth/principal.js';
import type { ApiLimits } from '../limits.js';

/** Counts one request of a caller; throws Refusal `RATE_LIMITED` (with Retry-After) when it was one too many. */
export type RateLimiter = (request: Request, response: Response) => Promise<void>;

export type RateLimiters = Readonly<{
  /** Known callers, each by its own key or session. */
  caller: (principal: Principal, request: Request, response: Response) => Promise<void>;
  /** Attempts to sign in, by address. */
  login: RateLimiter;
  /** Requests without a valid credential, by address. */
  stranger: RateLimiter;
}>;

/** A short window slows down a burst and locks nobody out. */
const WINDOW_MS = 1_000;

export function createRateLimiters(limits: ApiLimits): RateLimiters {
  const byAddress = (request: Request): string => ipKeyGenerator(request.ip ?? '');
  const staff = limiter('caller', limits.requestsPerSecond, callerOf);
  const terminals = limiter('caller', limits.terminalRequestsPerSecond, callerOf);
  return {
    caller: (principal, request, response) => {
      callers.set(request, principal.actor.id);
      const sells = principal.role === 'terminal' || principal.role === 'integration';
      return heldBack(() => (sells ? terminals : staff)(request, response));
    },
    login: limiter('sign-in', limits.loginsPerSecond, byAddress),
    stranger: limiter('stranger', limits.strangersPerSecond, byAddress),
  };
}

/** Refusals that are held back at the same time; beyond, they are answered at once. */
const HELD_BACK_MAX = 500;
let held = 0;

/** A refusal for too many calls comes a window later: answered at once, it would be followed by the next call. */
async function heldBack(count: () => Promise<void>): Promise<void> {
  try {
    await count();
  } catch (error) {
    if (held >= HELD_BACK_MAX) throw error;
    held += 1;
    await sleep(WINDOW_MS);
    held -= 1;
    throw error;
  }
}

const callers = new WeakMap<Request, string>();

function callerOf(request: Request): string {
  return callers.get(request) ?? '';
}

function limiter(
  identifier: string,
  perSecond: number,
  keyGenerator: (request: Request) => string,
): RateLimiter {
  const middleware = rateLimit({
    identifier,
    windowMs: WINDOW_MS,
    limit: perSecond,
    keyGenerator,
    store: createCounts(),
    // `RateLimit` and `RateLimit-Policy`: how much is left, so that a client slows down by itself.
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response, next) => {
      response.setHeader('Retry-After', String(WINDOW_MS / 1_000));
      next(
        new Refusal({
          code: 'RATE_LIMITED',
          detail: `At most ${perSecond} requests a second are answered to one caller.`,
        }),
      );
    },
  });
  return async (request, response) => {
    const failure = await new Promise<unknown>((resolve, reject) => {
      Promise.resolve(middleware(request, response, resolve)).catch(reject);
    });
    if (failure !== undefined) throw failure;
  };
}

/**
 * Counts each caller's requests in the current window. The library's own store returns its mutable counter, so
 * concurrent requests, which wait for the same credential look-up, would all read the last count, and all would be
 * refused instead of those beyond the limit.
 */
function createCounts(): Store {
  const counts = new Map<string, number>();
  let endsAtMs = 0;
  return {
    increment: (key) => {
      const nowMs = performance.now();
      if (nowMs >= endsAtMs) {
        counts.clear();
        endsAtMs = nowMs + WINDOW_MS;
      }
      const totalHits = (counts.get(key) ?? 0) + 1;
      counts.set(key, totalHits);
      return { totalHits, resetTime: new Date(Date.now() + endsAtMs - nowMs) };
    },
    decrement: (key) => {
      counts.set(key, Math.max(0, (counts.get(key) ?? 0) - 1));
    },
    resetKey: (key) => {
      counts.delete(key);
    },
  };
}
