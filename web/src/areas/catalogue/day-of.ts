import { todayOf } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';

export type DayOf = (at: string | null | undefined) => string;

/** The day of the company at a moment, for a field of a form; empty where there is none. */
export function useDayOf(): DayOf {
  const { timeZone } = usePlace();
  return (at) => (at == null ? '' : todayOf({ nowMs: Date.parse(at), timeZone }));
}
