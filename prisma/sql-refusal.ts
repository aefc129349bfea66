import { Refusal, type RefusalFacts } from '../domain/refusal.js';

/** SQLSTATE that `refuse()` raises in SQL. */
const REFUSAL_STATE = 'LU001';

type DriverCause = Readonly<{
  originalCode?: unknown;
  code?: unknown;
  originalMessage?: unknown;
  message?: unknown;
  detail?: unknown;
  hint?: unknown;
}>;

/** The refusal that a SQL function raised, or undefined when the error is a fault or a bug. */
export function asRefusal(error: unknown): Refusal | undefined {
  const cause = causeOf(error);
  if (cause === undefined) return undefined;
  const code = text(cause.originalMessage) ?? text(cause.message) ?? 'REFUSED';
  return new Refusal({
    code,
    ...saidOf(text(cause.detail) ?? code),
    param: text(cause.hint),
  });
}

/** `refuse` gives one sentence, `refuse_with_facts` an object of both. */
function saidOf(said: string): { detail: string; facts?: RefusalFacts } {
  if (!said.startsWith('{"')) return { detail: said };
  return JSON.parse(said) as { detail: string; facts: RefusalFacts };
}

function causeOf(error: unknown): DriverCause | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    const cause = current as DriverCause & {
      meta?: { driverAdapterError?: unknown };
      cause?: unknown;
    };
    if (cause.originalCode === REFUSAL_STATE || cause.code === REFUSAL_STATE) return cause;
    current = cause.meta?.driverAdapterError ?? cause.cause;
  }
  return undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
