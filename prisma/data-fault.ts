/** SQLSTATE classes of content that no column takes: data exception, broken constraint, beyond a limit of the program. */
const DATA_CLASSES: readonly string[] = ['22', '23', '54'];

/** Faults nest their cause in their adapter's error, and that in the driver's. */
const DEPTH_MAX = 6;

/** Whether the content itself is at fault, so that the next attempt would fail as well: no connection, time or lock is. */
export function isRefusedByData(error: unknown): boolean {
  if (error instanceof RangeError || error instanceof TypeError) return true;
  let current: unknown = error;
  for (
    let depth = 0;
    depth < DEPTH_MAX && typeof current === 'object' && current !== null;
    depth += 1
  ) {
    const { originalCode, code, meta, cause } = current as Nested;
    const states = [originalCode, code].filter((one) => typeof one === 'string');
    if (
      states.some((one) => one.length === SQLSTATE_LENGTH && DATA_CLASSES.includes(one.slice(0, 2)))
    ) {
      return true;
    }
    current = meta?.driverAdapterError ?? cause;
  }
  return false;
}

const SQLSTATE_LENGTH = 5;

type Nested = Readonly<{
  originalCode?: unknown;
  code?: unknown;
  meta?: { driverAdapterError?: unknown };
  cause?: unknown;
}>;
