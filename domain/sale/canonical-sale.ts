import { assert } from '../assert.js';

/** A parsed JSON document. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | Readonly<{ [name: string]: Json | undefined }>;

/** A sale is four levels deep; deeper content is no sale and must not exhaust the stack. */
const DEPTH_MAX = 32;

/**
 * The canonical text of a sale's content: JSON with sorted keys (by UTF-16 code units) and no white space, as in RFC
 * 8785. Its hash decides whether a repeated sale is the same sale.
 *
 * Fields that are undefined count as absent. Texts and numbers stay as they were sent, "1" and "1.0" differ;
 * `inOneForm` makes them equal before.
 */
export function canonicalSale(body: Json): string {
  return canonical(body, 0);
}

function canonical(value: Json, depth: number): string {
  assert(depth <= DEPTH_MAX, `a sale is not nested deeper than ${DEPTH_MAX} levels`);
  if (typeof value !== 'object' || value === null) return canonicalScalar(value);
  if (isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join(',')}]`;
  const fields = Object.keys(value)
    .toSorted()
    .flatMap((name) => {
      const field = value[name];
      return field === undefined ? [] : [`${JSON.stringify(name)}:${canonical(field, depth + 1)}`];
    });
  return `{${fields.join(',')}}`;
}

function canonicalScalar(value: null | boolean | number | string): string {
  assert(typeof value !== 'number' || Number.isFinite(value), 'JSON has no such number');
  const text: string | undefined = JSON.stringify(value);
  assert(text !== undefined, `a sale is made of JSON values, not of ${typeof value}`);
  return text;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
