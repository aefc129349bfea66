/** What must always hold in the books, as a query that answers the rows that break it. */
export type Invariant = Readonly<{
  id: string;
  /** The invariant as a sentence. */
  says: string;
  /** Answers the rows that break it, each with a column `place`; none when it holds. $1 is business time now. */
  sql: string;
}>;
