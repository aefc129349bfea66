import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../../platform/fault.js';
import { endProcess, isAlive, startTimeOf } from '../../platform/processes.js';

/** A process and its start time, which distinguishes it from a later process with the same id. */
type RunRecord = Readonly<{ pid: number; startTime: string }>;

const LEFTOVER_GRACE_MS = 20_000;

/**
 * Records on disk which processes a supervisor runs, so that the next supervisor finds those left over after a SIGKILL.
 */
export class RunRecords {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  remember(name: string, pid: number): void {
    const file = this.#file(name);
    writeFileSync(`${file}.new`, JSON.stringify(recordOf(pid)));
    renameSync(`${file}.new`, file);
  }

  /**
   * As `remember`, for what may run only once: returns the id of the process that holds the name, or undefined when it
   * is now ours.
   */
  claim(name: string, pid: number): number | undefined {
    const holder = this.running(name);
    if (holder !== undefined) return holder;
    this.forget(name);
    try {
      writeFileSync(this.#file(name), JSON.stringify(recordOf(pid)), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      return this.running(name) ?? 0;
    }
  }

  forget(name: string): void {
    rmSync(this.#file(name), { force: true });
  }

  /** The process id last recorded under this name, whether or not it still runs. */
  remembered(name: string): number | undefined {
    return readRecord(this.#file(name))?.pid;
  }

  /** The process id under this name, if that process still runs. */
  running(name: string): number | undefined {
    const record = readRecord(this.#file(name));
    if (record === undefined || !isAlive(record.pid)) return undefined;
    return startTimeOf(record.pid) === record.startTime ? record.pid : undefined;
  }

  /** Ends every recorded process except those named, and deletes the records; returns their names. */
  async endLeftovers(except: readonly string[] = []): Promise<string[]> {
    const names = readdirSync(this.#folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
      .filter((name) => !except.includes(name));
    const ended = await Promise.all(names.map((name) => this.#endLeftover(name)));
    return names.filter((_, index) => ended[index]);
  }

  async #endLeftover(name: string): Promise<boolean> {
    const pid = this.running(name);
    // SIGINT: to PostgreSQL SIGTERM means to wait for every client first.
    if (pid !== undefined) await endProcess({ pid, signal: 'SIGINT', graceMs: LEFTOVER_GRACE_MS });
    this.forget(name);
    return pid !== undefined;
  }

  #file(name: string): string {
    return join(this.#folder, `${name}.json`);
  }
}

function recordOf(pid: number): RunRecord {
  return { pid, startTime: startTimeOf(pid) ?? '' };
}

function readRecord(file: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}
