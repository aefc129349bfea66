import { formatAmount, formatMoney, type Language } from '../../domain/money/format-money.js';
import { parseMoney, sumAmounts, type Money, type MoneyOnWire } from '../../domain/money/money.js';
import { formatQuantity, parseQuantity } from '../../domain/quantity/quantity.js';
import { formatDate, formatDateTime, localDateOf } from '../../platform/dates.js';
import { textsFor, type Texts } from '../../platform/texts.js';
import { isReadable } from './printable-text.js';
import {
  banner,
  centred,
  columns,
  indented,
  rule,
  SPACE,
  title,
  type ReceiptBlock,
} from './receipt-block.js';
import { piecesOf } from './pieces.js';
import { addedTaxName, isMixed, taxBlocks, taxMarks, taxRows } from './receipt-taxes.js';
import type { ReceiptDebt, ReceiptSale, ReceiptSaleLine, ReceiptTender } from './receipt-sale.js';

/**
 * The receipt of one sale: what `GET /v1/sales/{id}/receipt` answers as JSON, and the one source of
 * the printer's bytes, the PDF and the plain text.
 */
export type ReceiptDocument = Readonly<{
  schema: 'receipt/1';
  saleId: string;
  receiptNumber: string;
  language: Language;
  /** RFC 3339; also the date inside the PDF, so that the same sale gives the same file. */
  capturedAt: string;
  /** 0 is the original. */
  copyNumber: number;
  blocks: readonly ReceiptBlock[];
}>;

/** Two lines hold the longest names of the catalogue and keep the receipt short. */
const ITEM_NAME_LINES_MAX = 2;

/** Room for a name written by hand, beside its label on the narrowest paper. */
const SIGNATURE_LINE = '_'.repeat(16);

type Rendering = Readonly<{ sale: ReceiptSale; t: Texts }>;

/**
 * Renders the receipt of `sale`, the same one every time. A copy differs from its original only in
 * the banner, the time of printing and the name of the requester.
 *
 * Throws the refusals of `parseMoney` and `parseQuantity` for a snapshot that holds no such values.
 */
export function renderReceipt(sale: ReceiptSale): ReceiptDocument {
  const rendering = { sale, t: textsFor(sale.language) };
  return {
    schema: 'receipt/1',
    saleId: sale.saleId,
    receiptNumber: sale.receiptNumber,
    language: sale.language,
    capturedAt: sale.capturedAt,
    copyNumber: sale.copy?.number ?? 0,
    blocks: [
      ...trainingBlocks(rendering),
      ...copyBlocks(rendering),
      ...sellerBlocks(rendering),
      rule('double'),
      ...referenceBlocks(rendering),
      rule('thin'),
      ...sale.lines.flatMap((line) => lineBlocks(rendering, line)),
      rule('thin'),
      ...totalBlocks(rendering),
      rule('thin'),
      ...tenderBlocks(rendering),
      rule('thin'),
      ...taxBlocks(sale, rendering.t),
      ...deliveryBlocks(rendering),
      rule('double'),
      ...closingBlocks(rendering),
      ...trainingBlocks(rendering),
    ],
  };
}

/** Above and below, so that no part of it that is torn off looks real. */
function trainingBlocks({ sale, t }: Rendering): ReceiptBlock[] {
  if (sale.training !== true) return [];
  return [banner(t('receipt.training')), centred(t('receipt.trainingWhy')), SPACE];
}

function copyBlocks({ sale, t }: Rendering): ReceiptBlock[] {
  if (sale.copy === undefined) return [];
  const time = formatDateTime(sale.copy.printedAt, sale.zone, sale.language);
  return [
    banner(t('receipt.copy', { number: sale.copy.number })),
    centred(t('receipt.copyPrinted', { time, by: sale.copy.by })),
    SPACE,
  ];
}

