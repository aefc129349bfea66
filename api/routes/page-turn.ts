import { date } from '../../contract/primitives.js';
import { Prisma } from '../../prisma/database.js';
import { BY_TIME, decodeCursor, UUID_FORM, type PositionForm } from '../http/cursor.js';

/** Rows in turn: by a key, and by the id where keys are equal. */
export type Turn = Readonly<{
  key: Prisma.Sql;
  id: Prisma.Sql;
  first: 'lowest' | 'highest';
  /** Of the key, in a cursor and in PostgreSQL. */
  form: PositionForm;
  type: Prisma.Sql;
}>;

/** The latest first; the cursor holds the time with microseconds. */
export function latestFirst(key: Prisma.Sql, id: Prisma.Sql): Turn {
  return { key, id, first: 'highest', form: BY_TIME, type: Prisma.sql`timestamptz` };
}

/** A day that exists; its form alone would let PostgreSQL fail on the 31st of February. */
const BY_DAY: PositionForm = {
  key: { test: (text) => date.safeParse(text).success },
  id: UUID_FORM,
};

export function latestDayFirst(key: Prisma.Sql, id: Prisma.Sql): Turn {
  return { key, id, first: 'highest', form: BY_DAY, type: Prisma.sql`date` };
}

/** What comes after where the page before ended. @throws Refusal `CURSOR_INVALID`. */
export function afterCursor(
  cursor: string | undefined,
  { key, id, first, form, type }: Turn,
): Prisma.Sql[] {
  if (cursor === undefined) return [];
  const position = decodeCursor(cursor, form);
  const compares = first === 'lowest' ? Prisma.sql`>` : Prisma.sql`<`;
  return [Prisma.sql`(${key}, ${id}) ${compares} (${position.key}::${type}, ${position.id}::uuid)`];
}

/** For `ORDER BY`. */
export function inTurn({ key, id, first }: Turn): Prisma.Sql {
  return first === 'lowest' ? Prisma.sql`${key}, ${id}` : Prisma.sql`${key} DESC, ${id} DESC`;
}
