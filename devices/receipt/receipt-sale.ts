import type { Language } from '../../domain/money/format-money.js';
import type { MoneyOnWire } from '../../domain/money/money.js';

/**
 * The snapshot of a sale that a receipt is made of. The whole receipt is rendered from it, without
 * clock, price list or settings of the machine.
 */
export type ReceiptSale = Readonly<{
  seller: ReceiptSeller;
  saleId: string;
  receiptNumber: string;
  /** Serial number of the slip as a retailer's tax invoice; free in form (PER-11/PJ/2025 art. 52(2)d). */
  serial: string;
  /** The trading day the sale is booked on, `2026-11-22`. */
  businessDate: string;
  /** RFC 3339; printed as local time of `zone`. */
  capturedAt: string;
  zone: string;
  /** The cashier's name; the till's code when none was sent. */
  cashier: string;
  terminalCode: string;
  language: Language;
  currency: string;
  lines: readonly ReceiptSaleLine[];
  totals: ReceiptTotals;
  taxes: readonly ReceiptTax[];
  /** Whether prices include tax, for all taxed lines. In a mixed basket the other lines have `addedTax`. */
  pricesIncludeTax: boolean;
  tenders: readonly ReceiptTender[];
  change: MoneyOnWire;
  /** The part that becomes a receivable. */
  onAccount?: ReceiptDebt | undefined;
  delivery?: Readonly<{ expectedText: string }> | undefined;
  /** Of a sandbox terminal: its receipt is none. */
  training?: boolean | undefined;
  /** Absent on the original. `number` counts from 1; `printedAt` is RFC 3339. */
  copy?: Readonly<{ number: number; printedAt: string; by: string }> | undefined;
}>;

export type ReceiptDebt = Readonly<{
  customerName: string;
  amount: MoneyOnWire;
  /** ISO days, in order; empty when not known yet, because the goods leave later. */
  dues?: readonly Readonly<{ dueOn: string; amount: MoneyOnWire }>[] | undefined;
}>;

export type ReceiptSeller = Readonly<{
  legalName: string;
  address: string;
  npwp: string;
  storeName: string;
  storeCode: string;
  /** The logo of the company when it sold. */
  logoId?: string | undefined;
}>;

export type ReceiptSaleLine = Readonly<{
  name: string;
  sku: string;
  /** A decimal string: `"1"`, `"0.25"`. */
  quantity: string;
  unit: string;
  unitPrice: MoneyOnWire;
  gross: MoneyOnWire;
  /** The discount, not negative. */
  discount: MoneyOnWire;
  /** What promotions gave of the discount. */
  promotions?: readonly Readonly<{ name: string; amount: MoneyOnWire }>[] | undefined;
  net: MoneyOnWire;
  taxCode: string;
  /** Tax on top of `net`, in a basket where other prices include theirs. */
  addedTax?: MoneyOnWire | undefined;
}>;

type ReceiptTotals = Readonly<{
  gross: MoneyOnWire;
  discount: MoneyOnWire;
  taxBase: MoneyOnWire;
  tax: MoneyOnWire;
  /** Cash rounding; negative when it lowered the amount. */
  rounding: MoneyOnWire;
  total: MoneyOnWire;
}>;

/** `rate` is text for people, such as `12% x 11/12`. */
export type ReceiptTax = Readonly<{
  code: string;
  label: string;
  rate: string;
  base: MoneyOnWire;
  tax: MoneyOnWire;
}>;

export type ReceiptTender = Readonly<{
  type: string;
  label: string;
  amount: MoneyOnWire;
  /** The cash handed over, when it was more than `amount`. */
  tendered?: MoneyOnWire | undefined;
  change?: MoneyOnWire | undefined;
  reference?: string | undefined;
}>;
