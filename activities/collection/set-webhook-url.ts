import type { CommandContext } from '../../domain/context.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../prisma/database.js';

/** Sets the URL for webhooks of the calling agency; null: it fetches its cases itself. The URL was checked before. */
export async function setWebhookUrl(
  tx: Transaction,
  ctx: CommandContext,
  url: string | null,
): Promise<void> {
  await callIn(tx, collectionCommands.setWebhookUrl, [ctx, { url }]);
}
