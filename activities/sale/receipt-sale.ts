import type {
  ReceiptDebt,
  ReceiptSale,
  ReceiptSeller,
  ReceiptTax,
} from '../../devices/receipt/receipt-sale.js';
import type { CurrencyCode } from '../../domain/money/currency.js';
import type { Language } from '../../domain/money/format-money.js';
import { money, moneyToWire, sumAmounts, type MoneyOnWire } from '../../domain/money/money.js';
import { quantityToWire } from '../../domain/quantity/quantity.js';
import { formatDateTime } from '../../platform/dates.js';
import { textsFor } from '../../platform/texts.js';

export type ReceiptLineFacts = Readonly<{
  sku: string;
  name: string;
  unit: string;
  quantityMilli: bigint;
  unitPrice: bigint;
  gross: bigint;
  discount: bigint;
  /** Part of the discount. */
  promotions?: readonly Readonly<{ name: string; amount: bigint }>[] | undefined;
  net: bigint;
  taxCode: string;
  taxBase: bigint;
  tax: bigint;
}>;

export type ReceiptTenderFacts = Readonly<{
  type: string;
  amount: bigint;
  tendered: bigint;
  change: bigint;
  reference?: string | null | undefined;
}>;

/** A sale as captured, from memory or from the books; amounts in booked units. */
export type ReceiptFacts = Readonly<{
  seller: ReceiptSeller;
  zone: string;
  terminalCode: string;
  saleId: string;
  number: string;
  businessDate: string;
  /** RFC 3339 instants. */
  capturedAt: string;
  deliveryExpiresAt?: string | undefined;
  cashier: string;
  language: Language;
  currency: CurrencyCode;
  totals: Readonly<{
    gross: bigint;
    discount: bigint;
    taxBase: bigint;
    tax: bigint;
    rounding: bigint;
    total: bigint;
    onAccount: bigint;
  }>;
  lines: readonly ReceiptLineFacts[];
  tenders: readonly ReceiptTenderFacts[];
  customerName?: string | undefined;
  dues?: readonly Readonly<{ dueOn: string; amount: bigint }>[] | undefined;
  /** The name of a tax code on the receipt: `{ label: 'PPN', rate: '12% x 11/12' }`. */
  taxName: (code: string) => Readonly<{ label: string; rate: string }>;
  /** Of a sandbox terminal. */
  training?: boolean | undefined;
  copy?: ReceiptSale['copy'];
}>;

/** The snapshot from which a receipt is rendered; the same facts give the same snapshot. */
export function receiptSaleOf(facts: ReceiptFacts): ReceiptSale {
  const { totals, lines, language, currency } = facts;
  const wire = (amount: bigint): MoneyOnWire => moneyToWire(money(amount, currency));
  const t = textsFor(language);
  const isAdded = lines.some((line) => addedTaxOf(line) > 0n);
  const isMixed = isAdded && lines.some((line) => line.tax > 0n && addedTaxOf(line) === 0n);
  const change = sumAmounts(facts.tenders.map((tender) => tender.change));
  return {
    seller: facts.seller,
    saleId: facts.saleId,
    receiptNumber: facts.number,
    serial: facts.number,
    businessDate: facts.businessDate,
    capturedAt: facts.capturedAt,
    zone: facts.zone,
    cashier: facts.cashier,
    terminalCode: facts.terminalCode,
    language,
    currency,
    lines: lines.map((line) => ({
      name: line.name,
      sku: line.sku,
      quantity: quantityToWire(line.quantityMilli),
      unit: line.unit,
      unitPrice: wire(line.unitPrice),
      gross: wire(line.gross),
      discount: wire(line.discount),
      ...(line.promotions === undefined
        ? {}
        : {
            promotions: line.promotions.map(({ name, amount }) => ({ name, amount: wire(amount) })),
          }),
      net: wire(line.net),
      taxCode: line.taxCode,
      ...(isMixed && addedTaxOf(line) > 0n ? { addedTax: wire(addedTaxOf(line)) } : {}),
    })),
    totals: {
      gross: wire(totals.gross),
      discount: wire(totals.discount),
      taxBase: wire(totals.taxBase),
      tax: wire(totals.tax),
      rounding: wire(-totals.rounding),
      total: wire(totals.total - totals.rounding),
    },
    taxes: taxesOf(facts, wire),
    pricesIncludeTax: !isAdded,
    tenders: facts.tenders.map((tender) => ({
      type: tender.type,
      label: t(`tender.${tender.type}`),
      amount: wire(tender.amount),
      ...(tender.tendered > tender.amount
        ? { tendered: wire(tender.tendered), change: wire(tender.change) }
        : {}),
      ...(tender.reference ? { reference: tender.reference } : {}),
    })),
    change: wire(change),
    ...(totals.onAccount > 0n ? { onAccount: debtOf(facts, wire) } : {}),
    ...(facts.deliveryExpiresAt === undefined
      ? {}
      : { delivery: { expectedText: keptUntil(facts.deliveryExpiresAt, facts) } }),
    ...(facts.training === true ? { training: true } : {}),
    ...(facts.copy === undefined ? {} : { copy: facts.copy }),
  };
}

/** Tax charged on top of the price; nothing when the price includes its tax, or has none. */
function addedTaxOf({ net, taxBase, tax }: ReceiptLineFacts): bigint {
  return taxBase + tax - net;
}

function debtOf(
  { customerName, totals, dues }: ReceiptFacts,
  wire: (amount: bigint) => MoneyOnWire,
): ReceiptDebt {
  return {
    customerName: customerName ?? '',
    amount: wire(totals.onAccount),
    dues: dues?.map(({ dueOn, amount }) => ({ dueOn, amount: wire(amount) })),
  };
}

function keptUntil(expiresAt: string, { language, zone }: ReceiptFacts): string {
  return textsFor(language)('receipt.keptUntil', {
    time: formatDateTime(expiresAt, zone, language),
  });
}

function taxesOf(
  { lines, taxName }: ReceiptFacts,
  wire: (amount: bigint) => MoneyOnWire,
): ReceiptTax[] {
  const codes = [...new Set(lines.map(({ taxCode }) => taxCode))];
  return codes.map((code) => {
    const taxed = lines.filter(({ taxCode }) => taxCode === code);
    return {
      code,
      ...taxName(code),
      base: wire(sumAmounts(taxed.map(({ taxBase }) => taxBase))),
      tax: wire(sumAmounts(taxed.map(({ tax }) => tax))),
    };
  });
}
