/** A mistake of the programmer: the program stops here instead of booking something wrong. */
export class AssertionFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AssertionFailure';
  }
}

/**
 * Asserts what must be true whatever users, network and files do. For what a user can cause, throw
 * a `Refusal` instead.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}
