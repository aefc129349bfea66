import { assert } from '../../../domain/assert.js';
import { Refusal } from '../../../domain/refusal.js';
import {
  isBalanced,
  type AgencyReport,
  type Placement,
  type PlacementBalance,
  type PlacementEvent,
  type PlacementStatus,
} from './placement.js';

/** `gap`: reports before this one are missing. `late`: it came after reports with higher sequences. */
type EventFlag = 'gap' | 'late';

export type PlacementOutcome =
  | Readonly<{ kind: 'applied'; placement: Placement; flags: readonly EventFlag[] }>
  /** The same thing was told before; nothing changes and the answer is the same. */
  | Readonly<{ kind: 'replayed'; placement: Placement }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>;

/**
 * Applies one fact to a placement.
 *
 * Reports of the agency may come twice, late or out of order. A sequence seen before is a replay when
 * its content is the same and a conflict when it is not. A gap is accepted and flagged, since the
 * missing report is on its way; so is a report that comes late. After the agency's closure only
 * reports from before it are taken. After our recall, a rejection or a settlement none are: what the
 * agency knew then, it had to tell before. So the balance does not depend on the order of arrival.
 *
 * Refusals: `PLACEMENT_CLOSED`, `PLACEMENT_NOT_SENT`, `PLACEMENT_NOT_ACKNOWLEDGED`,
 * `PLACEMENT_ALREADY_ANSWERED`, `PLACEMENT_HAS_OUTSTANDING`, `EVENT_SEQUENCE_INVALID`,
 * `EVENT_CONFLICT`, `PAYMENT_NOT_POSITIVE`, `PAYMENT_CURRENCY_DIFFERS`,
 * `PAYMENT_EXCEEDS_OUTSTANDING`, `AMOUNT_NOT_POSITIVE`, `AMOUNT_EXCEEDS_OUTSTANDING`,
 * `AMOUNT_EXCEEDS_PAID`.
 */
export function applyPlacementEvent(placement: Placement, event: PlacementEvent): PlacementOutcome {
  const outcome = apply(placement, event);
  if (outcome.kind === 'applied') {
    assert(isBalanced(outcome.placement.balance), 'a placement always balances');
  }
  return outcome;
}

const ENDED: ReadonlySet<PlacementStatus> = new Set(['rejected', 'recalled', 'closed']);

function apply(placement: Placement, event: PlacementEvent): PlacementOutcome {
  if ('key' in event) return applyOwnFact(placement, event);
  switch (event.kind) {
    case 'report':
      return applyReport(placement, event);
    case 'answered':
      return applyAnswer(placement, event.answer);
    case 'sent':
      return placement.status === 'created'
        ? changed(placement, { status: 'sent' })
        : replayed(placement);
    case 'recalled':
      return applyRecall(placement);
    case 'settled':
      return applySettlement(placement);
  }
}

function applyAnswer(placement: Placement, answer: 'accepted' | 'rejected'): PlacementOutcome {
  const { status, balance } = placement;
  const known = status === 'rejected' ? 'rejected' : 'accepted';
  switch (status) {
    case 'created':
      return refused('PLACEMENT_NOT_SENT', 'placementId', 'The placement was not handed over yet.');
    case 'sent':
      return answer === 'accepted'
        ? changed(placement, { status: 'acknowledged' })
        : changed(placement, { status: 'rejected', balance: takenBack(balance) });
    case 'acknowledged':
    case 'active':
    case 'rejected':
      if (answer === known) return replayed(placement);
      return refused(
        'PLACEMENT_ALREADY_ANSWERED',
        'accepted',
        'The placement was answered otherwise before.',
      );
    case 'recalled':
    case 'closed':
      return closed(placement);
  }
}

function applyReport(placement: Placement, report: AgencyReport): PlacementOutcome {
  const { sequence } = report;
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    return refused('EVENT_SEQUENCE_INVALID', 'sequence', 'Reports are numbered from 1.');
  }
  const known = placement.seen.get(sequence);
  if (known !== undefined) {
    return known === reportFingerprint(report)
      ? replayed(placement)
      : refused('EVENT_CONFLICT', 'sequence', 'Another report had this sequence before.');
  }
  if (isSettled(placement) && report.type === 'closed') return replayed(placement);
  if (!isListening(placement, sequence)) return closed(placement);
  if (placement.status === 'created' || placement.status === 'sent') {
    return refused(
      'PLACEMENT_NOT_ACKNOWLEDGED',
      'placementId',
      'A placement is acknowledged before anything is reported on it.',
    );
  }
  return record(placement, report);
}

/** Closed by us because nothing was left: an agency that closes it too says nothing new. */
function isSettled({ status, closingSequence }: Placement): boolean {
  return status === 'closed' && closingSequence === undefined;
}

/** Whether a report with this sequence still counts. */
function isListening({ status, closingSequence }: Placement, sequence: number): boolean {
  if (!ENDED.has(status)) return true;
  return closingSequence !== undefined && sequence < closingSequence;
}

function record(placement: Placement, report: AgencyReport): PlacementOutcome {
  const { sequence, type } = report;
  const { seen, lastSequence, status } = placement;
  const flags = flagsOf(sequence, lastSequence);
  const isOpen = !ENDED.has(status);
  const noted: Placement = {
    ...placement,
    status: isOpen ? 'active' : status,
    seen: new Map(seen).set(sequence, reportFingerprint(report)),
    lastSequence: Math.max(lastSequence, sequence),
    isUncollectible: placement.isUncollectible || type === 'uncollectible',
  };
  if (type === 'payment') return collect(noted, report, flags);
  const after = type === 'closed' && isOpen ? closeByAgency(noted, sequence) : noted;
  return { kind: 'applied', placement: after, flags };
}

