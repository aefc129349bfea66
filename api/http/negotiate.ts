import type { Request } from 'express';
import { Refusal } from '../../domain/refusal.js';

/**
 * The caller's preferred media type among `available`; the first one without a preference.
 *
 * @throws Refusal `NOT_ACCEPTABLE`.
 */
export function negotiate<MediaType extends string>(
  request: Request,
  available: readonly [MediaType, ...MediaType[]],
): MediaType {
  const accepted = request.accepts([...available]);
  const chosen = available.find((mediaType) => mediaType === accepted);
  if (chosen !== undefined) return chosen;
  throw new Refusal({
    code: 'NOT_ACCEPTABLE',
    param: 'Accept',
    detail: `Available are ${available.join(', ')}.`,
  });
}
