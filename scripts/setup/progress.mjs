/** Prints what set-up is doing, one plain line a step. */

let write = (/** @type {string} */ text) => {
  process.stdout.write(text);
};

/**
 * Redirects the lines from the terminal to `sink`.
 * @param {(text: string) => void} sink
 */
export function progressTo(sink) {
  write = sink;
}

/**
 * Runs one step and prints a line that says what it did and how long it took.
 * @template T
 * @param {string} what the step, in the words of a person who waits for it
 * @param {() => Promise<T> | T} step
 * @returns {Promise<T>}
 */
export async function step(what, step) {
  const startedAt = performance.now();
  write(`  ${what} ... `);
  try {
    const result = await step();
    write(`${seconds(performance.now() - startedAt)}\n`);
    return result;
  } catch (error) {
    write(`failed (${reasonOf(error)})\n`);
    throw error;
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  const reasonCharactersMax = 120;
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return first.slice(0, reasonCharactersMax);
}

/** @param {string} line */
export function note(line) {
  write(`  ${line}\n`);
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
