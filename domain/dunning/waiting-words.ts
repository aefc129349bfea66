import type { HoldReason, WaitReason } from './decide-next-step.js';

/** For the operators of Temporal: what an unpaid invoice waits for. English only, like Temporal's own pages. */
const WAITS_FOR: Readonly<Record<HoldReason | WaitReason | 'no-agency' | 'placed', string>> = {
  'not-due': 'the due date',
  'contact-hours': 'hours in which the customer may be contacted',
  dispute: 'the decision about a dispute',
  manual: 'the end of a hold that a person placed',
  'promise-to-pay': 'a promised payment',
  'returned-by-agency': 'a person: the agency gave the case back',
  'small-rest': 'a person: only a small rest is left',
  'below-customer-minimum': 'more: the customer owes too little for a reminder',
  'notice-undelivered': 'a person: the last letter could not be delivered',
  'unmatched-cash': 'the allocation of money that has arrived',
  'stale-bank-data': 'newer bank data',
  'not-for-placement': 'a person: it may not go to an agency',
  'no-agency': 'an agency that can take the case',
  placed: 'the collection agency',
};

/** The words for a reason to wait; a reason that is not known here says itself. */
export function waitingWords(reason: string): string {
  return WAITS_FOR[reason as keyof typeof WAITS_FOR] ?? reason;
}
