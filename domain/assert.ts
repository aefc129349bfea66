/** A mistake of the programmer: the program stops here instead of booking something wrong. */
export class AssertionFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AssertionFailure';
  }
}

/**
 * States what must be true whatever the users, the network and the files do.
 * What a user can cause is refused with `Refusal` instead.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}
