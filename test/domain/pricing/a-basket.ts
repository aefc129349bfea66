import { Temporal } from 'temporal-polyfill';
import { money, type Money } from '../../../domain/money/money.js';
import type { CashRounding, Catalogue, CatalogueItem } from '../../../domain/pricing/catalogue.js';
import type {
  RequestedLine,
  RequestedTender,
  SaleRequest,
  TenderType,
} from '../../../domain/pricing/sale-request.js';
import {
  INDONESIAN_TAX_RULES,
  PPN,
  PPN_EXEMPT,
  PPN_LUXURY,
} from '../../../domain/tax/indonesian-tax-rules.js';

/** Rp100 is the smallest coin in every till. */
export const RUPIAH_CASH_ROUNDING: CashRounding = { step: 100n, direction: 'down' };

const shirt = anItem({ sku: 'KAOS-01', name: 'Kaos katun', unitPrice: 150_000n });
const rice = anItem({
  sku: 'BERAS-01',
  name: 'Beras curah',
  unit: 'kg',
  unitPrice: 14_850n,
  quantityStepMilli: 1n,
  taxCode: PPN_EXEMPT,
});
const perfume = anItem({ sku: 'PARFUM-01', unitPrice: 1_234_567n, taxCode: PPN_LUXURY });
const cable = anItem({
  sku: 'KABEL-01',
  unit: 'm',
  unitPrice: 7_777n,
  quantityStepMilli: 250n,
  priceIncludesTax: false,
});
const imported = anItem({ sku: 'IMPOR-01', soldInCurrency: 'USD', unitPrice: 995n });
const misfiled = anItem({ sku: 'SALAH-01', taxCode: 'GST' });

export const ITEMS = { shirt, rice, perfume, cable, imported, misfiled } as const;

/** Taxed, exempt, weighed, luxury and priced without tax: everything but the faulty ones. */
export const SELLABLE: readonly CatalogueItem[] = [shirt, rice, perfume, cable];

export function aCatalogue(changes: Partial<Catalogue> = {}): Catalogue {
  const items = Object.values(ITEMS);
  const barcodes = new Map([['8990001000012', shirt]]);
  return {
    version: 7,
    currency: 'IDR',
    itemBySku: (sku) => items.find((item) => item.sku === sku),
    itemByBarcode: (barcode) => barcodes.get(barcode),
    skuOfBarcode: (barcode) => barcodes.get(barcode)?.sku,
    taxRules: INDONESIAN_TAX_RULES,
    cashRounding: RUPIAH_CASH_ROUNDING,
    tenderLimits: [],
    ...changes,
  };
}

export function anItem(changes: Partial<CatalogueItem> & Readonly<{ sku: string }>): CatalogueItem {
  return {
    id: `item-${changes.sku}`,
    name: changes.sku,
    unit: 'pcs',
    quantityStepMilli: 1_000n,
    unitPrice: 10_000n,
    soldInCurrency: 'IDR',
    taxCode: PPN,
    priceIncludesTax: true,
    stocked: true,
    ...changes,
  };
}

export function aSale(changes: Partial<SaleRequest> = {}): SaleRequest {
  return {
    mode: 'online',
    currency: 'IDR',
    businessDate: Temporal.PlainDate.from('2026-07-03'),
    lines: [aLine()],
    tenders: [paid('cash', 150_000n)],
    ...changes,
  };
}

export function aLine(changes: Partial<RequestedLine> = {}): RequestedLine {
  return { sku: 'KAOS-01', quantityMilli: 1_000n, ...changes };
}

export function paid(type: TenderType, amount: bigint, tendered?: bigint): RequestedTender {
  return {
    type,
    amount: rupiah(amount),
    ...(tendered === undefined ? {} : { tendered: rupiah(tendered) }),
  };
}

export function rupiah(amount: bigint): Money {
  return money(amount, 'IDR');
}
