import type { Dimensions } from '../../domain/ledger/journal.js';
import type { SoldAmounts } from '../../domain/ledger/post-sale.js';
import type { TenderType } from '../../domain/pricing/sale-request.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database } from '../../prisma/database.js';

/** The data of a captured sale for later steps: amounts for the ledger, the store's zone, the customer's terms. */
export type SoldSale = SoldAmounts &
  Readonly<{
    timeZone: string;
    at: Dimensions;
    customer: Readonly<{ termsDays: number; instalments: number }> | undefined;
  }>;

/** Reads a captured sale. Refuses SALE_NOT_FOUND. */
export async function loadSoldAmounts(
  database: Pick<Database, 'prisma'>,
  saleId: string,
): Promise<SoldSale> {
  const sale = await database.prisma.sale.findUnique({
    where: { id: saleId },
    include: {
      tenders: true,
      store: { select: { timeZone: true } },
      customer: { select: { termsDays: true, instalments: true } },
    },
  });
  if (sale === null) {
    throw new Refusal({
      code: 'SALE_NOT_FOUND',
      detail: 'There is no such sale.',
      param: 'saleId',
    });
  }
  const due = sale.totalAmount - sale.roundingAmount;
  return {
    timeZone: sale.store.timeZone,
    at: { storeId: sale.storeId, customerId: sale.customerId ?? undefined },
    customer: sale.customer ?? undefined,
    tenders: sale.tenders.map(({ type, amount }) => ({ type: type as TenderType, amount })),
    totals: {
      discountBase: sale.discountBaseAmount,
      taxBase: sale.taxBaseAmount,
      tax: sale.taxAmount,
      total: sale.totalAmount,
      rounding: sale.roundingAmount,
      paid: due - sale.onAccountAmount,
      onAccount: sale.onAccountAmount,
    },
  };
}
