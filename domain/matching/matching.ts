import type { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import type { KeptBack } from './kept-back.js';

/** Money that came in and is to be joined to open items; `amount` is above zero. */
export type Payment = Readonly<{
  id: string;
  receivedOn: Temporal.PlainDate;
  amount: Money;
  /** Of money that waits: the customer in whose name it is kept. */
  customerId?: string | undefined;
  payerName: string | undefined;
  payerAccount: string | undefined;
  /** The virtual account that was paid into. */
  virtualAccount: string | undefined;
  /** What the payer or a gateway gave as reference, each on its own: structured, end-to-end, order id. */
  references: readonly string[];
  /** Remittance text as sent. */
  text: string;
}>;

/** One instalment of one invoice; `open` is above zero. */
export type OpenItem = Readonly<{
  id: string;
  invoiceId: string;
  invoiceNumber: string;
  paymentReference: string | undefined;
  /** A virtual account made for this invoice alone. */
  virtualAccount: string | undefined;
  customerId: string;
  instalment: number;
  open: Money;
  dueOn: Temporal.PlainDate;
  isDisputed: boolean;
  /** The whole invoice: without tax, and its tax. Undefined when it is not known. */
  taxed: Readonly<{ net: bigint; tax: bigint }> | undefined;
}>;

/** A payment that was allocated before, for recognising duplicates. */
export type SettledPayment = Readonly<{
  paymentId: string;
  customerId: string;
  amount: Money;
  receivedOn: Temporal.PlainDate;
  /** Invoice numbers and payment references of what it paid. */
  references: readonly string[];
}>;

export type MatchPolicy = Readonly<{
  /** Larger amounts need a person; a currency without a limit is never booked automatically. */
  autoBookMax: Readonly<Partial<Record<CurrencyCode, bigint>>>;
  /** Same payer, amount and items within so many days is a suspected duplicate. */
  duplicateWindowDays: number;
  /**
   * Known transfer fees of banks (BI-FAST 2,500; SKN 2,900; online transfer 6,500), per currency.
   */
  knownFees: Readonly<Partial<Record<CurrencyCode, readonly bigint[]>>>;
  /** Signs of the payer that may stand beside a proved sum in place of a number of ours. None: a number is demanded. */
  signsThatBook: readonly PayerSign[];
}>;

/** How a payer is known: by the virtual account of the customer, an account that paid before, or an equal name. */
export type PayerSign = 'virtual-account' | 'account-alias' | 'payer-name';

export type Allocation = Readonly<{ openItemId: string; amount: bigint }>;

/**
 * How one of our numbers was written. `listed`: in full behind another of its series. `repaired`: put together again by
 * its check digit. `completed`: digits were added that a list, a range or the check digit gave. `cut`: by the bank.
 */
export type ReferenceWriting =
  'as-printed' | 'separators-differ' | 'look-alikes' | 'listed' | 'repaired' | 'completed' | 'cut';

/** One piece of evidence for a finding, which a person can check against the bank line. */
export type Evidence =
  | Readonly<{
      kind: 'reference';
      reference: string;
      written: string;
      how: ReferenceWriting;
    }>
  | Readonly<{ kind: 'amount-equals'; scope: AmountScope }>
  | Readonly<{ kind: 'virtual-account'; customerId: string }>
  /** The money is kept in the name of this customer already. */
  | Readonly<{ kind: 'kept-for'; customerId: string }>
  | Readonly<{ kind: 'account-alias'; customerId: string; confirmations: number }>
  | Readonly<{ kind: 'payer-name'; customerId: string; name: string; how: 'equal' | 'cut-off' }>
  /** The payer kept something back, by a bank's tariff, a law or a coin. */
  | KeptBack
  /** The payer added the last digits of the invoice to the amount. */
  | Readonly<{ kind: 'unique-code'; amount: bigint }>
  | Readonly<{ kind: 'only-combination'; itemsConsidered: number }>;

export type AmountScope =
  | 'invoice'
  | 'earliest-instalments'
  /** The instalment that the payer says to pay. */
  | 'named-instalment'
  /** A later instalment than the oldest has the amount. */
  | 'one-instalment'
  /** Of each named invoice its oldest instalments. */
  | 'instalments-of-each'
  | 'all-referenced'
  | 'one-item'
  | 'all-due'
  | 'all-open'
  /** The oldest items in a row. */
  | 'oldest-first'
  /** Of all customers only this item has the amount. */
  | 'only-item';

/** Why a finding is offered to a person instead of being booked. */
export const DOUBTS = [
  'amount-short',
  'amount-over',
  'no-reference',
  'payer-unknown',
  'some-references-paid',
  'several-combinations',
  'combination-not-proved',
  'disputed',
  'currency-differs',
  'above-limit',
  'several-customers',
  // Another payment of the run asks for the same items.
  'payments-compete',
  'reference-repaired',
  // Digits were added to a number, or the bank had cut it.
  'reference-completed',
  // The payer names an instalment that the order of the law would not pay.
  'instalment-differs',
  // A person has undone an allocation of the payment before.
  'undone-before',
  // A part of the payment is used already, and only the rest is matched.
  'partly-used',
] as const;

export type Doubt = (typeof DOUBTS)[number];

/** `paid = terms + rest`, every figure in the payment's booked unit. */
export type Equation = Readonly<{
  paid: Money;
  terms: readonly EquationTerm[];
  /** What the payer kept back of these items. */
  kept: readonly Pick<KeptBack, 'kind' | 'amount'>[];
  /** Money left over: it goes on account. */
  rest: bigint;
}>;

type EquationTerm = Readonly<{
  openItemId: string;
  invoiceId: string;
  label: string;
  amount: bigint;
  /** The open amount of the item before this allocation. */
  open: bigint;
}>;

/** Sets of items that come to the payment exactly, as far as they were counted. */
export type Counted = Readonly<{ solutions: number; isProved: boolean; itemsConsidered: number }>;

export type Suggestion = Readonly<{
  customerId: string;
  allocations: readonly Allocation[];
  evidence: readonly Evidence[];
  doubts: readonly Doubt[];
  equation: Equation;
  /** Of a reading that was found by its sum. */
  counted?: Counted | undefined;
}>;

export type NoMatchReason =
  | 'not-money-in'
  | 'no-reference'
  | 'reference-unknown'
  | 'reference-already-paid'
  | 'payer-unknown'
  | 'payer-owes-nothing';

export type MatchDecision =
  | Readonly<{
      kind: 'book';
      customerId: string;
      allocations: readonly Allocation[];
      evidence: readonly Evidence[];
      equation: Equation;
      /** Other readings of the payment, which were too far behind. */
      rivals: readonly Suggestion[];
    }>
  | Readonly<{ kind: 'suggest'; suggestions: readonly Suggestion[] }>
  | Readonly<{
      kind: 'hold';
      reason: 'possible-duplicate';
      /** The earlier payment that looks the same. */
      rivalPaymentId: string;
      customerId: string;
      evidence: readonly Evidence[];
      suggestions: readonly Suggestion[];
    }>
  | Readonly<{ kind: 'none'; reasons: readonly NoMatchReason[] }>;

/** A person can compare three alternatives; more do not help. */
export const SUGGESTIONS_MAX = 3;
