import type { AnswerOf } from '../../prisma/commands/command.js';
import type * as collectionCommands from '../../prisma/commands/collection.js';

/** The id of a placement that a test has made. Throws when no agency has taken the case. */
export function placementIdOf(
  placing: AnswerOf<typeof collectionCommands.createPlacement>,
): string {
  if (placing.kind === 'placed') return placing.placementId;
  throw new Error(`the invoice was not placed: ${placing.kind}`);
}
