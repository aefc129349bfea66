import { assert } from './assert.js';

/**
 * Narrows a text from the books to a closed set of values. A CHECK on the column allows the same values, so any other
 * value is a bug.
 */
export function known<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text);
  assert(found !== undefined, `${text} is none of ${values.join(', ')}`);
  return found;
}
