import { Temporal } from 'temporal-polyfill';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import { parseMoney, type Money, type MoneyOnWire } from '../../../domain/money/money.js';
import type {
  RequestedLine,
  RequestedTender,
  SaleRequest,
} from '../../../domain/pricing/sale-request.js';
import { parseQuantity } from '../../../domain/quantity/quantity.js';
import { Refusal, type Fault } from '../../../domain/refusal.js';

export type ReadFor = Readonly<{
  currency: CurrencyCode;
  customerId: string | undefined;
  /** The booking day, when it differs from the day of the sale. */
  businessDate?: string;
}>;

/**
 * Converts a sale from the wire to the domain: amounts as integers, dates as dates. Reports all faults of all lines and
 * tenders at once.
 *
 * @throws Refusal of `parseMoney` and `parseQuantity` (code of the first, all of them in `errors`).
 */
export function readSaleRequest(
  body: SaleBody,
  { currency, customerId, businessDate = body.businessDate }: ReadFor,
): SaleRequest {
  const faults: Fault[] = [];
  const lines = body.lines.map((line, index) => readLine(line, `lines[${index}]`, faults));
  const tenders = body.tenders.map((tender, index) =>
    readTender(tender, `tenders[${index}]`, faults),
  );
  const [first] = faults;
  if (first !== undefined) throw new Refusal({ ...first, errors: faults.length > 1 ? faults : [] });
  return {
    mode: body.mode,
    currency,
    businessDate: Temporal.PlainDate.from(businessDate),
    customerId,
    lines,
    tenders,
  };
}

/** Never used, because a fault refuses the whole sale. */
const NOTHING: Money = { amount: 0n, currency: 'IDR' };

function readLine(line: SaleBody['lines'][number], at: string, faults: Fault[]): RequestedLine {
  const { sku, barcode, quantity, unitPrice, discount, name, taxCode, priceIncludesTax } = line;
  return {
    sku,
    barcode,
    name,
    taxCode,
    priceIncludesTax,
    quantityMilli: attempt(() => parseQuantity(quantity, `${at}.quantity`), faults) ?? 0n,
    unitPrice: readMoney(unitPrice, `${at}.unitPrice`, faults),
    discount: readMoney(discount, `${at}.discount`, faults),
    promotions: line.promotions?.map(({ code, amount }, place) => ({
      code,
      amount: readMoney(amount, `${at}.promotions[${place}].amount`, faults) ?? NOTHING,
    })),
  };
}

function readTender(
  tender: SaleBody['tenders'][number],
  at: string,
  faults: Fault[],
): RequestedTender {
  const { type, amount, tendered, reference } = tender;
  return {
    type,
    amount: readMoney(amount, `${at}.amount`, faults) ?? NOTHING,
    tendered: readMoney(tendered, `${at}.tendered`, faults),
    reference,
  };
}

function readMoney(wire: MoneyOnWire | undefined, at: string, faults: Fault[]): Money | undefined {
  return wire === undefined ? undefined : attempt(() => parseMoney(wire, at), faults);
}

function attempt<Value>(read: () => Value, faults: Fault[]): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, detail, param = '' } = error;
    faults.push({ code, param, detail });
    return undefined;
  }
}
