import { condition, setHandler } from '@temporalio/workflow';
import { realDelayMs, type BusinessClockSettings } from '../domain/calendar/business-clock.js';
import { lookAgain } from './messages.js';

/**
 * A wait ends at `untilMs` (business epoch milliseconds), or when somebody says "look again"; null waits for that
 * alone. The Temporal UI shows the reason beside the timer.
 */
export type Pause = Readonly<{ untilMs: number | null; reason: string }>;

/**
 * The level-triggered wait that every life is built on: `watch` before the books are read, so that a
 * poke which arrives meanwhile is not lost, then `pause` until there is a reason to read them again.
 * Register it before the first await of a workflow.
 */
export function followChanges(clock: BusinessClockSettings): {
  watch: () => void;
  pause: (pause: Pause) => Promise<void>;
} {
  let changed = false;
  setHandler(lookAgain, () => {
    changed = true;
  });
  return {
    watch: () => {
      changed = false;
    },
    pause: async ({ untilMs, reason }) => {
      if (untilMs === null) return condition(() => changed);
      const delayMs = realDelayMs(clock, untilMs, Date.now());
      if (delayMs > 0) await condition(() => changed, delayMs, { summary: reason });
    },
  };
}
