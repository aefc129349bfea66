import { condition, setHandler } from '@temporalio/workflow';
import { realDelayMs, type BusinessClockSettings } from '../domain/calendar/business-clock.js';
import { lookAgain } from './messages.js';

/**
 * A wait ends at `untilMs` (business epoch milliseconds) or at a poke; with null only at a poke. The Temporal UI shows
 * beside the timer what it waits for.
 */
export type Pause = Readonly<{ untilMs: number | null; waitsFor: string }>;

/**
 * The wait that every life uses: call `watch` before reading the books, so that a poke during the reading is not lost,
 * then `pause` until there is a reason to read again. Register it before the first await of a workflow.
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
    pause: async ({ untilMs, waitsFor }) => {
      if (untilMs === null) return condition(() => changed);
      const delayMs = realDelayMs(clock, untilMs, Date.now());
      if (delayMs > 0)
        await condition(() => changed, delayMs, { summary: `Waits for ${waitsFor}` });
    },
  };
}
