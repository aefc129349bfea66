import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { Refusal } from '../../../domain/refusal.js';
import {
  holdsCardNumber,
  maskCardNumberCode,
  maskCardNumbers,
} from '../../../domain/sale/card-number.js';
import type { CaptureException } from './capture-input.js';

export type Cleared = Readonly<{
  /** The sale to be booked, without card numbers in its texts. Codes stay as sent, for looking up items. */
  body: SaleBody;
  /** The content to be stored: card numbers are also masked in unknown codes. */
  content: SaleBody;
  findings: readonly CaptureException[];
}>;

/**
 * Masks card numbers in all texts of a sale before anything of it is hashed, kept, printed or logged. An online sale
 * with one is refused; a completed sale gets a work item.
 *
 * @throws Refusal `CARD_NUMBER_NOT_ALLOWED`, online only.
 */
export function withoutCardNumbers(sent: SaleBody): Cleared {
  const places = placesOf(sent);
  const [first] = places;
  if (first !== undefined && sent.mode === 'online') throw refusalOf(first);
  const body = places.length === 0 ? sent : masked(sent);
  return {
    body,
    content: withMaskedCodes(body),
    findings: places.map((param) => ({
      kind: 'card-number-not-allowed',
      detail: `${param}: A card number was sent; it is kept masked.`,
    })),
  };
}

function placesOf({ cashier, receipt, lines, tenders }: SaleBody): string[] {
  const texts: [string, string | undefined][] = [
    ['cashier', cashier],
    ['receipt.till', receipt?.till],
    ...lines.map(({ name }, index): [string, string | undefined] => [`lines[${index}].name`, name]),
    ...tenders.map(({ reference }, index): [string, string | undefined] => [
      `tenders[${index}].reference`,
      reference,
    ]),
  ];
  return texts.flatMap(([param, text]) =>
    text !== undefined && holdsCardNumber(text) ? [param] : [],
  );
}

function masked(body: SaleBody): SaleBody {
  return {
    ...body,
    cashier: body.cashier && maskCardNumbers(body.cashier),
    receipt: body.receipt && {
      ...body.receipt,
      till: body.receipt.till && maskCardNumbers(body.receipt.till),
    },
    lines: body.lines.map((line) => ({ ...line, name: line.name && maskCardNumbers(line.name) })),
    tenders: body.tenders.map((tender) => ({
      ...tender,
      reference: tender.reference && maskCardNumbers(tender.reference),
    })),
  };
}

function withMaskedCodes(body: SaleBody): SaleBody {
  return {
    ...body,
    customer: body.customer && maskCardNumberCode(body.customer),
    receipt: body.receipt && {
      ...body.receipt,
      number: body.receipt.number && maskCardNumberCode(body.receipt.number),
    },
    coupons: body.coupons?.map(maskCardNumberCode),
    lines: body.lines.map((line) => ({
      ...line,
      promotions: line.promotions?.map(({ code, amount }) => ({
        code: maskCardNumberCode(code),
        amount,
      })),
      sku: line.sku && maskCardNumberCode(line.sku),
      barcode: line.barcode && maskCardNumberCode(line.barcode),
      taxCode: line.taxCode && maskCardNumberCode(line.taxCode),
    })),
  };
}

function refusalOf(param: string): Refusal {
  return new Refusal({
    code: 'CARD_NUMBER_NOT_ALLOWED',
    param,
    detail: 'A card number must not be sent; send the reference of the card terminal.',
  });
}
