const PARENT_POLL_MS = 1_000;

export type Asked = Readonly<{
  /** Resolves with the reason when the platform is asked to stop. */
  first: Promise<string>;
  /** Resolves at a second request to stop. */
  second: Promise<void>;
}>;

/**
 * Listens for Ctrl-C, SIGTERM, the end of the terminal, and the end of the npm that started us, because npm does not
 * always pass signals on.
 */
export function untilAskedToStop(): Asked {
  const first = deferred<string>();
  const second = deferred<void>();
  let asked = false;
  const ask = (reason: string) => {
    if (asked) second.resolve();
    asked = true;
    first.resolve(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => ask(signal));
  whenNpmIsGone(() => {
    if (!asked) ask('the npm that started it is gone');
  });
  return { first: first.promise, second: second.promise };
}

function whenNpmIsGone(act: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) act();
  }, PARENT_POLL_MS).unref();
}

function deferred<Value>(): Readonly<{ promise: Promise<Value>; resolve: (value: Value) => void }> {
  let settle: (value: Value) => void = () => {};
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle(value) };
}
