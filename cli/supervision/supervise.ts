import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../platform/fault.js';
import { signalIfAlive } from '../../platform/processes.js';
import type { Part, RunningPart } from './part.js';
import { nextAttempt, restartDelayMs } from './restart-delay.js';

export type Supervised = Readonly<{
  name: string;
  /** Process id while it runs. */
  pid: () => number | undefined;
  address: () => string | undefined;
  /** Number of restarts after it died. */
  restarts: () => number;
  /** Sends a signal, to simulate a crash; the supervisor then starts it again. */
  kill: (signal: NodeJS.Signals) => void;
  /** Kills it and does not restart it until `release`. */
  hold: () => Promise<void>;
  release: () => void;
  /** Waits until it serves (again). */
  untilRunning: () => Promise<void>;
  /** Stops it for good. */
  stop: () => Promise<void>;
}>;

export type SupervisionOptions = Readonly<{
  say: (line: string) => void;
  onSpawned?: (pid: number) => void;
  /** Cancels the first start. */
  abort?: AbortSignal;
  restartDelayMs?: (attempt: number) => number;
}>;

/**
 * Starts a part and keeps it running: when it dies, this is logged and it is started again, at once the first time,
 * then with growing delays.
 * @throws what the part's first start throws; nothing is left running then
 */
export async function supervise(part: Part, options: SupervisionOptions): Promise<Supervised> {
  const supervision = new Supervision(part, options);
  await supervision.begin();
  return supervision.handle;
}

const POLL_MS = 20;

class Supervision {
  readonly handle: Supervised;
  readonly #part: Part;
  readonly #options: SupervisionOptions;
  readonly #stopping = new AbortController();
  #running: RunningPart | undefined;
  #restarts = 0;
  #held = false;
  #watch: Promise<void> = Promise.resolve();

  constructor(part: Part, options: SupervisionOptions) {
    this.#part = part;
    this.#options = options;
    this.handle = {
      name: part.name,
      pid: () => this.#running?.pid,
      address: () => this.#running?.address,
      restarts: () => this.#restarts,
      kill: (signal) => this.#kill(signal),
      hold: () => this.#hold(),
      release: () => {
        this.#held = false;
      },
      untilRunning: () => this.#until(() => this.#running !== undefined),
      stop: () => this.#stop(),
    };
  }

  async begin(): Promise<void> {
    await this.#start();
    this.#watch = this.#keepRunning();
  }

  async #start(): Promise<void> {
    this.#running = await this.#part.start({
      abort: AbortSignal.any([this.#stopping.signal, this.#options.abort ?? this.#stopping.signal]),
      spawned: (pid) => this.#options.onSpawned?.(pid),
    });
  }

  async #keepRunning(): Promise<void> {
    let attempt = 0;
    let servesSince = performance.now();
    while (!this.#isStopping()) {
      const how = await this.#running?.exited;
      this.#running = undefined;
      if (this.#isStopping()) return;
      attempt = nextAttempt({ attempt, servedMs: performance.now() - servesSince });
      if (how !== undefined)
        this.#options.say(`${this.#part.name} ended (${how}) and is started again`);
      await this.#until(() => !this.#held);
      await this.#pause(attempt);
      await this.#startAgain();
      servesSince = performance.now();
    }
  }

  async #startAgain(): Promise<void> {
    if (this.#isStopping()) return;
    try {
      await this.#start();
      this.#restarts += 1;
      this.#options.say(`${this.#part.name} is back`);
    } catch (error) {
      if (!this.#isStopping())
        this.#options.say(`${this.#part.name} did not start: ${messageOf(error)}`);
    }
  }

  async #pause(attempt: number): Promise<void> {
    const delay = (this.#options.restartDelayMs ?? restartDelayMs)(attempt);
    await sleep(delay, undefined, { signal: this.#stopping.signal }).catch(() => {});
  }

  #kill(signal: NodeJS.Signals): void {
    if (this.#running !== undefined) signalIfAlive(this.#running.pid, signal);
  }

  async #hold(): Promise<void> {
    this.#held = true;
    this.#kill('SIGKILL');
    await this.#until(() => this.#running === undefined);
  }

  async #until(condition: () => boolean): Promise<void> {
    while (!condition() && !this.#isStopping()) await sleep(POLL_MS);
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running?.stop();
    await this.#watch;
    // A start may have succeeded just when the stop came.
    await this.#running?.stop();
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }
}
