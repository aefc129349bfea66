import { Prisma } from './generated/client.js';

const MARK = /^\s*\/\* prepared: ([a-z][a-z0-9_]*) \*\//;
const NAME_FORM = /^[a-z][a-z0-9_]*$/;

/**
 * The head of a statement that PostgreSQL shall parse and plan once a connection instead of once a call: for what every
 * sale asks and finds by a key. Not for filters that a caller chooses, whose plan depends on their values. One name, one
 * text: PostgreSQL refuses a second text under the same name.
 */
export function preparedMark(name: string): string {
  if (!NAME_FORM.test(name)) throw new Error(`${name} is not the name of a prepared statement`);
  return `/* prepared: ${name} */`;
}

/** `preparedMark` as the first value of a `$queryRaw` template. */
export const prepared = (name: string): Prisma.Sql => Prisma.raw(preparedMark(name));

/** The name that a statement's head gives it; undefined for all that is planned anew each time. */
export const preparedName = ({ sql }: Readonly<{ sql: string }>): string | undefined =>
  MARK.exec(sql)?.[1];
