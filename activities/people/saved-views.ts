import type { CommandContext } from '../../domain/context.js';
import { SAVED_VIEWS_MAX, type SavedViewList } from '../../domain/people/saved-view.js';
import * as peopleCommands from '../../prisma/commands/people.js';
import { callIn, type Prisma, type Transaction } from '../../prisma/database.js';

type View = Readonly<{ viewId: string; list: SavedViewList; name: string; filters: string }>;

/**
 * Keeps the filters of a list for the person who asks, or changes a view of theirs.
 *
 * @throws Refusal `SAVED_VIEW_NAME_TAKEN`, `SAVED_VIEW_OF_ANOTHER`, `SAVED_VIEWS_FULL`.
 */
export async function keepView(
  tx: Transaction,
  ctx: CommandContext,
  view: View,
): Promise<Prisma.SavedViewGetPayload<object>> {
  await callIn(tx, peopleCommands.keepSavedView, [ctx, { ...view, most: SAVED_VIEWS_MAX }]);
  return tx.savedView.findUniqueOrThrow({ where: { id: view.viewId } });
}

/** Removes a view of the person who asks; one that is not there is no matter. */
export async function removeView(
  tx: Transaction,
  ctx: CommandContext,
  viewId: string,
): Promise<void> {
  await callIn(tx, peopleCommands.removeSavedView, [ctx, { viewId }]);
}