function sellerBlocks({ sale: { seller }, t }: Rendering): ReceiptBlock[] {
  const { logoId } = seller;
  return [
    ...(logoId === undefined ? [] : [{ kind: 'logo', logoId } as const]),
    title(seller.storeName),
    centred(seller.legalName, 'seller.legalName'),
    centred(seller.address, 'seller.address'),
    centred(seller.npwp === '' ? '' : t('receipt.npwp', { npwp: seller.npwp }), 'seller.npwp'),
  ];
}

function referenceBlocks({ sale, t }: Rendering): ReceiptBlock[] {
  const bookedOnAnotherDay = localDateOf(sale.capturedAt, sale.zone) !== sale.businessDate;
  const captured = formatDateTime(sale.capturedAt, sale.zone, sale.language);
  return [
    // When both are the same number, it is printed once.
    ...(sale.serial === sale.receiptNumber
      ? [columns(t('receipt.number'), sale.serial, 'serial')]
      : [
          columns(t('receipt.number'), sale.receiptNumber, 'receiptNumber'),
          columns(t('receipt.serial'), sale.serial, 'serial'),
        ]),
    columns(t('receipt.date'), captured, 'capturedAt'),
    ...(bookedOnAnotherDay
      ? [columns(t('receipt.businessDate'), formatDate(sale.businessDate, sale.language))]
      : []),
    columns(t('receipt.terminal'), tillOf(sale)),
    ...(sale.cashier === sale.terminalCode ? [] : [columns(t('receipt.cashier'), sale.cashier)]),
  ];
}

/** Terminals are often named after their store; then the name is printed once. */
function tillOf({ seller: { storeCode }, terminalCode }: ReceiptSale): string {
  return terminalCode.startsWith(storeCode) ? terminalCode : `${storeCode} / ${terminalCode}`;
}

function lineBlocks({ sale, t }: Rendering, line: ReceiptSaleLine): ReceiptBlock[] {
  const quantity = formatQuantity(parseQuantity(line.quantity), sale.language);
  const measure = [quantity, line.unit].filter((part) => part !== '').join(' ');
  const mark = taxMarks(sale).get(line.taxCode) ?? '';
  return [
    {
      kind: 'text',
      // A name without printable letters would be only "?", so the SKU is printed before it.
      text: isReadable(line.name) ? line.name : `${line.sku} ${line.name}`,
      align: 'left',
      emphasis: 'normal',
      linesMax: ITEM_NAME_LINES_MAX,
      states: 'lines',
    },
    indented(`${measure} x ${amount(sale, line.unitPrice)} ${mark}`, amount(sale, line.gross)),
    ...discountBlocks({ sale, t }, line),
    ...(line.addedTax === undefined
      ? []
      : [indented(addedTaxName(sale, line.taxCode, t), amount(sale, line.addedTax))]),
  ];
}

/** What each promotion took off, by its name, and what the till took off beside them. */
function discountBlocks(
  { sale, t }: Rendering,
  { discount, promotions = [] }: ReceiptSaleLine,
): ReceiptBlock[] {
  const { amount: all, currency } = parseMoney(discount);
  const given = promotions.map(({ name, amount: off }) => ({ name, off: parseMoney(off) }));
  const own = all - sumAmounts(given.map(({ off }) => off.amount));
  return [
    ...(own === 0n
      ? []
      : [indented(t('receipt.itemDiscount'), minus(sale, { amount: own, currency }))]),
    ...given.map(({ name, off }) => indented(name, minus(sale, off))),
  ];
}

