import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, OperatorFault } from '../../platform/fault.js';
import { explanationIn } from '../supervision/explanation.js';
import type { Home } from './home.js';
import type { SeedKind } from './prepare-database.js';
import { runToEnd } from './run-to-end.js';

export type Seeding = Readonly<{
  kind: Exclude<SeedKind, 'none' | 'own'>;
  /** `company`: what is there before the first sale; `all`: its history too. */
  extent: 'company' | 'all';
  script: string;
  home: Home;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  abort: AbortSignal | undefined;
}>;

/**
 * Fills books by running the seed as a program of its own, which reports its progress and continues after an
 * interruption.
 * @throws {OperatorFault} when it failed
 */
export async function seedBooks(seeding: Seeding): Promise<void> {
  const { kind, extent, script, home, env, say, abort } = seeding;
  if (!existsSync(script))
    throw new OperatorFault(`${script} is missing: build again with "node scripts/setup.mjs".`);
  const logFile = join(home.logs, 'seed.log');
  const { code, lastLines } = await runToEnd({
    script,
    args: [kind, extent],
    env,
    logFile,
    say,
    abort,
  });
  if (code !== 0)
    throw new OperatorFault(
      `The sample data could not be made: ${explanationIn(lastLines)} The rest is in ${logFile}.`,
    );
}

export type HistoryEnd =
  | Readonly<{ kind: 'complete'; seconds: number; says: readonly string[] }>
  | Readonly<{ kind: 'failed'; says: string }>
  /** The platform was ended first; the next start goes on. */
  | Readonly<{ kind: 'stopped' }>;

/** The history of the sample company, while it is filled in beside the running platform. */
export type FillingHistory = Readonly<{
  /** Never rejects. */
  ended: Promise<HistoryEnd>;
  stop: () => Promise<void>;
}>;

/** The last lines say what there is now and that the books tie. */
const LINES_TOLD = 2;

export function fillHistory(seeding: Omit<Seeding, 'extent' | 'say' | 'abort'>): FillingHistory {
  const abort = new AbortController();
  const ended = fill(seeding, abort.signal);
  return {
    ended,
    stop: async () => {
      abort.abort();
      await ended;
    },
  };
}

async function fill(
  seeding: Omit<Seeding, 'extent' | 'say' | 'abort'>,
  abort: AbortSignal,
): Promise<HistoryEnd> {
  const startedAt = performance.now();
  const lines: string[] = [];
  try {
    await seedBooks({ ...seeding, extent: 'all', say: (line) => lines.push(line), abort });
    const seconds = (performance.now() - startedAt) / 1000;
    return { kind: 'complete', seconds, says: lines.slice(-LINES_TOLD) };
  } catch (error) {
    return abort.aborted ? { kind: 'stopped' } : { kind: 'failed', says: messageOf(error) };
  }
}
