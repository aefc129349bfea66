/**
 * Something outside the code is wrong and a person can put it right: a taken port, a full disk, a
 * missing setting. The message is one sentence that says what is wrong and what to do; programs print
 * it without a stack and end with exit code 1.
 */
export class OperatorFault extends Error {
  override readonly name = 'OperatorFault';
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return hasMessage ? String(error.message) : String(error);
}

/** True for an error of Node or the system with this code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
