import type { Command } from './command.js';
import type { FillingHistory } from './platform/sample-data.js';
import { startPlatform, type Platform } from './platform/start-platform.js';
import { findFirstSale } from './up/first-sale.js';
import { parseUpFlags, UP_USAGE } from './up/flags.js';
import { tableOf } from './up/table.js';
import { untilAskedToStop } from './up/stopping.js';

/** Runs the whole platform until it is asked to stop. */
export const up: Command = {
  summary: 'starts everything on this machine, with sample data, and keeps it running',
  usage: UP_USAGE,
  run: async (args) => {
    const { headless, ...options } = parseUpFlags(args, process.env);
    const startedAt = performance.now();
    const asked = untilAskedToStop();
    // A program that started us gets complete books; a person need not wait for them.
    const history = headless === 'yes' ? 'first' : 'beside';
    const platform = await startUnlessAsked({ ...options, history }, asked.first);
    if (platform === undefined) return 0;
    say(`everything runs after ${seconds(performance.now() - startedAt)}`);
    process.stdout.write(headless === 'yes' ? readyLineOf(platform) : await tableFor(platform));
    if (platform.history !== undefined) tellOf(platform.history);
    say(`ending everything (${await asked.first})`);
    void asked.second.then(() => {
      platform.killAll();
      say('killed at once; what was committed is kept');
      process.exit(1);
    });
    await platform.stop();
    say('everything has ended');
    return 0;
  },
};

function tellOf({ ended }: FillingHistory): void {
  say('the history of the last weeks is being filled in; sales, calls and pages work meanwhile');
  void ended.then((end) => {
    switch (end.kind) {
      case 'complete':
        return say(
          [`the history is there after ${end.seconds.toFixed(1)} s`, ...end.says].join('; '),
        );
      case 'failed':
        return say(`${end.says} What runs goes on; the next start tries again.`);
      case 'stopped':
        return say('the history is not complete: the next start goes on with it');
    }
  });
}

/** For programs that started us: one line of JSON with the addresses. */
function readyLineOf({ addresses }: Platform): string {
  return `${JSON.stringify({ ready: true, ...addresses })}\n`;
}

async function tableFor(platform: Platform): Promise<string> {
  const code = platform.credentials['terminal']?.code;
  // Only an example to try: the platform runs without it as well.
  const find = code === undefined ? undefined : findFirstSale(platform.database.ownerUrl, code);
  return tableOf(platform, await find?.catch(() => undefined));
}

/** A stop during the start need not wait until all is up: what already runs is stopped in order. */
async function startUnlessAsked(
  options: Omit<Parameters<typeof startPlatform>[0], 'log'>,
  asked: Promise<string>,
): Promise<Platform | undefined> {
  const abort = new AbortController();
  void asked.then((reason) => abort.abort(reason));
  try {
    return await startPlatform({ ...options, log: say, abort: abort.signal });
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    say('stopped before everything was up');
    return undefined;
  }
}

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
