import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorFault } from '../../platform/fault.js';
import { nodePart } from '../supervision/node-part.js';
import type { Part } from '../supervision/part.js';
import type { RunRecords } from '../supervision/run-records.js';
import { supervise, type Supervised } from '../supervision/supervise.js';
import type { Environments } from './environment.js';
import type { Home } from './home.js';
import type { Program } from './programs.js';

/** Parts that are started together are a group; groups are ended in the reverse of their order. */
export class RunningParts {
  readonly #groups: Supervised[][] = [];
  readonly #home: Home;
  readonly #records: RunRecords;
  readonly #say: (line: string) => void;
  readonly #abort: AbortSignal;

  constructor(
    options: Readonly<{
      home: Home;
      records: RunRecords;
      say: (line: string) => void;
      abort: AbortSignal;
    }>,
  ) {
    this.#home = options.home;
    this.#records = options.records;
    this.#say = options.say;
    this.#abort = options.abort;
  }

  /** Starts a group and waits until all of it serves. */
  async start(parts: readonly Part[]): Promise<Supervised[]> {
    const group: Supervised[] = [];
    this.#groups.push(group);
    const starts = parts.map(async (part) => {
      const onSpawned = (pid: number) => this.#records.remember(part.name, pid);
      const supervised = await supervise(part, { say: this.#say, onSpawned, abort: this.#abort });
      group.push(supervised);
      return supervised;
    });
    // Waits for all parts, so that none is left running when one fails.
    const outcomes = await Promise.allSettled(starts);
    return outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  }

  startPrograms(programs: readonly Program[], environments: Environments): Promise<Supervised[]> {
    return this.start(programs.map((program) => this.#partOf(program, environments)));
  }

  /** @throws {Error} when no part has this name: a bug of the caller */
  named(name: string): Supervised {
    const found = this.all().find((part) => part.name === name);
    if (found === undefined)
      throw new Error(
        `there is no part ${name}; there are ${this.all()
          .map((part) => part.name)
          .join(', ')}`,
      );
    return found;
  }

  all(): readonly Supervised[] {
    return this.#groups.flat();
  }

  async stop(): Promise<void> {
    for (const group of this.#groups.toReversed()) {
      await Promise.all(
        group.map(async (part) => {
          await part.stop();
          this.#records.forget(part.name);
        }),
      );
    }
  }

  /** Kills everything at once, without waiting as `stop` does. Committed data are kept. */
  killAll(): void {
    for (const part of this.all()) part.kill('SIGKILL');
  }

  #partOf({ name, script, kind }: Program, environments: Environments): Part {
    if (!existsSync(script))
      throw new OperatorFault(`${script} is missing: build again with "node scripts/setup.mjs".`);
    return nodePart({
      name,
      script,
      env: environments[kind],
      logFile: join(this.#home.logs, `${name}.log`),
    });
  }
}