function totalBlocks({ sale, t }: Rendering): ReceiptBlock[] {
  const { gross, discount, rounding, total } = sale.totals;
  const rounded = parseMoney(rounding).amount !== 0n;
  const taken = parseMoney(discount);
  const hasDiscount = taken.amount !== 0n;
  const count = piecesOf(sale.lines);
  // Without any discount only the sum of the prices is printed.
  const said = hasDiscount ? undefined : 'totals.discount';
  return [
    columns(t('receipt.subtotal', { count }), withAddedTax(sale, gross), said),
    ...(hasDiscount ? [columns(t('receipt.discount'), minus(sale, taken), 'totals.discount')] : []),
    ...(sale.pricesIncludeTax || isMixed(sale) ? [] : taxRows(sale, t)),
    ...(rounded ? [columns(t('receipt.rounding'), amount(sale, rounding))] : []),
    {
      kind: 'columns',
      left: t('receipt.total'),
      right: formatMoney(parseMoney(total), sale.language),
      emphasis: 'total',
      indent: 0,
      states: 'totals.total',
    },
  ];
}

/** The sum of the lines as printed above, with the tax added below some of them. */
function withAddedTax(sale: ReceiptSale, gross: MoneyOnWire): string {
  const added = sale.lines.map(({ addedTax }) =>
    addedTax === undefined ? 0n : parseMoney(addedTax).amount,
  );
  const { amount: units, currency } = parseMoney(gross);
  return formatAmount({ amount: units + sumAmounts(added), currency }, sale.language);
}

function tenderBlocks({ sale, t }: Rendering): ReceiptBlock[] {
  const change = parseMoney(sale.change);
  return [
    ...sale.tenders.flatMap((tender) => tenderRows(sale, t, tender)),
    ...(change.amount === 0n ? [] : [columns(t('receipt.change'), amount(sale, sale.change))]),
    ...onAccountBlocks({ sale, t }),
  ];
}

function tenderRows(sale: ReceiptSale, t: Texts, tender: ReceiptTender): ReceiptBlock[] {
  const { label, tendered, reference } = tender;
  return [
    columns(label, amount(sale, tendered ?? tender.amount)),
    ...(reference === undefined ? [] : [indented(t('receipt.reference', { reference }), '')]),
  ];
}

function onAccountBlocks({ sale, t }: Rendering): ReceiptBlock[] {
  const { onAccount, language } = sale;
  if (onAccount === undefined) return [];
  return [
    rule('thin'),
    columns(t('receipt.onAccount'), onAccount.customerName),
    {
      kind: 'columns',
      left: t('receipt.onAccountAmount'),
      right: formatMoney(parseMoney(onAccount.amount), language),
      emphasis: 'strong',
      indent: 0,
    },
    ...dueBlocks(sale, onAccount, t),
    SPACE,
    SPACE,
    columns(t('receipt.signature'), SIGNATURE_LINE),
  ];
}

/** One due date, or each instalment with its own. */
function dueBlocks(sale: ReceiptSale, { dues = [] }: ReceiptDebt, t: Texts): ReceiptBlock[] {
  const [only, ...more] = dues;
  if (only === undefined) return [];
  if (more.length === 0)
    return [columns(t('receipt.dueOn'), formatDate(only.dueOn, sale.language))];
  return dues.map((due) =>
    columns(
      t('receipt.dueInstalment', { date: formatDate(due.dueOn, sale.language) }),
      amount(sale, due.amount),
    ),
  );
}

function deliveryBlocks({ sale: { delivery }, t }: Rendering): ReceiptBlock[] {
  if (delivery === undefined) return [];
  return [rule('thin'), columns(t('receipt.delivery'), delivery.expectedText)];
}

function closingBlocks({ sale, t }: Rendering): ReceiptBlock[] {
  return [
    centred(t('receipt.thanks')),
    SPACE,
    // The sale's own id (RFC 9562), so that a returns desk can scan receipts of any store.
    {
      kind: 'qr',
      payload: `urn:uuid:${sale.saleId}`,
      caption: t('receipt.scanToReturn'),
      inWords: t('receipt.saleId', { saleId: sale.saleId }),
    },
  ];
}

function amount(sale: ReceiptSale, wire: MoneyOnWire): string {
  return formatAmount(parseMoney(wire), sale.language);
}

function minus({ language }: ReceiptSale, { amount: units, currency }: Money): string {
  return formatAmount({ amount: -units, currency }, language);
}
