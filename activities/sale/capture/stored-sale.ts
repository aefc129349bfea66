import type { SaleBody } from '../../../contract/sale/sale-body.js';
import type { Instalment } from '../../../domain/invoice/terms.js';
import type { Language } from '../../../domain/money/format-money.js';
import { money, moneyToWire, type MoneyOnWire } from '../../../domain/money/money.js';
import type { PricedSale } from '../../../domain/pricing/priced-sale.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { StoredSale } from '../../../prisma/commands/sale.js';
import type { PromotionsOfSale } from '../promotion/promotions-of-sale.js';
import type { Till } from './capture-catalogue.js';
import type { SoldTo } from './capture-sources.js';

export type SaleCircumstances = Readonly<{
  body: SaleBody;
  till: Till;
  customer: SoldTo | undefined;
  language: Language;
  cashier: string;
  /** The day it is booked on. */
  businessDate: string;
  /** RFC 3339; for goods that leave later. */
  deliveryExpiresAt: string | undefined;
  /** Due dates of the part on account; empty for goods that leave later. */
  dues: (onAccount: bigint) => readonly Pick<Instalment, 'dueDate' | 'amount'>[];
  taxName: (code: string) => Readonly<{ label: string; rate: string }>;
  promotions: Pick<PromotionsOfSale, 'kept' | 'usesIn'>;
}>;

export function storedSaleOf(priced: PricedSale, circumstances: SaleCircumstances): StoredSale {
  const { body, till, customer, deliveryExpiresAt } = circumstances;
  const wire = (amount: bigint): MoneyOnWire => moneyToWire(money(amount, priced.currency));
  return {
    currency: priced.currency,
    priceVersion: priced.priceVersion,
    mode: body.mode,
    businessDate: circumstances.businessDate,
    capturedAt: new Date(body.capturedAt).toISOString(),
    terminal: { id: till.terminalId, code: till.terminalCode },
    store: { id: till.storeId, code: till.storeCode, name: till.storeName },
    cashier: circumstances.cashier,
    customer:
      customer === undefined
        ? null
        : { id: customer.id, number: customer.number, name: customer.name },
    language: circumstances.language,
    delivery: {
      kind: deliveryExpiresAt === undefined ? 'carried' : 'later',
      expiresAt: deliveryExpiresAt ?? null,
    },
    lines: priced.lines.map((line) => storedLine(line, wire, circumstances)),
    totals: storedTotals(priced.totals, wire),
    taxes: priced.taxes.map(({ code, taxBase, otherBase, tax }) => ({
      code,
      ...circumstances.taxName(code),
      taxBase: wire(taxBase),
      otherBase: wire(otherBase),
      tax: wire(tax),
    })),
    tenders: priced.tenders.map((tender) => ({
      type: tender.type,
      amount: wire(tender.amount),
      tendered: wire(tender.tendered),
      change: wire(tender.change),
      reference: tender.reference ?? null,
    })),
    change: wire(priced.change),
    seller: {
      legalName: till.legalName,
      address: till.storeAddress,
      npwp: till.taxNumber,
      storeName: till.storeName,
      storeCode: till.storeCode,
      ...(till.logoId === undefined ? {} : { logoId: till.logoId }),
    },
    timeZone: till.timeZone,
    ...(till.isSandbox ? { training: true as const } : {}),
    ...(priced.totals.onAccount > 0n
      ? {
          dues: circumstances.dues(priced.totals.onAccount).map(({ dueDate, amount }) => ({
            dueOn: dueDate.toString(),
            amount: wire(amount),
          })),
        }
      : {}),
  };
}

type ToWire = (amount: bigint) => MoneyOnWire;

function storedLine(
  line: PricedSale['lines'][number],
  wire: ToWire,
  { promotions: { kept } }: SaleCircumstances,
): StoredSale['lines'][number] {
  const promotions = line.promotions.map(({ code, amount }) => ({
    code,
    name: kept(code)?.name ?? code,
    amount: wire(amount),
  }));
  return {
    number: line.number,
    sku: line.sku,
    name: line.name,
    unit: line.unit,
    quantity: quantityToWire(line.quantityMilli),
    unitPrice: wire(line.unitPrice),
    listPrice: wire(line.listPrice),
    priceList: line.pricedBy?.list?.code ?? null,
    priceIncludesTax: line.priceIncludesTax,
    gross: wire(line.gross),
    discount: wire(line.discount),
    ...(promotions.length === 0 ? {} : { promotions }),
    net: wire(line.net),
    taxCode: line.taxCode,
    taxBase: wire(line.taxBase),
    tax: wire(line.tax),
    total: wire(line.total),
  };
}

function storedTotals(totals: PricedSale['totals'], wire: ToWire): StoredSale['totals'] {
  return {
    gross: wire(totals.gross),
    discount: wire(totals.discount),
    net: wire(totals.net),
    taxBase: wire(totals.taxBase),
    tax: wire(totals.tax),
    total: wire(totals.total),
    rounding: wire(totals.rounding),
    due: wire(totals.due),
    paid: wire(totals.paid),
    onAccount: wire(totals.onAccount),
  };
}
