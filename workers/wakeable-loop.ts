import type { Logger } from 'pino';

/** Pause after a failed pass: long enough to spare a server that is down, short enough to resume soon. */
const PAUSE_AFTER_FAILURE_MS = 1_000;

/**
 * Runs `work` again and again: at once while it finds something to do (it returns how much), otherwise after `idleMs`
 * or when woken. A pass that throws is logged and tried again after a pause.
 */
export function createWakeableLoop(
  options: Readonly<{ work: () => Promise<number>; idleMs: number; logger: Logger }>,
): { wake: () => void; close: () => Promise<void> } {
  let woken = false;
  let closed = false;
  let endPause: () => void = () => {};

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!closed) {
      woken = false;
      try {
        const done = await options.work();
        if (done === 0 && !woken && !closed) await pause(options.idleMs);
      } catch (error) {
        options.logger.warn({ err: error }, 'a pass failed; trying again');
        if (!closed) await pause(PAUSE_AFTER_FAILURE_MS);
      }
    }
  };
  const running = run();
  return {
    wake: () => {
      woken = true;
      endPause();
    },
    close: async () => {
      closed = true;
      endPause();
      await running;
    },
  };
}
