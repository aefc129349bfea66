import type { Response } from 'express';
import { Refusal } from '../../domain/refusal.js';
import { DrawingBusy } from '../../devices/document-pdf/pdf-desk.js';
import { sleepUntil } from '../../platform/sleep-until.js';
import type { ApiLimits } from '../limits.js';

type Asking = Readonly<{
  principal: Readonly<{ actor: Readonly<{ id: string }> }>;
  response: Response;
}>;

/**
 * Draws a document for a caller. Drawing costs a hundred times what other calls cost, so each caller has bounds of its
 * own, and nobody's documents keep those of others waiting.
 *
 * @throws Refusal `RATE_LIMITED` beyond the bounds of the caller, `UNAVAILABLE` when too many wait; both with Retry-After
 */
export type DocumentDesk = (asking: Asking, draw: () => Promise<Buffer>) => Promise<Buffer>;

const WINDOW_MS = 1_000;
const RETRY_AFTER_SECONDS = '1';

type Standing = { open: number; begun: number };

export function createDocumentDesk({
  documentsAtOnce,
  documentsPerSecond,
}: Pick<ApiLimits, 'documentsAtOnce' | 'documentsPerSecond'>): DocumentDesk {
  const standings = new Map<string, Standing>();
  let endsAtMs = 0;
  const standingOf = (caller: string): Standing => {
    const nowMs = performance.now();
    if (nowMs >= endsAtMs) {
      endsAtMs = nowMs + WINDOW_MS;
      for (const [id, standing] of standings) {
        if (standing.open === 0) standings.delete(id);
        standing.begun = 0;
      }
    }
    const standing = standings.get(caller) ?? { open: 0, begun: 0 };
    standings.set(caller, standing);
    return standing;
  };
  return async ({ principal, response }, draw) => {
    const standing = standingOf(principal.actor.id);
    if (standing.open >= documentsAtOnce || standing.begun >= documentsPerSecond) {
      // At once, the refusal would be followed by the next attempt.
      await sleepUntil(endsAtMs);
      throw later(response, 'RATE_LIMITED', tooMany({ documentsAtOnce, documentsPerSecond }));
    }
    standing.open += 1;
    standing.begun += 1;
    try {
      return await draw();
    } catch (error) {
      if (!(error instanceof DrawingBusy)) throw error;
      throw later(response, 'UNAVAILABLE', 'Too many documents wait to be drawn.');
    } finally {
      standing.open -= 1;
    }
  };
}

function tooMany({
  documentsAtOnce,
  documentsPerSecond,
}: Pick<ApiLimits, 'documentsAtOnce' | 'documentsPerSecond'>): string {
  return `At most ${documentsPerSecond} documents a second, and ${documentsAtOnce} at once, are drawn for one caller.`;
}

function later(response: Response, code: 'RATE_LIMITED' | 'UNAVAILABLE', detail: string): Refusal {
  response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
  return new Refusal({ code, detail });
}
