import { Prisma } from './generated/client.js';

const MARK = /^\s*\/\* prepared: ([a-z][a-z0-9_]*) \*\//;
const NAME_FORM = /^[a-z][a-z0-9_]*$/;

/**
 * Marks a statement that PostgreSQL parses and plans once per connection instead of once per call: for key look-ups of
 * every sale. Not for filters chosen by a caller, whose plan depends on their values. One name, one text: PostgreSQL
 * refuses a second text under the same name.
 */
export function preparedMark(name: string): string {
  if (!NAME_FORM.test(name)) throw new Error(`${name} is not the name of a prepared statement`);
  return `/* prepared: ${name} */`;
}

/** `preparedMark` as the first value of a `$queryRaw` template. */
export const prepared = (name: string): Prisma.Sql => Prisma.raw(preparedMark(name));

/** The name in the mark of a statement; undefined for statements that are planned each time. */
export const preparedName = ({ sql }: Readonly<{ sql: string }>): string | undefined =>
  MARK.exec(sql)?.[1];
