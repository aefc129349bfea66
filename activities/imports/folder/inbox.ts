/** A folder in which files of one sort arrive. */
export type Door = Readonly<{
  folder: string;
  /** How the import is asked for, such as `items/KASIR`. */
  says: string;
}>;

export type FolderOutcome =
  | Readonly<{ kind: 'running' }>
  | Readonly<{
      kind: 'done' | 'refused';
      /** What a person reads beside the file. */
      report: string;
      /** Rows to be mended, as a file of the same columns. */
      rejected?: AsyncIterable<string>;
    }>;

/** What a watched folder hands its files to. */
export type Inbox<OneDoor extends Door = Door> = Readonly<{
  /** Absolute path; has the folders `taken`, `done` and `refused` beside the doors. */
  root: string;
  bytesMax: number;
  doors: () => Promise<readonly OneDoor[]>;
  /** Keeps the bytes and answers the id under which they are carried on; the same bytes get the same id. Throws refusals. */
  receive: (content: Buffer, door: OneDoor) => Promise<string>;
  outcome: (id: string) => Promise<FolderOutcome>;
}>;

export const TAKEN = 'taken';
export const DONE = 'done';
export const REFUSED = 'refused';
