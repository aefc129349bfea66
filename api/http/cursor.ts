import { z } from 'zod';
import { Refusal } from '../../domain/refusal.js';

/** Where a page ended: the value the list is sorted by, and the id that makes it unique. */
export type Position = Readonly<{ key: string; id: string }>;

const positionForm = z.tuple([z.string().max(200), z.string().max(64)]);

export function encodeCursor({ key, id }: Position): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** @throws Refusal `CURSOR_INVALID` when the text is no cursor of ours. */
export function decodeCursor(cursor: string): Position {
  try {
    const [key, id] = positionForm.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { key, id };
  } catch {
    throw new Refusal({
      code: 'CURSOR_INVALID',
      param: 'cursor',
      detail: 'Send the nextCursor of the page before, or none.',
    });
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
