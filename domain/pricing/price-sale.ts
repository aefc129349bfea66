import { isBookable, money, MONEY_MAX_DIGITS, sumAmounts } from '../money/money.js';
import type { Catalogue } from './catalogue.js';
import { refuseUnlessBookable, type Finding, type SaleException } from './findings.js';
import type { BasketTotals, PricedBasket, PricedLine, PricedSale } from './priced-sale.js';
import { promoteLines } from './promote-lines.js';
import { readLines, unpricedLines } from './read-lines.js';
import { LINES_MAX, type BasketRequest, type SaleRequest } from './sale-request.js';
import { checkTenders, priceTenders, roundingOf } from './settle-tenders.js';
import { priceByRemainder } from './suspense.js';
import { taxLines, taxTotals } from './tax-lines.js';
import { checkTenderLimits } from './tender-limits.js';

/**
 * Prices a whole sale: the one engine that the till and the server share. Amounts are booked units.
 *
 * In `online` mode everything that does not fit is refused, all of it at once. In `completed` mode
 * the goods are gone and the money is in the drawer: an unknown item, another price, a fraction of a piece, tenders
 * that do not add up or more than a tender may pay is booked as it happened and listed in `exceptions`.
 * What nobody could book (a quantity below zero, a debt of nobody) is refused in both.
 *
 * @throws Refusal `LINES_EMPTY`, `TOO_MANY_LINES`, `TOO_MANY_TENDERS`, `CURRENCY_MISMATCH`,
 * `SKU_UNKNOWN`, `ITEM_WITHDRAWN`, `BARCODE_MISMATCH`, `TAX_RULE_MISSING`, `QUANTITY_NOT_ALLOWED`, `PRICE_NEGATIVE`,
 * `PRICE_MISMATCH`, `PROMOTION_MISMATCH`, `DISCOUNT_NEGATIVE`, `DISCOUNT_TOO_LARGE`, `MONEY_TOO_LARGE`, `TENDER_NOT_POSITIVE`,
 * `CUSTOMER_REQUIRED`, `TENDER_LIMIT_EXCEEDED`, `TENDERS_DO_NOT_ADD_UP`; `param` is the path in the request.
 */
export function priceSale(sale: SaleRequest, catalogue: Catalogue): PricedSale {
  const priced = priceOnce(sale, catalogue);
  return withoutPromotions(sale, catalogue, priced) ?? priced;
}

/**
 * A completed sale of a till that knew no promotion and took the whole price: it is booked as it was paid, and a person
 * is told what would have been given. Undefined when its tenders say something else.
 */
function withoutPromotions(
  sale: SaleRequest,
  catalogue: Catalogue,
  priced: PricedSale,
): PricedSale | undefined {
  const isSaid = sale.lines.some(({ promotions }) => promotions !== undefined);
  const isGiven = priced.lines.some(({ promotions }) => promotions.length > 0);
  if (isSaid || !isGiven || addsUp(priced)) return undefined;
  const plain = priceOnce(sale, { ...catalogue, promote: undefined });
  if (!addsUp(plain)) return undefined;
  const told: SaleException = {
    code: 'PROMOTION_MISMATCH',
    param: 'lines',
    detail: 'The whole price was paid, though promotions were in force.',
    kind: 'price',
    expected: priced.totals.total,
    given: plain.totals.total,
  };
  return { ...plain, exceptions: [...plain.exceptions, told] };
}

function addsUp({ exceptions }: PricedSale): boolean {
  return exceptions.every(({ code }) => code !== 'TENDERS_DO_NOT_ADD_UP');
}

