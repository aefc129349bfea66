import type { SaleBody } from '../../../contract/sale/sale-body.js';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import { money, moneyToWire } from '../../../domain/money/money.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { toPostedLines } from '../../../domain/ledger/journal.js';
import { entriesForCapture } from '../../../domain/ledger/post-sale.js';
import type { SaleException } from '../../../domain/pricing/findings.js';
import type { PricedSale } from '../../../domain/pricing/priced-sale.js';
import type { Fault } from '../../../domain/refusal.js';
import type { InputOf } from '../../../prisma/commands/command.js';
import type * as saleCommands from '../../../prisma/commands/sale.js';
import type { StoredSale } from '../../../prisma/commands/sale.js';
import type { SaleCircumstances } from './stored-sale.js';

/** Builds the input of the SQL command `capture_sale`. */
export type CaptureInput = InputOf<typeof saleCommands.captureSale>;
export type CaptureException = CaptureInput['exceptions'][number];

type CaptureLine = CaptureInput['lines'][number];
type CaptureTender = CaptureInput['tenders'][number];

export type CaptureFacts = Readonly<{
  saleId: string;
  contentHash: string;
  /** The sale as sent, without card numbers. */
  content: SaleBody;
  priced: PricedSale;
  stored: StoredSale;
  circumstances: SaleCircumstances;
  /** Exceptions found by capture itself, in addition to those of pricing. */
  findings: readonly CaptureException[];
}>;

export function captureInputOf(facts: CaptureFacts): CaptureInput {
  const { saleId, contentHash, content, priced, stored, circumstances } = facts;
  const { body, till, customer } = circumstances;
  const at = { storeId: till.storeId, customerId: customer?.id };
  const later = stored.delivery.kind === 'later';
  return {
    saleId,
    contentHash,
    content,
    priced: stored,
    terminalId: till.terminalId,
    storeId: till.storeId,
    storeCode: till.storeCode,
    legalEntityId: till.legalEntityId,
    locationId: till.locationId,
    customerId: customer?.id ?? null,
    mode: body.mode,
    delivery: stored.delivery.kind,
    deliveryExpiresAt: stored.delivery.expiresAt,
    language: circumstances.language,
    deviceSequence: body.deviceSequence.toString(),
    priceVersion: priced.priceVersion,
    businessDate: stored.businessDate,
    capturedAt: stored.capturedAt,
    currency: priced.currency,
    cashier: circumstances.cashier,
    receiptOrigin: body.receipt === undefined ? 'lunas' : 'till',
    totals: totalsOf(priced.totals),
    lines: priced.lines.map((line) => captureLine(line, circumstances)),
    tenders: priced.tenders.map(captureTender),
    promotionUses: circumstances.promotions.usesIn(priced.lines),
    journal: toPostedLines(entriesForCapture(priced, later ? 'later' : 'now', at)),
    accounts: {
      costOfGoodsSold: accountCode('costOfGoodsSold'),
      inventory: accountCode('inventory'),
    },
    exceptions: [
      ...priced.exceptions.map((exception) => exceptionOf(exception, priced.currency)),
      ...facts.findings,
    ],
  };
}

function totalsOf(totals: PricedSale['totals']): CaptureInput['totals'] {
  return {
    gross: totals.gross.toString(),
    discount: totals.discount.toString(),
    discountBase: totals.discountBase.toString(),
    taxBase: totals.taxBase.toString(),
    tax: totals.tax.toString(),
    rounding: totals.rounding.toString(),
    total: totals.total.toString(),
    onAccount: totals.onAccount.toString(),
  };
}

function captureLine(
  line: PricedSale['lines'][number],
  { promotions: { kept } }: SaleCircumstances,
): CaptureLine {
  return {
    lineNumber: line.number,
    itemId: line.itemId,
    sku: line.sku,
    name: line.name,
    unit: line.unit,
    quantityMilli: line.quantityMilli.toString(),
    unitPrice: line.unitPrice.toString(),
    gross: line.gross.toString(),
    discount: line.discount.toString(),
    net: line.net.toString(),
    taxCode: line.taxCode,
    taxBase: line.taxBase.toString(),
    tax: line.tax.toString(),
    stocked: line.stocked,
    priceListId: line.pricedBy?.list?.id ?? null,
    priceVersion: line.pricedBy?.version ?? null,
    promotions: line.promotions.map(({ code, amount }) => ({
      promotionId: kept(code)?.id ?? null,
      code,
      name: kept(code)?.name ?? code,
      amount: amount.toString(),
    })),
  };
}

function captureTender(tender: PricedSale['tenders'][number], index: number): CaptureTender {
  return {
    tenderNumber: index + 1,
    type: tender.type,
    amount: tender.amount.toString(),
    tendered: tender.tendered.toString(),
    change: tender.change.toString(),
    reference: tender.reference ?? null,
  };
}

/** Turns a code into the kind of a work item, such as `price-mismatch`. */
function exceptionOf(exception: SaleException, currency: CurrencyCode): CaptureException {
  const { kind, detail } = findingOf(exception);
  return { kind, detail: `${detail} ${factsOf(exception, currency)}` };
}

/** A fault with which a completed sale is booked. */
export function findingOf({ code, param, detail }: Fault): CaptureException {
  return { kind: code.toLowerCase().replaceAll('_', '-'), detail: `${param}: ${detail}` };
}

function factsOf(exception: SaleException, currency: CurrencyCode): string {
  const amount = (units: bigint) => `${moneyToWire(money(units, currency)).amount} ${currency}`;
  if (exception.kind === 'item') {
    const { name, price, tax } = exception.bookedAs;
    return `Booked as it was sold: ${name}, ${amount(price)}, tax ${tax}.`;
  }
  const say = exception.kind === 'quantity' ? quantityToWire : amount;
  return `Expected ${say(exception.expected)}, given ${say(exception.given)}.`;
}
