import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;
/** Not how long it may take, but when it is stuck. */
const WITHIN_MS = 120_000;

/** Asks again until the answer is there; fails the test when it does not come. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  const deadline = performance.now() + WITHIN_MS;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(POLL_MS);
  }
  throw new Error(`it did not come within ${WITHIN_MS} ms`);
}

/** Asks again until it holds; fails the test when it does not come to that. */
export async function untilTrue(holds: () => Promise<boolean>): Promise<void> {
  await until(async () => ((await holds()) ? true : undefined));
}
