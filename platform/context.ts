import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../domain/context.js';
import type { Clock } from './clock.js';

/** The context of work without a person: a worker, a relay, a schedule. */
export function systemContext(
  work: Readonly<{ clock: Clock; name: string; origin: string; requestId?: string }>,
): CommandContext {
  return {
    actor: { kind: 'system', id: work.name, name: work.name },
    origin: work.origin,
    at: work.clock.iso(),
    requestId: work.requestId ?? randomUUID(),
  };
}
