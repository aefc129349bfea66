import { formatAmount } from '../../domain/money/format-money.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import type { Texts } from '../../platform/texts.js';
import { centred, columns, type ReceiptBlock } from './receipt-block.js';
import type { ReceiptSale, ReceiptTax } from './receipt-sale.js';

const FIRST_MARK = 'A'.charCodeAt(0);

/**
 * Marks that link a line to its row in the tax table, `(A)`, `(B)`, in the order of the table.
 * Empty when all lines have the same tax.
 */
export function taxMarks({ taxes }: ReceiptSale): ReadonlyMap<string, string> {
  if (taxes.length < 2) return new Map();
  return new Map(
    taxes.map(({ code }, index) => [code, `(${String.fromCharCode(FIRST_MARK + index)})`]),
  );
}

/** Tax rows within the totals, for prices without tax. */
export function taxRows(sale: ReceiptSale, t: Texts): ReceiptBlock[] {
  return sale.taxes
    .filter(isCharged)
    .map((tax) => columns(nameOf(sale, tax, t), amount(sale, tax.tax)));
}

/** The label of the tax below a line whose price does not include it. */
export function addedTaxName(sale: ReceiptSale, code: string, t: Texts): string {
  const tax = sale.taxes.find((known) => known.code === code);
  const { label, rate } = tax ?? { label: code, rate: '' };
  return t('receipt.taxOf', { label, rate, mark: '' }).trim();
}

/** Some prices include their tax and others have it added, line by line. */
export function isMixed({ lines }: ReceiptSale): boolean {
  return lines.some(({ addedTax }) => addedTax !== undefined);
}

/**
 * What the law requires: base and tax of every rate, and whether prices include them. The total tax gets a row only
 * when there are several taxes. Without any tax nothing is printed about it.
 */
export function taxBlocks(sale: ReceiptSale, t: Texts): ReceiptBlock[] {
  const { taxes, totals } = sale;
  const charged = taxes.filter(isCharged);
  const said = charged.length === 1 ? 'totals.tax' : undefined;
  return [
    ...taxes.flatMap((tax) => [
      columns(baseNameOf(sale, tax, t), amount(sale, tax.base)),
      ...(isCharged(tax) ? [columns(nameOf(sale, tax, t), amount(sale, tax.tax), said)] : []),
    ]),
    ...(said === undefined
      ? [
          columns(
            t(charged.length > 0 && sale.pricesIncludeTax ? 'receipt.taxIncluded' : 'receipt.tax'),
            amount(sale, totals.tax),
            'totals.tax',
          ),
        ]
      : []),
    ...(charged.length === 0 ? [] : [centred(t(statementOf(sale)))]),
  ];
}

function statementOf(sale: ReceiptSale): string {
  if (isMixed(sale)) return 'receipt.totalIncludesTax';
  return sale.pricesIncludeTax ? 'receipt.pricesIncludeTax' : 'receipt.pricesExcludeTax';
}

function isCharged({ tax }: ReceiptTax): boolean {
  return parseMoney(tax).amount !== 0n;
}

function amount({ language }: ReceiptSale, wire: MoneyOnWire): string {
  return formatAmount(parseMoney(wire), language);
}

function nameOf(sale: ReceiptSale, { code, label, rate }: ReceiptTax, t: Texts): string {
  return t('receipt.taxOf', { label, rate, mark: taxMarks(sale).get(code) ?? '' }).trim();
}

function baseNameOf(sale: ReceiptSale, { code, label }: ReceiptTax, t: Texts): string {
  return t('receipt.taxBase', { label, mark: taxMarks(sale).get(code) ?? '' }).trim();
}
