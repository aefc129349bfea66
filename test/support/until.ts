import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 25;
const withinMs = 15_000;

/** Asks again until the answer is there; fails the test when it does not come. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(pollMs);
  }
  throw new Error(`it did not come within ${withinMs} ms`);
}
