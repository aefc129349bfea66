import { money, moneyToWire, sumAmounts, type Money } from '../money/money.js';
import type { CashRounding } from './catalogue.js';
import type { Finding } from './findings.js';
import type { PricedTender } from './priced-sale.js';
import { checkCurrency } from './read-lines.js';
import { TENDERS_MAX, type RequestedTender, type SaleRequest } from './sale-request.js';

/** What is due when everything is paid in cash. */
export function cashDue(total: bigint, { step }: CashRounding): bigint {
  return step === 0n ? total : total - (total % step);
}

/** Checks each tender as far as possible without the total. */
export function checkTenders({ tenders, currency, customerId }: SaleRequest): Finding[] {
  if (tenders.length > TENDERS_MAX) {
    const detail = `A sale is paid with at most ${TENDERS_MAX} tenders.`;
    return [{ code: 'TOO_MANY_TENDERS', param: 'tenders', detail }];
  }
  return tenders.flatMap((tender, index) => {
    const at = `tenders[${index}]`;
    return [
      ...checkCurrency(tender.amount, currency, `${at}.amount.currency`),
      ...checkCurrency(tender.tendered, currency, `${at}.tendered.currency`),
      ...checkAmount(tender, at),
      ...checkTendered(tender, at),
      ...(tender.type === 'onAccount' && customerId === undefined ? [customerRequired()] : []),
    ];
  });
}

/** Leaves out cash of 0, which tills send when everything was free or rounded away. */
export function priceTenders(tenders: readonly RequestedTender[]): PricedTender[] {
  return tenders
    .filter(({ amount }) => amount.amount !== 0n)
    .map((tender) => ({
      type: tender.type,
      amount: tender.amount.amount,
      tendered: handedOver(tender),
      change: handedOver(tender) - tender.amount.amount,
      reference: tender.reference,
    }));
}

/** Only cash is handed over in excess; what else is told (checkTendered) changes nothing of what was paid. */
function handedOver({ type, amount, tendered }: RequestedTender): bigint {
  const isMore = type === 'cash' && tendered !== undefined && tendered.amount > amount.amount;
  return isMore ? tendered.amount : amount.amount;
}

/**
 * Compares the tenders with the total. They must add up to it, or, with cash among them, to the total less the cash
 * rounding, where the cash part is a multiple of the step. Nothing else is ever rounded. Of a completed sale the goods
 * are gone and the money is what was taken: any other difference, above or below, is booked as rounding and listed.
 */
export function roundingOf(
  tenders: readonly RequestedTender[],
  total: Money,
  { step }: CashRounding,
): Readonly<{ rounding: bigint; findings: readonly Finding[] }> {
  const offered = sumAmounts(tenders.map(({ amount }) => amount.amount));
  const missing = total.amount - offered;
  if (missing === 0n) return { rounding: 0n, findings: [] };

  const cash = tenders.filter(({ type }) => type === 'cash');
  if (cash.length === 0 || missing < 0n || missing >= step) {
    return { rounding: missing, findings: [doNotAddUp(total, money(offered, total.currency))] };
  }
  const paidInCash = sumAmounts(cash.map(({ amount }) => amount.amount));
  const beyondStep = paidInCash % step;
  // Cash of 0 beside other tenders rounds nothing; cash of 0 alone may have been rounded down to 0.
  const roundable = paidInCash > 0n || offered === 0n ? (beyondStep + missing) % step : 0n;
  const findings =
    roundable === missing ? [] : [oddRounding(money(missing, total.currency), roundable)];
  return { rounding: missing, findings };
}

function checkAmount({ type, amount }: RequestedTender, at: string): Finding[] {
  if (amount.amount > 0n || (amount.amount === 0n && type === 'cash')) return [];
  const detail = 'A tender is above zero.';
  return [{ code: 'TENDER_NOT_POSITIVE', param: `${at}.amount`, detail }];
}

function checkTendered({ type, amount, tendered }: RequestedTender, at: string): Finding[] {
  if (tendered === undefined || tendered.amount === amount.amount) return [];
  if (type === 'cash' && amount.amount === 0n) return [nothingToHandBack(tendered, at)];
  if (type === 'cash' && tendered.amount > amount.amount) return [];
  return [
    {
      code: 'TENDERS_DO_NOT_ADD_UP',
      param: `${at}.tendered`,
      detail:
        type === 'cash'
          ? 'Less cash was handed over than the tender pays.'
          : 'Only cash can be handed over in excess.',
      asException: { kind: 'tender', expected: amount.amount, given: tendered.amount },
    },
  ];
}

/** Cash of 0 is not booked, so neither is cash that was handed over and handed back in full. */
function nothingToHandBack({ amount }: Money, at: string): Finding {
  return {
    code: 'TENDERS_DO_NOT_ADD_UP',
    param: `${at}.tendered`,
    detail: 'Cash was handed over that pays nothing.',
    asException: { kind: 'tender', expected: 0n, given: amount },
  };
}

function customerRequired(): Finding {
  const detail = 'A sale on account needs a customer who will owe it.';
  return { code: 'CUSTOMER_REQUIRED', param: 'customer', detail };
}

function doNotAddUp(total: Money, offered: Money): Finding {
  const [due, paid] = [moneyToWire(total).amount, moneyToWire(offered).amount];
  return {
    code: 'TENDERS_DO_NOT_ADD_UP',
    param: 'tenders',
    detail: `The sale comes to ${due} ${total.currency}, the tenders to ${paid} ${offered.currency}.`,
    asException: { kind: 'tender', expected: total.amount, given: offered.amount },
  };
}

function oddRounding(missing: Money, expected: bigint): Finding {
  return {
    code: 'TENDERS_DO_NOT_ADD_UP',
    param: 'tenders',
    detail: `${moneyToWire(missing).amount} ${missing.currency} is missing, which is not what cash is rounded by.`,
    asException: { kind: 'rounding', expected, given: missing.amount },
  };
}
