import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal.js';

/** Where a page ended: the sort key of its last row, and the id that makes it unique. */
export type Position = Readonly<{ key: string; id: string }>;

/** The form of key and id in a cursor; both go into a query. */
export type PositionForm = Readonly<{ key: TextForm; id: TextForm }>;

/** A regular expression, or a check that no regular expression can make. */
type TextForm = Readonly<{ test: (text: string) => boolean }>;

const ANY_TEXT = /^[^\p{Cc}\p{Cs}]{0,200}$/u;
export const UUID_FORM = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** PostgreSQL knows no year 0 and no offset of 16 hours. */
const TIMESTAMP_FORM =
  /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::?\d\d)?$/;

/** Sort key and id are both texts. */
export const BY_TEXT: PositionForm = { key: ANY_TEXT, id: ANY_TEXT };
/** The key is `timestamptz::text` with microseconds, the id a UUID. */
export const BY_TIME: PositionForm = { key: { test: isTimestamp }, id: UUID_FORM };

const INSTANT = z.iso.datetime();
/** The key is an instant as JSON has it, to the millisecond; the id a UUID. */
export const BY_INSTANT: PositionForm = {
  key: { test: (text) => INSTANT.safeParse(text).success },
  id: UUID_FORM,
};

const BY_ID: PositionForm = { key: UUID_FORM, id: UUID_FORM };

/** Where a page of rows ends whose ids grow with time: the id is all that its cursor holds. */
export function positionById({ id }: Readonly<{ id: string }>): Position {
  return { key: id, id };
}

/** The id at which the page before ended, for a list of the newest first. @throws Refusal `CURSOR_INVALID`. */
export function olderThan(cursor: string | undefined): { id?: { lt: string } } {
  return cursor === undefined ? {} : { id: { lt: decodeCursor(cursor, BY_ID).id } };
}

const positionForm = z.tuple([z.string(), z.string()]);

export function encodeCursor({ key, id }: Position): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** @throws Refusal `CURSOR_INVALID` when the text is no cursor of a list with positions of this form. */
export function decodeCursor(cursor: string, form: PositionForm = BY_TEXT): Position {
  const position = readPosition(cursor);
  if (position !== undefined && form.key.test(position.key) && form.id.test(position.id))
    return position;
  throw new Refusal({
    code: 'CURSOR_INVALID',
    param: 'cursor',
    detail: 'Send the nextCursor of the page before, or none.',
  });
}

/** Checks the date as well: the form alone would accept the 45th of a 13th month. */
export function isTimestamp(text: string): boolean {
  if (!TIMESTAMP_FORM.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

function readPosition(cursor: string): Position | undefined {
  try {
    const [key, id] = positionForm.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { key, id };
  } catch {
    return undefined;
  }
}

/** Cuts a page out of `limit + 1` rows: the extra row only shows that there are more. */
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
