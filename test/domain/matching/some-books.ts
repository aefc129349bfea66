import { Temporal } from 'temporal-polyfill';
import {
  buildMatchContext,
  type MatchContext,
  type MatchFacts,
} from '../../../domain/matching/match-context.js';
import type {
  MatchPolicy,
  OpenItem,
  Payment,
  SettledPayment,
} from '../../../domain/matching/matching.js';
import { money } from '../../../domain/money/money.js';
import { documentNumber, paymentReference } from '../../oracle/invoice/numbers.js';

export const policy: MatchPolicy = {
  autoBookMax: { IDR: 1_000_000_000n },
  duplicateWindowDays: 45,
  knownFees: { IDR: [2_500n, 2_900n, 6_500n] },
  signsThatBook: ['virtual-account', 'account-alias'],
};

export function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}

/** Invoice number and payment reference of the n-th invoice. */
export function invoiceNumber(n: number): string {
  return documentNumber({ series: 'INV/JKT/2026', sequence: BigInt(n) });
}

export function referenceOf(n: number): string {
  return paymentReference('2601', BigInt(n));
}

/** The only instalment of the n-th invoice, of customer `c1`, overdue since 1 March. */
export function anItem(n: number, parts: Partial<OpenItem> = {}): OpenItem {
  return {
    id: `item-${n}`,
    invoiceId: `invoice-${n}`,
    invoiceNumber: invoiceNumber(n),
    paymentReference: referenceOf(n),
    virtualAccount: undefined,
    customerId: 'c1',
    instalment: 1,
    open: money(100_000n * BigInt(n), 'IDR'),
    dueOn: day('2026-03-01'),
    isDisputed: false,
    taxed: undefined,
    ...parts,
  };
}

export function aPayment(amount: bigint, parts: Partial<Payment> = {}): Payment {
  return {
    id: 'p1',
    receivedOn: day('2026-03-10'),
    amount: money(amount, 'IDR'),
    payerName: undefined,
    payerAccount: undefined,
    virtualAccount: undefined,
    references: [],
    text: '',
    ...parts,
  };
}

export function aSettled(amount: bigint, parts: Partial<SettledPayment> = {}): SettledPayment {
  return {
    paymentId: 'earlier',
    customerId: 'c1',
    amount: money(amount, 'IDR'),
    receivedOn: day('2026-03-01'),
    references: [],
    ...parts,
  };
}

export function someBooks(facts: Partial<MatchFacts> = {}): MatchContext {
  return buildMatchContext({
    openItems: [],
    sameAmounts: [],
    settled: [],
    aliases: [],
    virtualAccounts: [],
    customers: [],
    withholdingBasisPoints: 200,
    ...facts,
  });
}
