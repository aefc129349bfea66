/** How many levels of wrapped errors are searched (Prisma > driver adapter > pg > socket). */
const CAUSE_DEPTH_MAX = 8;

/**
 * SQLSTATE classes and codes of temporary failures: connection lost (08), resources (53), operator (57: also the
 * statement timeout), lock not available, deadlock and serialization.
 */
const SQL_STATE = /^(?:08\w{3}|53\w{3}|57\w{3}|55P03|40P01|40001)$/;

/** Prisma: server unreachable, timed out, closed; pool and transaction waits. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']);
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'ENOENT',
]);

/** Messages of the driver that have no code. */
const MESSAGES =
  /connection terminated|query read timeout|timeout exceeded when trying to connect|client has encountered a connection error|can't reach database|server has closed the connection|too many clients/i;

/** True when the books could not be reached or were too busy: the same request may succeed in a moment. */
export function isUnavailable(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < CAUSE_DEPTH_MAX && isObject(current); depth += 1) {
    if (saysUnavailable(current)) return true;
    const { meta } = current;
    current = (isObject(meta) ? meta['driverAdapterError'] : undefined) ?? current.cause;
  }
  return false;
}

type ErrorLike = { code?: unknown; originalCode?: unknown; message?: unknown; kind?: unknown };
type Wrapping = ErrorLike & { meta?: unknown; cause?: unknown };

function saysUnavailable({ code, originalCode, message, kind }: ErrorLike): boolean {
  const codes = [code, originalCode].filter((value) => typeof value === 'string');
  if (
    codes.some(
      (value) => SQL_STATE.test(value) || PRISMA_CODES.has(value) || SOCKET_CODES.has(value),
    )
  )
    return true;
  if (
    kind === 'DatabaseNotReachable' ||
    kind === 'ConnectionClosed' ||
    kind === 'TooManyConnections'
  )
    return true;
  return typeof message === 'string' && MESSAGES.test(message);
}

function isObject(value: unknown): value is Wrapping & Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
