import { Refusal } from '../../domain/refusal.js';
import type { ApiLimits } from '../limits.js';

/**
 * Counts the customers that a caller was shown within the hour.
 *
 * @throws Refusal `RATE_LIMITED` when the caller has been shown as many as it may
 */
export type ShownCustomers = Readonly<{
  check: (caller: string) => void;
  add: (caller: string, customers: number) => void;
}>;

const HOUR_MS = 3_600_000;

type Hour = { shown: number; readonly endsAtMs: number };

/** Bounds what one caller can read of all customers by search after search. */
export function createShownCustomers(
  { customersShownPerHour: most }: Pick<ApiLimits, 'customersShownPerHour'>,
  realTimeMs: () => number,
): ShownCustomers {
  const hours = new Map<string, Hour>();
  const hourOf = (caller: string): Hour => {
    const now = realTimeMs();
    const known = hours.get(caller);
    if (known !== undefined && known.endsAtMs > now) return known;
    for (const [other, { endsAtMs }] of hours) if (endsAtMs <= now) hours.delete(other);
    const begun = { shown: 0, endsAtMs: now + HOUR_MS };
    hours.set(caller, begun);
    return begun;
  };
  return {
    check: (caller) => {
      const { shown, endsAtMs } = hourOf(caller);
      if (shown < most) return;
      const minutes = Math.ceil((endsAtMs - realTimeMs()) / 60_000);
      const detail = `This caller was shown ${shown} customers within the hour: search again in ${minutes} minutes.`;
      throw new Refusal({ code: 'RATE_LIMITED', detail });
    },
    add: (caller, customers) => {
      hourOf(caller).shown += customers;
    },
  };
}
