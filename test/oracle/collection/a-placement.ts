import { Temporal } from 'temporal-polyfill';
import { applyPlacementEvent, type PlacementOutcome } from './apply-placement-event.js';
import {
  newPlacement,
  type AgencyReport,
  type Placement,
  type PlacementEvent,
} from './placement.js';
import { money } from '../../../domain/money/money.js';

/** A thousand rupiah with an agency, as it was decided. */
export function aPlacement(): Placement {
  return newPlacement({ placementId: 'pl1', placed: money(1_000n, 'IDR') });
}

/** The same, handed over and accepted. */
export function anAcceptedPlacement(): Placement {
  return after(aPlacement(), { kind: 'sent' }, { kind: 'answered', answer: 'accepted' });
}

/** The state after events that must all be taken. */
export function after(placement: Placement, ...events: readonly PlacementEvent[]): Placement {
  return events.reduce((state, event) => {
    const outcome = applyPlacementEvent(state, event);
    if (outcome.kind === 'refused') throw outcome.refusal;
    return outcome.placement;
  }, placement);
}

/** The state after events of which some may be refused. */
export function afterAny(placement: Placement, events: readonly PlacementEvent[]): Placement {
  return events.reduce((state, event) => {
    const outcome: PlacementOutcome = applyPlacementEvent(state, event);
    return outcome.kind === 'refused' ? state : outcome.placement;
  }, placement);
}

export function codeOf(outcome: PlacementOutcome): string {
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
}

export function report(sequence: number, parts: Partial<AgencyReport> = {}): AgencyReport {
  return {
    kind: 'report',
    sequence,
    type: 'contacted',
    occurredAt: Temporal.Instant.from('2026-06-01T03:00:00Z'),
    amount: undefined,
    content: '',
    ...parts,
  };
}

export function payment(sequence: number, amount: bigint): AgencyReport {
  return report(sequence, { type: 'payment', amount: money(amount, 'IDR') });
}
