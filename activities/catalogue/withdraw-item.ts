import type { CommandContext } from '../../domain/context.js';
import { judgeReplacement, type Successor } from '../../domain/catalogue/replacement.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { findItem, itemOfSku } from './find-item.js';
import { checkTaxCode, taxCodesOf } from './item-columns.js';

/** The number of the advisory lock under which replacements are chained. */
const REPLACEMENT_LOCK = 5_016_219_384_741n;

/**
 * Sells an item no longer, or another one instead of it. Repeated, it names another replacement; the first day stays.
 *
 * @throws Refusal `ITEM_NOT_FOUND`, `ITEM_UNKNOWN` (the replacement), `REPLACEMENT_IN_CIRCLE`, `REPLACEMENT_WITHDRAWN`
 */
export async function withdrawItem(
  tx: Transaction,
  ctx: CommandContext,
  { itemId, replacedBy }: Readonly<{ itemId: string; replacedBy: string | undefined }>,
): Promise<void> {
  // Two withdrawals at the same moment must not close a circle that neither of them sees.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REPLACEMENT_LOCK})`;
  const { withdrawnAt } = await findItem(tx, itemId);
  const replacement =
    replacedBy === undefined ? null : await itemOfSku(tx, { sku: replacedBy, param: 'replacedBy' });
  if (replacement !== null) await checkReplacement(tx, { itemId, replacementId: replacement.id });
  const at = withdrawnAt ?? new Date(ctx.at);
  const data = { active: false, withdrawnAt: at, replacedById: replacement?.id ?? null };
  await tx.item.update({ where: { id: itemId }, data });
}

/** Sells a withdrawn item again; one that is sold stays as it is. @throws Refusal `ITEM_NOT_FOUND`, `TAX_NOT_CHARGED` */
export async function bringItemBack(tx: Transaction, itemId: string): Promise<void> {
  const { taxCode } = await findItem(tx, itemId);
  checkTaxCode(taxCode, await taxCodesOf(tx));
  const data = { active: true, withdrawnAt: null, replacedById: null };
  await tx.item.update({ where: { id: itemId }, data });
}

type Pair = Readonly<{ itemId: string; replacementId: string }>;

async function checkReplacement(tx: Transaction, { itemId, replacementId }: Pair): Promise<void> {
  const { kind } = judgeReplacement(itemId, await chainFrom(tx, replacementId));
  const param = 'replacedBy';
  if (kind === 'circle') {
    const detail = 'The items would replace each other in a circle.';
    throw new Refusal({ code: 'REPLACEMENT_IN_CIRCLE', param, detail });
  }
  if (kind === 'withdrawn') {
    const detail = 'This item is withdrawn itself, and nothing is sold instead of it.';
    throw new Refusal({ code: 'REPLACEMENT_WITHDRAWN', param, detail });
  }
}

/** UNION ends the walk where it comes back to an item that it has passed. */
function chainFrom(tx: Transaction, replacementId: string): Promise<Successor[]> {
  return tx.$queryRaw<Successor[]>`
    WITH RECURSIVE chain AS (
      SELECT id, active, replaced_by_id FROM item WHERE id = ${replacementId}::uuid
      UNION
      SELECT i.id, i.active, i.replaced_by_id FROM item i JOIN chain c ON i.id = c.replaced_by_id)
    SELECT id, active FROM chain`;
}
