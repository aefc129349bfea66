import { assert } from './assert.js';

/**
 * A text of the books as one of a closed set. The books hold nothing else, because a CHECK of the column
 * names the same values; another one is a bug.
 */
export function known<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text);
  assert(found !== undefined, `${text} is none of ${values.join(', ')}`);
  return found;
}
