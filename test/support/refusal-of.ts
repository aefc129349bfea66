import { Refusal } from '../../domain/refusal.js';

/** The refusal that a command ends in; anything else fails the test. */
export function refusalOf(command: () => unknown): Refusal {
  try {
    command();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('expected a refusal, but the command went through');
}
