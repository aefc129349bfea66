import { isOwn } from '../../../activities/sale/capture/find-till.js';
import type { StoredSale } from '../../../prisma/commands/sale.js';
import type { Database } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import type { Principal } from '../../auth/principal.js';
import { readSandboxSale } from './sandbox-sales.js';
import { sellerOf } from './seller-of.js';

export type VisibleSale = Readonly<{
  id: string;
  number: string;
  bookedAt: Date;
  priced: StoredSale;
}>;

/**
 * A captured sale that the caller may see: a terminal its own, staff those of their store.
 *
 * @throws Refusal `NOT_FOUND` for every other id, whether there is such a sale or not.
 */
export async function visibleSale(
  { prisma }: Pick<Database, 'prisma'>,
  { principal, saleId }: Readonly<{ principal: Principal; saleId: string }>,
): Promise<VisibleSale> {
  if (principal.isSandbox === true) return readSandboxSale(prisma, { ...principal, saleId });
  const sale = await prisma.sale.findUnique({
    where: { id: saleId },
    select: {
      id: true,
      number: true,
      bookedAt: true,
      priced: true,
      terminalId: true,
      storeId: true,
    },
  });
  if (sale === null || !isOwn(sellerOf(principal), sale)) throw notFound();
  // Only capture writes this column; the table is immutable.
  return { ...sale, priced: sale.priced as unknown as StoredSale };
}
