import { Temporal } from 'temporal-polyfill';
import { retiredUntil } from '../../../domain/collection/webhook-secrets.js';

describe('a secret that is replaced', () => {
  it('signs beside the new one for 24 hours, also where a day is shorter', () => {
    const at = Temporal.Instant.from('2027-03-27T12:00:00+01:00');
    expect(retiredUntil(at).toString()).toBe('2027-03-28T11:00:00Z');
  });
});
