import type { ReceiptSale } from '../../devices/receipt/receipt-sale.js';
import type { CurrencyCode } from '../../domain/money/currency.js';
import type { Language } from '../../domain/money/format-money.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database, Prisma } from '../../prisma/database.js';
import {
  receiptSaleOf,
  type ReceiptFacts,
  type ReceiptLineFacts,
  type ReceiptTenderFacts,
} from './receipt-sale.js';
import { taxNames } from './tax-names.js';

const withEverything = {
  lines: { orderBy: { lineNumber: 'asc' } },
  tenders: { orderBy: { tenderNumber: 'asc' } },
  store: true,
  legalEntity: true,
  terminal: { select: { code: true } },
  customer: { select: { name: true } },
  lifecycle: { select: { deliveryExpiresAt: true } },
} as const;

/** The snapshot of a captured sale for its receipt; `copy` marks it as a copy. Refuses SALE_NOT_FOUND. */
export async function loadReceiptSale(
  database: Pick<Database, 'prisma'>,
  wanted: Readonly<{ saleId: string; copy?: ReceiptSale['copy'] }>,
): Promise<ReceiptSale> {
  const sale = await database.prisma.sale.findUnique({
    where: { id: wanted.saleId },
    include: withEverything,
  });
  if (sale === null) {
    throw new Refusal({
      code: 'SALE_NOT_FOUND',
      detail: 'There is no such sale.',
      param: 'saleId',
    });
  }
  const businessDate = sale.businessDate.toISOString().slice(0, 10);
  const language = sale.language as Language;
  const rules = await database.prisma.taxRule.findMany({
    where: { validFrom: { lte: sale.businessDate } },
  });
  return receiptSaleOf({
    seller: {
      legalName: sale.legalEntity.legalName,
      address: sale.store.address,
      npwp: sale.legalEntity.taxNumber,
      storeName: sale.store.name,
      storeCode: sale.store.code,
    },
    zone: sale.store.timeZone,
    terminalCode: sale.terminal.code,
    saleId: sale.id,
    number: sale.number,
    businessDate,
    capturedAt: sale.capturedAt.toISOString(),
    deliveryExpiresAt: sale.lifecycle?.deliveryExpiresAt?.toISOString(),
    cashier: sale.cashier,
    language,
    currency: sale.currency as CurrencyCode,
    totals: totalsOf(sale),
    lines: sale.lines.map(lineOf),
    tenders: sale.tenders.map(tenderOf),
    customerName: sale.customer?.name,
    taxName: taxNames(rules, { language, businessDate }),
    copy: wanted.copy,
  });
}

type SaleRow = Prisma.SaleGetPayload<{ include: typeof withEverything }>;

function totalsOf(sale: SaleRow): ReceiptFacts['totals'] {
  return {
    gross: sale.grossAmount,
    discount: sale.discountAmount,
    taxBase: sale.taxBaseAmount,
    tax: sale.taxAmount,
    rounding: sale.roundingAmount,
    total: sale.totalAmount,
    onAccount: sale.onAccountAmount,
  };
}

function lineOf(line: SaleRow['lines'][number]): ReceiptLineFacts {
  return {
    sku: line.sku,
    name: line.name,
    unit: line.unit,
    quantityMilli: line.quantityMilli,
    unitPrice: line.unitPriceAmount,
    gross: line.grossAmount,
    discount: line.discountAmount,
    net: line.netAmount,
    taxCode: line.taxCode,
    taxBase: line.taxBaseAmount,
    tax: line.taxAmount,
  };
}

function tenderOf(tender: SaleRow['tenders'][number]): ReceiptTenderFacts {
  return {
    type: tender.type,
    amount: tender.amount,
    tendered: tender.tenderedAmount,
    change: tender.changeAmount,
    reference: tender.reference,
  };
}
