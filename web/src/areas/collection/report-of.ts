import type { InputOf } from '../../api/client.js';
import { todayOf, type Place } from '../../ui/format.js';
import { typedMoney } from '../../ui/read-money.js';
import type { AgencyCase } from './own-cases.js';

export type Kind = 'contacted' | 'promise' | 'payment' | 'dispute' | 'closed';

export const CHANNELS = ['phone', 'email', 'letter', 'visit', 'message'] as const;

type Body = InputOf<'POST /v1/agency/placements/{placementId}/events'>['body'];
type Typed = (name: string) => string;
type About = Readonly<{ of: AgencyCase; place: Place; sequence: number }>;

/** A report as it was typed; what has no reading goes as it is, and the API says what is wrong with it. */
export function reportOf(kind: Kind, typed: Typed, { of, place, sequence }: About): Body {
  const note = typed('note');
  const head = {
    sequence,
    occurredAt: momentOf(typed('on'), of, place),
    ...(note === '' ? {} : { note }),
  };
  const amount = typedMoney(typed('amount'), of.balance.outstanding.currency);
  const reason = typed('reason');
  if (kind === 'contacted') {
    const channel = CHANNELS.find((one) => one === typed('channel')) ?? 'phone';
    return { ...head, type: 'contacted', channel };
  }
  if (kind === 'promise') return { ...head, type: 'promise', amount, promisedFor: typed('for') };
  if (kind === 'dispute') return { ...head, type: 'dispute', reason, amount };
  if (kind === 'closed') {
    if (typed('ends') === 'uncollectible') return { ...head, type: 'uncollectible', reason };
    return { ...head, type: 'closed', ...(reason === '' ? {} : { reason }) };
  }
  if (typed('to') === 'seller')
    return { ...head, type: 'direct_payment', amount, paidOn: typed('on') };
  const reference = typed('reference');
  return { ...head, type: 'payment', amount, ...(reference === '' ? {} : { reference }) };
}

/**
 * The moment of a day that a person names: now, when it is today; else the end of that day, but not before the case was
 * placed and not after it was taken back.
 */
function momentOf(on: string, of: AgencyCase, place: Place): string {
  if (on === '' || on === todayOf(place)) return new Date(place.nowMs).toISOString();
  const first = Date.parse(of.placedAt);
  const last = of.recalledAt === null ? place.nowMs : Date.parse(of.recalledAt) - 1;
  const wanted = Date.parse(`${on}T12:00:00Z`);
  return new Date(Math.min(last, Math.max(first, wanted))).toISOString();
}
