import type { Request } from 'express';
import { ERRORS, isErrorCode } from '../contract/errors.js';
import { id } from '../contract/primitives.js';
import type { CommandContext } from '../domain/context.js';
import { Refusal } from '../domain/refusal.js';
import type { Anonymous, Principal } from './auth/principal.js';
import type { ApiDeps } from './deps.js';
import { quarantine } from '../activities/quarantine/quarantine-refused.js';
import type { RefusalsInTurn } from './refusals-in-turn.js';
import type { Route } from './route.js';

/** Statuses caused by the content, not by the sender's credential or our load. */
const KEPT_STATUSES: readonly number[] = [400, 409, 413, 415, 422];

type KeepDeps = Pick<ApiDeps, 'database' | 'logger' | 'quarantineLimits'>;

/**
 * Keeps the content of a refused request when its route has a quarantine. The answer does not depend on it: a failure
 * to keep it is only logged.
 */
export async function keepRefused(
  { database, logger, quarantineLimits }: KeepDeps,
  refused: Readonly<{
    route: Route;
    request: Request;
    sender: Principal | Anonymous;
    ctx: CommandContext;
    content: Buffer;
    error: unknown;
    inTurn: RefusalsInTurn;
  }>,
): Promise<void> {
  const { route, request, sender, ctx, content, error, inTurn } = refused;
  const keeps = route.contract.quarantine;
  if (keeps === undefined || !(error instanceof Refusal) || content.length === 0) return;
  if (sender.kind === 'known' && sender.isSandbox === true) return;
  const status = isErrorCode(error.code) ? ERRORS[error.code].status : 422;
  const codes = [error.code, ...error.errors.map(({ code }) => code)];
  const ordinary = keeps.except.some((code) => codes.includes(code));
  if (ordinary || !KEPT_STATUSES.includes(status)) return;
  const sent = {
    door: keeps.door,
    storeId: sender.kind === 'known' ? sender.storeId : undefined,
    subjectId: subjectIdOf(request),
    content,
    cardNumbers: keeps.cardNumbers,
    contentType: request.headers['content-type'] ?? '',
  };
  try {
    await inTurn({ caller: ctx.actor.id, bytes: content.length }, (missed) =>
      quarantine(database, ctx, { refusal: error, sent, missed, limits: quarantineLimits }),
    );
  } catch (failure) {
    logger.error({ err: failure, requestId: ctx.requestId }, 'refused content could not be kept');
  }
}

/** Longer than any id of ours; an invalid id is kept, so that a person can recognise it. */
const SUBJECT_MAX_LENGTH = 100;

/** The id in the address, in its normal form. */
function subjectIdOf({ params }: Request): string | undefined {
  const [named] = Object.values(params).flat();
  return id.safeParse(named).data ?? named?.replaceAll(/\p{C}/gu, '?').slice(0, SUBJECT_MAX_LENGTH);
}
