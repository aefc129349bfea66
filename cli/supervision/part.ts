/** One program of a running platform, as the supervisor sees it. */
export type RunningPart = Readonly<{
  pid: number;
  /** Its address, if it serves one. */
  address?: string;
  /** Resolves when it has ended for any reason, with how: `exit code 1`, `SIGKILL`. Never rejects. */
  exited: Promise<string>;
  /** Stops it in order and waits for its end; does nothing when it has ended. */
  stop: () => Promise<void>;
}>;

export type PartStart = Readonly<{
  /** Aborted when the start is no longer wanted. */
  abort: AbortSignal;
  /** Call it as soon as the process exists, so that it can be found again if the supervisor is killed. */
  spawned: (pid: number) => void;
}>;

export type Part = Readonly<{
  name: string;
  /**
   * Starts it and waits until it serves. Leaves nothing running when it throws or is aborted.
   * @throws {OperatorFault} what a person can put right, in one sentence
   */
  start: (start: PartStart) => Promise<RunningPart>;
}>;
