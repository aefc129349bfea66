import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `performance.now()` has reached `atMs`. A timer may ring a fraction of a millisecond early. */
export async function sleepUntil(atMs: number): Promise<void> {
  for (let leftMs = atMs - performance.now(); leftMs > 0; leftMs = atMs - performance.now())
    await sleep(Math.ceil(leftMs));
}
