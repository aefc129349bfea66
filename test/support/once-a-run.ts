import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';

// What is made takes seconds; the workers that wait for it share two cores with it.
const MADE_WITHIN_MS = 180_000;
const POLL_MS = 50;

/**
 * What is dear to make and the same for every test file: made by the first worker that asks, read by the others.
 *
 * @param make gets the folder of the run; what it answers is plain data
 */
export async function onceARun<Made>(
  name: string,
  make: (folder: string) => Promise<Made>,
): Promise<Made> {
  const folder = process.env['LUNAS_TEST_RUN'];
  if (folder === undefined)
    throw new Error('the global set-up did not run: use the vitest.config.js of the project');
  const place = join(folder, name);
  const deadline = performance.now() + MADE_WITHIN_MS;
  while (performance.now() < deadline) {
    if (existsSync(`${place}.made`)) return deserialize(readFileSync(`${place}.made`)) as Made;
    if (existsSync(`${place}.failed`)) throw new Error(readFileSync(`${place}.failed`, 'utf8'));
    if (tryLock(place)) return makeIn(folder, { place, make });
    await sleep(POLL_MS);
  }
  throw new Error(`${name} of this test run was not made in time; see ${folder}`);
}

/** Making a folder succeeds for exactly one of the workers. */
function tryLock(place: string): boolean {
  try {
    mkdirSync(`${place}.lock`);
    return true;
  } catch {
    return false;
  }
}

type Making<Made> = Readonly<{ place: string; make: (folder: string) => Promise<Made> }>;

async function makeIn<Made>(folder: string, { place, make }: Making<Made>): Promise<Made> {
  try {
    const made = await make(folder);
    publish(`${place}.made`, serialize(made));
    return made;
  } catch (error) {
    publish(`${place}.failed`, String(error));
    throw error;
  }
}

/** Another worker must never read half a file. */
function publish(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
