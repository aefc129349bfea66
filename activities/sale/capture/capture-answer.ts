import type { ShadowSale } from '../../../contract/shadow/shadow-sale.js';
import type { CapturedSale } from '../../../contract/sale/capture-sale.js';
import type { ReceiptDocument } from '../../../devices/receipt/receipt-document.js';
import { renderReceipt } from '../../../devices/receipt/receipt-document.js';
import type { ReceiptSale } from '../../../devices/receipt/receipt-sale.js';
import { isCurrencyCode } from '../../../domain/money/currency.js';
import { assert } from '../../../domain/assert.js';
import { parseMoney, type MoneyOnWire } from '../../../domain/money/money.js';
import { parseQuantity } from '../../../domain/quantity/quantity.js';
import type { AnswerOf } from '../../../prisma/commands/command.js';
import type * as saleCommands from '../../../prisma/commands/sale.js';
import type { StoredSale } from '../../../prisma/commands/sale.js';
import { receiptSaleOf, type ReceiptLineFacts } from '../receipt-sale.js';

/** A sale in the books, as `capture_sale` and `stored_capture` answer it. */
export type BookedSale = AnswerOf<typeof saleCommands.captureSale>;

export type KeptSale = Pick<BookedSale, 'number' | 'till' | 'bookedAt' | 'priced' | 'exceptions'>;

/**
 * The answer to a capture, made only from stored data, so that the first answer and every replay are the same, byte for
 * byte.
 */
export function capturedSaleOf(
  saleId: string,
  { number, bookedAt, workflowId, priced, exceptions }: BookedSale,
  link: (workflowId: string) => string | null,
): CapturedSale {
  assert(workflowId !== null, `sale ${saleId} is booked and has no life`);
  return {
    id: saleId,
    number,
    stage: 'captured',
    bookedAt: new Date(bookedAt).toISOString(),
    ...pricedFieldsOf(priced),
    receipt: receiptOf({ saleId, number, priced }),
    workflow: { workflowId, link: link(workflowId) },
    exceptions: exceptions.map(({ kind, detail }) => ({ kind, detail })),
  };
}

/** The answer to a capture that is kept in shadow; likewise made from stored data alone. */
export function shadowSaleOf(
  saleId: string,
  { number, till, bookedAt, priced, exceptions }: KeptSale,
): ShadowSale {
  return {
    id: saleId,
    number,
    till: till ?? priced.terminal.code,
    shadow: true,
    receivedAt: new Date(bookedAt).toISOString(),
    ...pricedFieldsOf(priced),
    exceptions: exceptions.map(({ kind, detail }) => ({ kind, detail })),
  };
}

/** The original receipt, or a marked copy. */
export function receiptOf(
  sale: Readonly<{
    saleId: string;
    number: string;
    priced: StoredSale;
    copy?: ReceiptSale['copy'];
  }>,
): ReceiptDocument {
  const { saleId, number, priced, copy } = sale;
  const { currency, totals } = priced;
  assert(
    isCurrencyCode(currency),
    `sale ${saleId} is in ${currency}, which is no currency of ours`,
  );
  const names = new Map(priced.taxes.map(({ code, label, rate }) => [code, { label, rate }]));
  const snapshot = receiptSaleOf({
    seller: priced.seller,
    zone: priced.timeZone,
    terminalCode: priced.terminal.code,
    saleId,
    number,
    businessDate: priced.businessDate,
    capturedAt: priced.capturedAt,
    deliveryExpiresAt: priced.delivery.expiresAt ?? undefined,
    cashier: priced.cashier,
    language: priced.language,
    currency,
    totals: {
      gross: units(totals.gross),
      discount: units(totals.discount),
      taxBase: units(totals.taxBase),
      tax: units(totals.tax),
      rounding: units(totals.rounding),
      total: units(totals.total),
      onAccount: units(totals.onAccount),
    },
    lines: priced.lines.map(lineFactsOf),
    tenders: priced.tenders.map((tender) => ({
      type: tender.type,
      amount: units(tender.amount),
      tendered: units(tender.tendered),
      change: units(tender.change),
      reference: tender.reference,
    })),
    customerName: priced.customer?.name,
    dues: priced.dues?.map(({ dueOn, amount }) => ({ dueOn, amount: units(amount) })),
    taxName: (code) => names.get(code) ?? { label: code, rate: '' },
    training: priced.training,
    copy,
  });
  return renderReceipt(snapshot);
}

function lineFactsOf(line: StoredSale['lines'][number]): ReceiptLineFacts {
  return {
    sku: line.sku,
    name: line.name,
    unit: line.unit,
    quantityMilli: parseQuantity(line.quantity),
    unitPrice: units(line.unitPrice),
    gross: units(line.gross),
    discount: units(line.discount),
    promotions: line.promotions?.map(({ name, amount }) => ({ name, amount: units(amount) })),
    net: units(line.net),
    taxCode: line.taxCode,
    taxBase: units(line.taxBase),
    tax: units(line.tax),
  };
}

function units(wire: MoneyOnWire): bigint {
  return parseMoney(wire).amount;
}

/** The stored fields in the order of the answer, without those that only the receipt needs. */
export function pricedFieldsOf(
  priced: StoredSale,
): Omit<StoredSale, 'seller' | 'timeZone' | 'dues' | 'training'> {
  return {
    currency: priced.currency,
    priceVersion: priced.priceVersion,
    mode: priced.mode,
    businessDate: priced.businessDate,
    capturedAt: priced.capturedAt,
    terminal: priced.terminal,
    store: priced.store,
    cashier: priced.cashier,
    customer: priced.customer,
    language: priced.language,
    delivery: priced.delivery,
    lines: priced.lines,
    totals: priced.totals,
    taxes: priced.taxes,
    tenders: priced.tenders,
    change: priced.change,
  };
}
