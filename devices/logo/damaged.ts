import { Refusal } from '../../domain/refusal.js';

/** A picture that cannot be read to its end. */
export function damaged(why: string): Refusal {
  return new Refusal({ code: 'LOGO_DAMAGED', detail: `The picture is damaged: ${why}.` });
}
