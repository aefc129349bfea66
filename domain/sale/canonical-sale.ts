import { assert } from '../assert.js';

/** A parsed JSON document. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | Readonly<{ [name: string]: Json | undefined }>;

/** A sale is four levels deep; what is deeper was never a sale, and must not exhaust the stack. */
const DEPTH_MAX = 32;

/**
 * The one text of a sale's content, whatever the order of its fields and the white space it was sent
 * with: JSON with sorted keys (by UTF-16 code units) and no white space, as in RFC 8785. Its hash
 * decides whether a repeated sale is the same sale.
 *
 * Fields that are undefined count as absent. Text and numbers stay as they were sent: a till that
 * says "1" and later "1.0" has sent two texts. That they are one sale is for `inOneForm` to say.
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
