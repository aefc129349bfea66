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
  /** Several payments fit, only the amount agrees, or something speaks against it: a person decides. */
  | Readonly<{ kind: 'unclear'; paymentIds: readonly string[] }>
  | Readonly<{ kind: 'none' }>;

/** What of a return identifies nothing, because several payments bear it: references as `identifyingReference` gives them. */
export type SharedSigns = Readonly<{
  references: ReadonlySet<string>;
  /** Many pay from this account: that of a gateway, or a constant of the bank. */
  isAccountShared: boolean;
}>;

type Returned = Omit<ReversibleLine, 'paymentId'>;

/**
 * Which earlier payment a bank's return undoes. It has the same amount and was not later, its party is not another
 * one, and something that identifies it is in both: a reference of its own, one of our numbers in the text, the
 * payer's account, the payer's name. Each sign leaves those that bear it; what is left must be one. Neither the
 * amount alone nor a text or reference that is the same for many decides. `payments` are those not reversed yet.
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

/** Our own numbers carry a check digit: a date or a terminal's number is none of them. */
function ownNumbersIn(text: string): readonly string[] {
  const words = normaliseText(text).split(/[\s,;:()]+/);
  return words.flatMap((word) => {
    const isOurs = isValidReference(word) || parseDocumentNumber(word) !== undefined;
    return isOurs ? (identifyingReference(normaliseReference(word)) ?? []) : [];
  });
}

/** Many bear a single name. */
function isFullName(name: string): boolean {
  return name.includes(' ');
}
