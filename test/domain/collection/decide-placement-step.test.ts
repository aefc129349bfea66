import { Temporal } from 'temporal-polyfill';
import {
  decidePlacementStep,
  type PlacementFacts,
} from '../../../domain/collection/decide-placement-step.js';

const policy = { acknowledgeWithinDays: 5, termDays: 90 };

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}

function on(iso: string): Parameters<typeof decidePlacementStep>[2] {
  return { today: day(iso), zone: 'Asia/Jakarta' };
}

function facts(parts: Partial<PlacementFacts> = {}): PlacementFacts {
  return {
    status: 'active',
    outstanding: 1_000n,
    isUncollectible: false,
    placedOn: day('2026-06-01'),
    pendingWebhookIds: [],
    isDisputed: false,
    ...parts,
  };
}

describe('decidePlacementStep', () => {
  it('tells the agency everything before anything else, even after the end', () => {
    for (const status of ['created', 'active', 'recalled'] as const) {
      const step = decidePlacementStep(
        facts({ status, pendingWebhookIds: ['w1', 'w2'], outstanding: 0n }),
        policy,
        on('2027-01-01'),
      );
      expect(step).toEqual({ kind: 'tell', webhookIds: ['w1', 'w2'] });
    }
  });

  it.each([
    ['settled', facts({ outstanding: 0n })],
    ['returned', facts({ status: 'closed' })],
    ['rejected', facts({ status: 'rejected' })],
    ['recalled', facts({ status: 'recalled' })],
  ] as const)('closes as %s', (outcome, ended) => {
    expect(decidePlacementStep(ended, policy, on('2026-06-02'))).toEqual({
      kind: 'close',
      outcome,
    });
  });

  it.each([
    ['disputed', facts({ isDisputed: true })],
    ['uncollectible', facts({ isUncollectible: true })],
  ] as const)('takes the debt back when it is %s', (reason, asked) => {
    expect(decidePlacementStep(asked, policy, on('2026-06-02'))).toEqual({
      kind: 'recall',
      reason,
    });
  });

  it('takes it back from an agency that does not answer in time', () => {
    const silent = facts({ status: 'sent' });
    expect(decidePlacementStep(silent, policy, on('2026-06-06'))).toEqual({
      kind: 'wait',
      until: day('2026-06-07').toZonedDateTime('Asia/Jakarta').toInstant(),
    });
    expect(decidePlacementStep(silent, policy, on('2026-06-07'))).toEqual({
      kind: 'recall',
      reason: 'not-acknowledged',
    });
  });

  it('takes it back when the term is over', () => {
    expect(decidePlacementStep(facts(), policy, on('2026-08-29')).kind).toBe('wait');
    expect(decidePlacementStep(facts(), policy, on('2026-08-30'))).toEqual({
      kind: 'recall',
      reason: 'term-ended',
    });
  });
});
