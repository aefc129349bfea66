import { extractReferences } from './extract-references.js';
import type { Payment } from './matching.js';
import { referenceKey } from './reference-key.js';

/** A payment as the bank told of it, before it is known whether it was paid into a virtual account. */
export type PaymentAsTold = Omit<Payment, 'virtualAccount'> &
  Readonly<{
    /** What the bank gave beside the payer's own references, such as the account that was paid into. */
    otherReferences: readonly string[];
  }>;

/** Everything in a payment that may be a virtual account of ours, in the form in which their numbers are kept. */
export function virtualAccountsNamed({
  references,
  otherReferences,
  text,
}: PaymentAsTold): readonly string[] {
  const whole = [...otherReferences, ...references].map(referenceKey);
  const inText = extractReferences([...references, text], NO_SERIES).map(({ key }) => key);
  return [...new Set([...whole, ...inText])].filter((key) => VIRTUAL_ACCOUNT.test(key));
}

/** They have digits only. */
const NO_SERIES: ReadonlySet<string> = new Set();

/** SNAP BI: at most 28 digits; as open_virtual_account has it. */
const VIRTUAL_ACCOUNT = /^\d{8,28}$/;

/**
 * The payment with the virtual account of ours that it was paid into: the only one that it names. One that names
 * several is a list of somebody's, and was paid into none that we know.
 */
export function withVirtualAccount(payment: PaymentAsTold, ours: ReadonlySet<string>): Payment {
  const { otherReferences: _, ...told } = payment;
  const [only, another] = virtualAccountsNamed(payment).filter((number) => ours.has(number));
  return { ...told, virtualAccount: another === undefined ? only : undefined };
}
