import type { SetupFacts } from '../../domain/company/checklist.js';
import type { PrismaClient } from '../../prisma/database.js';

/** Counts what the checklist of a beginning company asks about. */
export async function readSetupFacts(prisma: PrismaClient): Promise<SetupFacts> {
  const [facts] = await prisma.$queryRaw<[SetupFacts]>`
    SELECT
      EXISTS (SELECT FROM legal_entity) AS "hasCompany",
      EXISTS (SELECT FROM bank_account) AS "hasBankAccount",
      (SELECT count(*)::integer FROM store) AS stores,
      (SELECT count(*)::integer FROM terminal WHERE active AND NOT sandbox) AS terminals,
      (SELECT count(DISTINCT k.terminal_id)::integer FROM api_key k
        JOIN terminal t ON t.id = k.terminal_id AND t.active AND NOT t.sandbox WHERE k.revoked_at IS NULL) AS "enrolledTerminals",
      (SELECT count(*)::integer FROM printer) AS printers,
      (SELECT count(*)::integer FROM item i WHERE i.active AND EXISTS (
        SELECT FROM price p WHERE p.item_id = i.id)) AS "pricedItems",
      (SELECT count(*)::integer FROM item WHERE active AND stocked) AS "stockedItems",
      (SELECT count(DISTINCT item_id)::integer FROM stock_level WHERE on_hand_milli > 0) AS "itemsInStock",
      (SELECT count(*)::integer FROM dunning_policy) AS "dunningPolicies"`;
  return facts;
}
