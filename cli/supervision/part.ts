/** One program of a running platform, as the supervisor sees it. */
export type RunningPart = Readonly<{
  pid: number;
  /** Where it serves, when it serves something. */
  address?: string;
  /** Settles when it has ended, for whatever reason, with how: `exit code 1`, `SIGKILL`. Never rejects. */
  exited: Promise<string>;
  /** Ends it in order and waits until it is gone; does nothing when it is. */
  stop: () => Promise<void>;
}>;

export type PartStart = Readonly<{
  /** Aborted when the start is no longer wanted. */
  abort: AbortSignal;
  /** To be called as soon as there is a process, so that it is found again if the supervisor is killed now. */
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