function priceOnce(sale: SaleRequest, catalogue: Catalogue): PricedSale {
  const request = withEveryPrice(sale, catalogue);
  const basket = priceLines(request, catalogue, [
    ...checkTenders(request),
    ...checkTenderLimits(request.tenders, catalogue.tenderLimits),
  ]);
  const { rounding, findings } = roundingOf(
    request.tenders,
    money(basket.totals.total, request.currency),
    catalogue.cashRounding,
  );
  const roundingExceptions = refuseUnlessBookable(findings, request.mode);

  const tenders = priceTenders(request.tenders);
  const onAccount = sumAmounts(
    tenders.filter(({ type }) => type === 'onAccount').map(({ amount }) => amount),
  );
  const due = basket.totals.total - rounding;
  return {
    ...basket,
    totals: { ...basket.totals, rounding, due, paid: due - onAccount, onAccount },
    tenders,
    change: sumAmounts(tenders.map(({ change }) => change)),
    exceptions: [...basket.exceptions, ...roundingExceptions],
  };
}

/**
 * Prices a basket that nobody has paid yet: what the till shows while it scans.
 *
 * @throws Refusal as `priceSale` does, without those about tenders.
 */
export function priceBasket(request: BasketRequest, catalogue: Catalogue): PricedBasket {
  return priceLines(request, catalogue, []);
}

/** A completed sale may contain items without any known price; then the tenders give the price. */
function withEveryPrice(request: SaleRequest, catalogue: Catalogue): SaleRequest {
  const unpriced = request.mode === 'completed' ? unpricedLines(request, catalogue) : [];
  if (unpriced.length === 0) return request;
  return priceByRemainder(
    request,
    unpriced,
    (free) => priceLines(free, catalogue, []).totals.total,
  );
}

function priceLines(
  request: BasketRequest,
  catalogue: Catalogue,
  tenderFindings: readonly Finding[],
): PricedBasket {
  refuseUnlessBookable(checkShape(request, catalogue), request.mode);
  const basket = readLines(request, catalogue);
  const exceptions = refuseUnlessBookable([...basket.findings, ...tenderFindings], request.mode);
  const { lines: plain, findings } = promoteLines(basket.lines, request, catalogue);
  const ofPromotions = refuseUnlessBookable(findings, request.mode);
  const lines = taxLines(plain);
  const totals = sumLines(lines);
  refuseUnlessBookable(checkTotal(totals.total), request.mode);
  return {
    currency: request.currency,
    priceVersion: catalogue.version,
    lines,
    totals,
    taxes: taxTotals(plain, lines),
    exceptions: [...exceptions, ...ofPromotions],
  };
}

/** Faults of the whole request, with which the lines are not checked at all. */
function checkShape({ lines, currency }: BasketRequest, catalogue: Catalogue): Finding[] {
  if (lines.length === 0) {
    return [{ code: 'LINES_EMPTY', param: 'lines', detail: 'A sale has at least one line.' }];
  }
  if (lines.length > LINES_MAX) {
    const detail = `A sale has at most ${LINES_MAX} lines.`;
    return [{ code: 'TOO_MANY_LINES', param: 'lines', detail }];
  }
  if (currency !== catalogue.currency) {
    const detail = `The price list is in ${catalogue.currency}, the sale in ${currency}.`;
    return [{ code: 'CURRENCY_MISMATCH', param: 'currency', detail }];
  }
  return [];
}

function sumLines(lines: readonly PricedLine[]): BasketTotals {
  const column = (of: (line: PricedLine) => bigint): bigint => sumAmounts(lines.map(of));
  return {
    gross: column(({ gross }) => gross),
    discount: column(({ discount }) => discount),
    net: column(({ net }) => net),
    discountBase: column(({ discountBase }) => discountBase),
    taxBase: column(({ taxBase }) => taxBase),
    otherBase: column(({ otherBase }) => otherBase),
    tax: column(({ tax }) => tax),
    total: column(({ total }) => total),
  };
}

function checkTotal(total: bigint): Finding[] {
  if (isBookable(total)) return [];
  const detail = `The sale comes to more than ${MONEY_MAX_DIGITS} digits.`;
  return [{ code: 'MONEY_TOO_LARGE', param: 'lines', detail }];
}
