import type { Language } from '../../domain/money/format-money.js';
import type { MoneyOnWire } from '../../domain/money/money.js';

/**
 * The snapshot of a sale that a receipt is made of. Everything the paper says comes from here:
 * no clock, no price list, no setting of the machine it is rendered on.
 */
export type ReceiptSale = Readonly<{
  seller: ReceiptSeller;
  saleId: string;
  receiptNumber: string;
  /** Serial number of the slip as a retailer's tax invoice; free in form (PER-11/PJ/2025 art. 52(2)d). */
  serial: string;
  /** The trading day the sale is booked on, `2026-11-22`. */
  businessDate: string;
  /** RFC 3339; printed as the clock on the wall of `zone` showed it. */
  capturedAt: string;
  zone: string;
  /** A person; the till's own code where nobody said who it was. */
  cashier: string;
  terminalCode: string;
  language: Language;
  currency: string;
  lines: readonly ReceiptSaleLine[];
  totals: ReceiptTotals;
  taxes: readonly ReceiptTax[];
  /** Of all that is taxed. Where some prices do and others do not, the others have their tax beside them (`addedTax`). */
  pricesIncludeTax: boolean;
  tenders: readonly ReceiptTender[];
  change: MoneyOnWire;
  /** The part that becomes a receivable. */
  onAccount?: ReceiptDebt | undefined;
  delivery?: Readonly<{ expectedText: string }> | undefined;
  /** Absent on the original. `number` counts from 1; `printedAt` is RFC 3339. */
  copy?: Readonly<{ number: number; printedAt: string; by: string }> | undefined;
}>;

export type ReceiptDebt = Readonly<{
  customerName: string;
  amount: MoneyOnWire;
  /** ISO days, in order; empty where the day is not known yet, because the goods leave later. */
  dues?: readonly Readonly<{ dueOn: string; amount: MoneyOnWire }>[] | undefined;
}>;

export type ReceiptSeller = Readonly<{
  legalName: string;
  address: string;
  npwp: string;
  storeName: string;
  storeCode: string;
}>;

export type ReceiptSaleLine = Readonly<{
  name: string;
  sku: string;
  /** A decimal string: `"1"`, `"0.25"`. */
  quantity: string;
  unit: string;
  unitPrice: MoneyOnWire;
  gross: MoneyOnWire;
  /** What was taken off, not negative. */
  discount: MoneyOnWire;
  net: MoneyOnWire;
  taxCode: string;
  /** The tax that comes on top of `net`, in a basket whose other prices include theirs. */
  addedTax?: MoneyOnWire | undefined;
}>;

type ReceiptTotals = Readonly<{
  gross: MoneyOnWire;
  discount: MoneyOnWire;
  taxBase: MoneyOnWire;
  tax: MoneyOnWire;
  /** What cash rounding added (negative: took off). */
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
  /** What the customer handed over, when that was more than `amount`. */
  tendered?: MoneyOnWire | undefined;
  change?: MoneyOnWire | undefined;
  reference?: string | undefined;
}>;
