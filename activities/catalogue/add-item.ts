import type { CommandContext } from '../../domain/context.js';
import type { Transaction } from '../../prisma/database.js';
import { addItems } from './add-items.js';
import type { NewItem } from './item-values.js';

/**
 * Adds an item with its barcodes and its price, which begins a price version. Answers its id.
 *
 * @throws Refusal those of `addItems`
 */
export async function addItem(
  tx: Transaction,
  ctx: CommandContext,
  item: NewItem,
): Promise<string> {
  const [added] = await addItems(tx, ctx, { items: [item], note: item.sku });
  if (added === undefined) throw new Error('an item was neither added nor refused');
  if (added.kind === 'refused') throw added.refusal;
  return added.id;
}
