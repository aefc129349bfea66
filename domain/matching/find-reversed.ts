import { Temporal } from 'temporal-polyfill';
import type { Money } from '../money/money.js';
import { normaliseAccount, normaliseText } from '../statement/text.js';

/** A bank line that takes money back, or the payment it may take back; amounts above zero. */
export type ReversibleLine = Readonly<{
  paymentId: string;
  on: Temporal.PlainDate;
  amount: Money;
  references: readonly string[];
  payerAccount: string | undefined;
  text: string;
}>;

export type ReversalFinding =
  | Readonly<{ kind: 'found'; paymentId: string; by: 'reference' | 'payer-account' | 'text' }>
  /** Several payments fit, or only the amount agrees: a person decides. */
  | Readonly<{ kind: 'unclear'; paymentIds: readonly string[] }>
  | Readonly<{ kind: 'none' }>;

/**
 * Which earlier payment a bank's reversal undoes. It has the same amount and was not later; among
 * those the bank's reference decides, then the payer's account, then the text, each only when it
 * points to one payment. The amount alone never decides. `payments` are those not reversed yet.
 */
export function findReversedPayment(
  reversal: Omit<ReversibleLine, 'paymentId'>,
  payments: readonly ReversibleLine[],
): ReversalFinding {
  const possible = payments.filter(
    ({ amount, on }) =>
      amount.amount === reversal.amount.amount &&
      amount.currency === reversal.amount.currency &&
      Temporal.PlainDate.compare(on, reversal.on) <= 0,
  );
  for (const { by, keysOf } of SIGNALS) {
    const wanted = new Set(keysOf(reversal));
    const agreeing = possible.filter((payment) => keysOf(payment).some((key) => wanted.has(key)));
    const [only, another] = agreeing;
    if (only !== undefined && another === undefined) {
      return { kind: 'found', paymentId: only.paymentId, by };
    }
  }
  if (possible.length === 0) return { kind: 'none' };
  return { kind: 'unclear', paymentIds: possible.map(({ paymentId }) => paymentId) };
}

type Signal = Readonly<{
  by: 'reference' | 'payer-account' | 'text';
  keysOf: (line: Omit<ReversibleLine, 'paymentId'>) => readonly string[];
}>;

const SIGNALS: readonly Signal[] = [
  { by: 'reference', keysOf: ({ references }) => references.map(normaliseAccount).filter(isKey) },
  {
    by: 'payer-account',
    keysOf: ({ payerAccount }) => [normaliseAccount(payerAccount ?? '')].filter(isKey),
  },
  { by: 'text', keysOf: ({ text }) => [normaliseText(text)].filter(isKey) },
];

function isKey(text: string): boolean {
  return text !== '';
}
