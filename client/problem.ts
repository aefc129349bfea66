/** What the API refuses with (RFC 9457): a stable `code`, and the place that it is about. */
export type Problem = Readonly<{
  status: number;
  code: string;
  title: string;
  detail: string;
  param?: string | undefined;
  requestId?: string | undefined;
  /** Several faults at once. */
  errors?: readonly Readonly<{ code: string; param?: string; detail: string }>[] | undefined;
}>;

/** The API has refused the call; repeating it as it is does not help, unless `code` says that it does later. */
export class CallRefused extends Error {
  readonly problem: Problem;

  constructor(call: string, problem: Problem) {
    super(`${call}: ${problem.status} ${problem.code}. ${problem.detail}`);
    this.name = 'CallRefused';
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }
}

/**
 * No attempt was answered. Whether the call had an effect is not known: repeat it with the same id or idempotency key,
 * which is `idempotencyKey` where the client has chosen it.
 */
export class CallUnanswered extends Error {
  readonly idempotencyKey: string | undefined;

  constructor(call: string, idempotencyKey: string | undefined, cause: unknown) {
    super(`${call}: the API did not answer.`, { cause });
    this.name = 'CallUnanswered';
    this.idempotencyKey = idempotencyKey;
  }
}

/** The problem that an answer tells; what is not a problem document (a proxy's page) gets a code of its own. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'detail' in body)
    return { ...(body as Problem), status };
  const detail = 'The answer is not one of Lunas: is there a proxy in between?';
  return { status, code: 'NOT_A_PROBLEM', title: 'Unknown answer', detail };
}
