import { ERRORS, isErrorCode, problemType, type ErrorCode } from '../../contract/errors.js';
import type { ProblemStatus } from '../../contract/errors/table.js';
import type { Problem } from '../../contract/problem.js';
import { Refusal } from '../../domain/refusal.js';
import { creditWords } from './credit-words.js';
import { isUnavailable } from './unavailable.js';

export type AnsweredProblem = Readonly<{
  status: ProblemStatus;
  body: Problem;
  headers: Readonly<Record<string, string>>;
}>;

/** Long enough for a database restart, short enough that tills send their queues soon after it. */
const RETRY_AFTER_SECONDS = 2;

/**
 * The one place where an error becomes an answer (RFC 9457). A refusal shows its code and sentence; any other error
 * shows neither stack nor message.
 */
export function problemOf(error: unknown, requestId: string): AnsweredProblem {
  if (error instanceof Refusal) return problemOfRefusal(error, requestId);
  if (isUnavailable(error))
    return answer({
      code: 'UNAVAILABLE',
      detail: 'Send the same request again: what was done already is not done twice.',
      requestId,
    });
  return answer({
    code: 'INTERNAL',
    detail: 'The fault is ours and is noted under this request id.',
    requestId,
  });
}

/** An unknown code is answered as a refusal too, because a rule has rolled the transaction back. */
function problemOfRefusal(refusal: Refusal, requestId: string): AnsweredProblem {
  const { code, detail, param, errors: faults } = refusal;
  const words = creditWords(code, refusal.facts);
  const row = isErrorCode(code)
    ? ERRORS[code]
    : ({ status: 422, title: 'Refused by a rule' } as const);
  return {
    status: row.status,
    headers: headersOf(row.status),
    body: {
      type: problemType(code),
      title: row.title,
      status: row.status,
      code,
      detail,
      ...(param === undefined || param === '' ? {} : { param }),
      requestId,
      ...(faults.length === 0 ? {} : { errors: [...faults] }),
      ...(words === undefined ? {} : { words }),
    },
  };
}

function answer(
  problem: Readonly<{ code: ErrorCode; detail: string; requestId: string }>,
): AnsweredProblem {
  const { code, detail, requestId } = problem;
  const { status, title } = ERRORS[code];
  return {
    status,
    headers: headersOf(status),
    body: { type: problemType(code), title, status, code, detail, requestId },
  };
}

function headersOf(status: ProblemStatus): Readonly<Record<string, string>> {
  if (status === 503) return { 'Retry-After': String(RETRY_AFTER_SECONDS) };
  if (status === 401) return { 'WWW-Authenticate': 'Bearer realm="lunas"' };
  return {};
}
