import { z } from 'zod';
import { date } from '../../contract/primitives.js';
import { Refusal } from '../../domain/refusal.js';

/** Where a page ended: the value the list is sorted by, and the id that makes it unique. */
export type Position = Readonly<{ key: string; id: string }>;

/** What a key or an id in a cursor must look like; it goes into a query. `begins`: what the key begins with. */
export type PositionForm = Readonly<{ key: RegExp; id: RegExp; begins?: 'day' }>;

const anyText = /^[^\p{Cc}\p{Cs}]{0,200}$/u;
export const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const timestamp =
  /^\d{4}-\d\d-\d\d (?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::?[0-5]\d)?$/;

/** A text and a text. */
export const BY_TEXT: PositionForm = { key: anyText, id: anyText };
/** `timestamptz::text`, with all its microseconds, and a UUID. */
export const BY_TIME: PositionForm = { key: timestamp, id: UUID, begins: 'day' };

const positionForm = z.tuple([z.string(), z.string()]);

export function encodeCursor({ key, id }: Position): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** @throws Refusal `CURSOR_INVALID` when the text is no cursor of a list with positions of this form. */
export function decodeCursor(cursor: string, form: PositionForm = BY_TEXT): Position {
  const position = readPosition(cursor);
  if (position !== undefined && isOfForm(position, form)) return position;
  throw new Refusal({
    code: 'CURSOR_INVALID',
    param: 'cursor',
    detail: 'Send the nextCursor of the page before, or none.',
  });
}

/** A day that looks like one and is none (30 February) would break the query. */
function isOfForm({ key, id }: Position, form: PositionForm): boolean {
  if (!form.key.test(key) || !form.id.test(id)) return false;
  return form.begins !== 'day' || date.safeParse(key.slice(0, DAY_LENGTH)).success;
}

const DAY_LENGTH = '2026-11-22'.length;

function readPosition(cursor: string): Position | undefined {
  try {
    const [key, id] = positionForm.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { key, id };
  } catch {
    return undefined;
  }
}

/**
 * Cuts a page out of `limit + 1` rows: the extra row only tells that there is more.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  {
    limit,
    positionOf,
    show,
  }: Readonly<{
    limit: number;
    positionOf: (row: Row) => Position;
    show: (row: Row) => Item;
  }>,
): { data: Item[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { data: page.map(show), nextCursor: more ? encodeCursor(positionOf(last)) : null };
}
