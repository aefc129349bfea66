import type { ReceiptDocument } from '../../devices/receipt/receipt-document.js';
import type { ReceiptSale } from '../../devices/receipt/receipt-sale.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database } from '../../prisma/database.js';
import { receiptOf } from './capture-answer.js';
import type { StoredSale } from './capture-stored-sale.js';

/**
 * The receipt of a captured sale as the till had it in its answer; `copy` marks it as a copy. Made from what was
 * stored that day alone: a store that moves or is renamed does not change what was sold. Refuses SALE_NOT_FOUND.
 */
export async function loadReceipt(
  { prisma }: Pick<Database, 'prisma'>,
  { saleId, copy }: Readonly<{ saleId: string; copy?: ReceiptSale['copy'] }>,
): Promise<ReceiptDocument> {
  const sale = await prisma.sale.findUnique({
    where: { id: saleId },
    select: { number: true, priced: true },
  });
  if (sale === null) {
    throw new Refusal({
      code: 'SALE_NOT_FOUND',
      detail: 'There is no such sale.',
      param: 'saleId',
    });
  }
  const priced = sale.priced as unknown as StoredSale;
  return receiptOf({ saleId, number: sale.number, priced, copy });
}
