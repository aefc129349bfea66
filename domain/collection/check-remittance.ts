import type { CurrencyCode } from '../money/currency.js';
import { formatMoney } from '../money/format-money.js';
import { sumAmounts } from '../money/money.js';
import { multiplyRational, type Rational } from '../money/rational.js';
import { Refusal, type Fault } from '../refusal.js';
import { commissionOf, type CommissionedPayment } from './commission.js';

/** What the agency says it pays over; amounts in the smallest booked unit. */
export type Remittance = Readonly<{
  currency: CurrencyCode;
  gross: bigint;
  commission: bigint;
  taxOnCommission: bigint;
  net: bigint;
  payments: readonly Readonly<{ paymentId: string; amount: bigint }>[];
}>;

/** A payment the agency reported on one of its placements. */
export type ReportedPayment = CommissionedPayment &
  Readonly<{
    paymentId: string;
    currency: CurrencyCode;
    /** The remittance that paid it over before. */
    remittedBy: string | undefined;
  }>;

/** PPN (VAT) on the commission of the agency; the commission itself is agreed for each case. */
export type RemittanceTerms = Readonly<{ taxRate: Rational }>;

export type RemittanceDecision =
  | Readonly<{
      kind: 'accepted';
      /** The commission of each payment, in the order of the remittance. */
      parts: readonly Readonly<{ paymentId: string; amount: bigint; commission: bigint }>[];
    }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>;

/** Payments one remittance may list. */
export const REMITTANCE_PAYMENTS_MAX = 10_000;

/**
 * Checks an agency's remittance against what it reported and what was agreed. Every fault is named at
 * once; the first gives the refusal its code. `payments` are those of this agency only: what belongs
 * to another one is unknown here.
 *
 * Runs first, before anything is locked, and alone knows the agreed commission. Under the lock of the agency
 * prisma/functions/collection/check_remittance_lines.sql and check_remittance_total.sql check once more what must hold in
 * the books (known, not paid over before, amounts, totals), because another remittance may have come between.
 *
 * Refusals: `REMITTANCE_EMPTY`, `REMITTANCE_TOO_LARGE`, `PAYMENT_UNKNOWN`, `PAYMENT_LISTED_TWICE`,
 * `PAYMENT_ALREADY_REMITTED`, `PAYMENT_AMOUNT_DIFFERS`, `PAYMENT_CURRENCY_DIFFERS`,
 * `REMITTANCE_DOES_NOT_FOOT` (gross is not the sum of the payments, net not gross less commission and
 * tax), `COMMISSION_MISMATCH`, `COMMISSION_TAX_MISMATCH`.
 */
export function checkRemittance(
  remittance: Remittance,
  payments: readonly ReportedPayment[],
  terms: RemittanceTerms,
): RemittanceDecision {
  if (remittance.payments.length > REMITTANCE_PAYMENTS_MAX) {
    const detail = `A remittance lists at most ${REMITTANCE_PAYMENTS_MAX} payments.`;
    return refusedFor([{ code: 'REMITTANCE_TOO_LARGE', param: 'payments', detail }]);
  }
  const reported = new Map(payments.map((payment) => [payment.paymentId, payment]));
  const faults = [...paymentFaults(remittance, reported), ...footingFaults(remittance)];
  if (faults.length > 0) return refusedFor(faults);
  const listed = remittance.payments.flatMap(({ paymentId }) => reported.get(paymentId) ?? []);
  const commission = commissionOf(listed);
  const amountFaults = commissionFaults(remittance, commission.total, terms);
  if (amountFaults.length > 0) return refusedFor(amountFaults);
  return {
    kind: 'accepted',
    parts: listed.map(({ paymentId, amount }, index) => ({
      paymentId,
      amount,
      commission: commission.parts[index] ?? 0n,
    })),
  };
}

function paymentFaults(
  { payments, currency }: Remittance,
  reported: ReadonlyMap<string, ReportedPayment>,
): readonly Fault[] {
  if (payments.length === 0) {
    const detail = 'A remittance lists the payments it pays over.';
    return [{ code: 'REMITTANCE_EMPTY', param: 'payments', detail }];
  }
  const listed = new Set<string>();
  return payments.flatMap(({ paymentId, amount }, index) => {
    const param = `payments[${index}]`;
    const isRepeated = listed.has(paymentId);
    listed.add(paymentId);
    if (isRepeated) {
      return [{ code: 'PAYMENT_LISTED_TWICE', param, detail: 'The payment is listed twice.' }];
    }
    return faultOf({ amount, currency }, reported.get(paymentId), param) ?? [];
  });
}

function faultOf(
  listed: Readonly<{ amount: bigint; currency: CurrencyCode }>,
  known: ReportedPayment | undefined,
  param: string,
): Fault | undefined {
  if (known === undefined) {
    const detail = 'No such payment was reported on a placement of this agency.';
    return { code: 'PAYMENT_UNKNOWN', param: `${param}.sequence`, detail };
  }
  if (known.remittedBy !== undefined) {
    const detail = 'The payment was paid over by an earlier remittance.';
    return { code: 'PAYMENT_ALREADY_REMITTED', param: `${param}.sequence`, detail };
  }
  if (known.currency !== listed.currency) {
    const detail = `The payment was reported in ${known.currency}.`;
    return { code: 'PAYMENT_CURRENCY_DIFFERS', param: `${param}.gross`, detail };
  }
  if (known.amount !== listed.amount) {
    const detail = 'The amount is not the one that was reported.';
    return { code: 'PAYMENT_AMOUNT_DIFFERS', param: `${param}.gross`, detail };
  }
  return undefined;
}

function footingFaults(remittance: Remittance): readonly Fault[] {
  const { gross, commission, taxOnCommission, net, payments } = remittance;
  const code = 'REMITTANCE_DOES_NOT_FOOT';
  const faults: Fault[] = [];
  if (gross !== sumAmounts(payments.map(({ amount }) => amount))) {
    const detail = 'The gross amount is not the sum of the payments.';
    faults.push({ code, param: 'gross', detail });
  }
  if (net !== gross - commission - taxOnCommission) {
    const detail = 'The net amount is not gross less commission and the tax on it.';
    faults.push({ code, param: 'net', detail });
  }
  return faults;
}

function commissionFaults(
  { commission, taxOnCommission, currency }: Remittance,
  agreed: bigint,
  { taxRate }: RemittanceTerms,
): readonly Fault[] {
  const tax = multiplyRational(agreed, taxRate, 'half-up');
  const text = (amount: bigint) => formatMoney({ amount, currency }, 'en');
  const faults: Fault[] = [];
  if (commission !== agreed) {
    const detail = `By the agreed schedule the commission is ${text(agreed)}.`;
    faults.push({ code: 'COMMISSION_MISMATCH', param: 'commission', detail });
  } else if (taxOnCommission !== tax) {
    const detail = `The tax on the commission is ${text(tax)}.`;
    faults.push({ code: 'COMMISSION_TAX_MISMATCH', param: 'taxOnCommission', detail });
  }
  return faults;
}

function refusedFor(faults: readonly Fault[]): RemittanceDecision {
  const [first] = faults;
  return {
    kind: 'refused',
    refusal: new Refusal({
      code: first?.code ?? 'REMITTANCE_EMPTY',
      param: first?.param,
      detail: first?.detail ?? '',
      errors: faults,
    }),
  };
}