function flagsOf(sequence: number, lastSequence: number): readonly EventFlag[] {
  if (sequence < lastSequence) return ['late'];
  return sequence > lastSequence + 1 ? ['gap'] : [];
}

/** A payment from before the closure takes from what the closure gave back. */
function collect(
  placement: Placement,
  { amount }: AgencyReport,
  flags: readonly EventFlag[],
): PlacementOutcome {
  const { balance, currency, closingSequence } = placement;
  if (amount === undefined || amount.amount <= 0n) {
    return refused('PAYMENT_NOT_POSITIVE', 'amount', 'A payment is above zero.');
  }
  if (amount.currency !== currency) {
    return refused('PAYMENT_CURRENCY_DIFFERS', 'amount.currency', `${currency} was placed.`);
  }
  const source = closingSequence === undefined ? 'outstanding' : 'recalled';
  if (amount.amount > balance[source]) {
    return refused(
      'PAYMENT_EXCEEDS_OUTSTANDING',
      'amount',
      'More is reported than was outstanding on the placement.',
    );
  }
  const moved = move(balance, { from: source, to: 'collectedByAgency', amount: amount.amount });
  return { kind: 'applied', placement: { ...placement, balance: moved }, flags };
}

function closeByAgency(placement: Placement, sequence: number): Placement {
  const balance = takenBack(placement.balance);
  return { ...placement, status: 'closed', balance, closingSequence: sequence };
}

type OwnFact = Extract<PlacementEvent, { key: string }>;

const MOVES: Readonly<Record<OwnFact['kind'], Readonly<{ from: Bucket; to: Bucket }>>> = {
  'paid-direct': { from: 'outstanding', to: 'paidDirect' },
  adjusted: { from: 'outstanding', to: 'adjusted' },
  'written-off': { from: 'outstanding', to: 'writtenOff' },
  'direct-payment-undone': { from: 'paidDirect', to: 'outstanding' },
  added: { from: 'adjusted', to: 'outstanding' },
};

function applyOwnFact(placement: Placement, { kind, key, amount }: OwnFact): PlacementOutcome {
  const { balance } = placement;
  if (placement.applied.has(key)) return replayed(placement);
  if (ENDED.has(placement.status)) return closed(placement);
  if (amount <= 0n) return refused('AMOUNT_NOT_POSITIVE', 'amount', 'An amount is above zero.');
  const { from, to } = MOVES[kind];
  if (from === 'paidDirect' && amount > balance.paidDirect) {
    return refused('AMOUNT_EXCEEDS_PAID', 'amount', 'More is undone than was paid directly.');
  }
  if (from === 'outstanding' && amount > balance.outstanding) {
    return refused('AMOUNT_EXCEEDS_OUTSTANDING', 'amount', 'More than is outstanding.');
  }
  const applied = new Set(placement.applied).add(key);
  return changed(placement, { applied, balance: move(balance, { from, to, amount }) });
}

function applyRecall(placement: Placement): PlacementOutcome {
  if (placement.status === 'recalled') return replayed(placement);
  if (ENDED.has(placement.status)) return closed(placement);
  return changed(placement, { status: 'recalled', balance: takenBack(placement.balance) });
}

function applySettlement(placement: Placement): PlacementOutcome {
  if (ENDED.has(placement.status)) return replayed(placement);
  if (placement.balance.outstanding > 0n) {
    return refused('PLACEMENT_HAS_OUTSTANDING', 'placementId', 'Something is still outstanding.');
  }
  return changed(placement, { status: 'closed' });
}

type Bucket = Exclude<keyof PlacementBalance, 'placed'>;

function move(
  balance: PlacementBalance,
  { from, to, amount }: Readonly<{ from: Bucket; to: Bucket; amount: bigint }>,
): PlacementBalance {
  return { ...balance, [from]: balance[from] - amount, [to]: balance[to] + amount };
}

function takenBack(balance: PlacementBalance): PlacementBalance {
  return move(balance, { from: 'outstanding', to: 'recalled', amount: balance.outstanding });
}

/** What must agree for a repeated sequence to be a replay; kept in `Placement.seen`. */
function reportFingerprint({ type, occurredAt, amount, content }: AgencyReport): string {
  const money = amount === undefined ? '' : `${amount.amount} ${amount.currency}`;
  return [type, occurredAt.toString(), money, content].join('\u001f');
}

function changed(placement: Placement, change: Partial<Placement>): PlacementOutcome {
  return { kind: 'applied', placement: { ...placement, ...change }, flags: [] };
}

function replayed(placement: Placement): PlacementOutcome {
  return { kind: 'replayed', placement };
}

function closed({ status }: Placement): PlacementOutcome {
  return refused(
    'PLACEMENT_CLOSED',
    'placementId',
    status === 'recalled' ? 'The placement was recalled.' : 'The placement has ended.',
  );
}

function refused(code: string, param: string, detail: string): PlacementOutcome {
  return { kind: 'refused', refusal: new Refusal({ code, param, detail }) };
}
