import { Temporal } from 'temporal-polyfill';
import { parseDocumentNumber } from '../invoice/document-number.js';
import { isValidReference, normaliseReference } from '../invoice/payment-reference.js';
import type { Money } from '../money/money.js';
import { identifyingReference } from '../statement/identifying-reference.js';
import { accountsDiffer, isSameAccount, namesDiffer } from '../statement/same-party.js';
import { normaliseText } from '../statement/text.js';

/** A bank line that takes money back, or the payment it may take back; amounts above zero. */
export type ReversibleLine = Readonly<{
  paymentId: string;
  on: Temporal.PlainDate;
  amount: Money;
  references: readonly string[];
  payerName: string | undefined;
  payerAccount: string | undefined;
  text: string;
}>;

type Sign = 'reference' | 'payer-account' | 'payer-name';

export type ReversalFinding =
  | Readonly<{ kind: 'found'; paymentId: string; by: Sign }>
  /** Several payments fit, only the amount agrees, or something contradicts it: a person decides. */
  | Readonly<{ kind: 'unclear'; paymentIds: readonly string[] }>
  | Readonly<{ kind: 'none' }>;

/**
 * Signs of a return that several payments have, so that they identify none; references as `identifyingReference` gives
 * them.
 */
export type SharedSigns = Readonly<{
  references: ReadonlySet<string>;
  /**
   * True when many customers pay from this account: a gateway's account, or a constant of the bank.
   */
  isAccountShared: boolean;
}>;

type Returned = Omit<ReversibleLine, 'paymentId'>;

/**
 * Finds the earlier payment that a bank's return undoes. It has the same amount, is not later, does not name another
 * party, and shares an identifying sign with the return: a reference of its own, one of our numbers in the text, the
 * payer's account or the payer's name. Each sign narrows the candidates until one is left. The amount alone never
 * decides, nor does a reference that many payments have. `payments` are those not reversed yet.
 */
export function findReversedPayment(
  reversal: Returned,
  payments: readonly ReversibleLine[],
  shared: SharedSigns,
): ReversalFinding {
  const possible = payments.filter(
    ({ amount, on }) =>
      amount.amount === reversal.amount.amount &&
      amount.currency === reversal.amount.currency &&
      Temporal.PlainDate.compare(on, reversal.on) <= 0,
  );
  let left = possible.filter((payment) => !isOfAnother(reversal, payment));
  for (const { by, joins } of signsOf(reversal, shared)) {
    const agreeing = left.filter(joins);
    const [only, another] = agreeing;
    if (only === undefined) continue;
    if (another === undefined) return { kind: 'found', paymentId: only.paymentId, by };
    left = agreeing;
  }
  if (possible.length === 0) return { kind: 'none' };
  return { kind: 'unclear', paymentIds: possible.map(({ paymentId }) => paymentId) };
}

function isOfAnother(reversal: Returned, payment: ReversibleLine): boolean {
  return (
    accountsDiffer(reversal.payerAccount, payment.payerAccount) ||
    namesDiffer(reversal.payerName, payment.payerName)
  );
}

type Joining = Readonly<{ by: Sign; joins: (payment: ReversibleLine) => boolean }>;

function signsOf(
  reversal: Returned,
  { references, isAccountShared }: SharedSigns,
): readonly Joining[] {
  const wanted = new Set([...referencesIn(reversal), ...ownNumbersIn(reversal.text)]);
  for (const one of references) wanted.delete(one);
  const name = normaliseText(reversal.payerName ?? '');
  return [
    {
      by: 'reference',
      joins: (payment) =>
        [...referencesIn(payment), ...ownNumbersIn(payment.text)].some((one) => wanted.has(one)),
    },
    {
      by: 'payer-account',
      joins: ({ payerAccount }) =>
        !isAccountShared && isSameAccount(reversal.payerAccount, payerAccount),
    },
    {
      by: 'payer-name',
      joins: ({ payerName }) => isFullName(name) && normaliseText(payerName ?? '') === name,
    },
  ];
}

function referencesIn({ references }: Returned): readonly string[] {
  return references.flatMap((one) => identifyingReference(one) ?? []);
}

/** Our own numbers carry a check digit, so dates and terminal numbers are not taken for one. */
function ownNumbersIn(text: string): readonly string[] {
  const words = normaliseText(text).split(/[\s,;:()]+/);
  return words.flatMap((word) => {
    const isOurs = isValidReference(word) || parseDocumentNumber(word) !== undefined;
    return isOurs ? (identifyingReference(normaliseReference(word)) ?? []) : [];
  });
}

/** A name of one word is shared by many people. */
function isFullName(name: string): boolean {
  return name.includes(' ');
}
