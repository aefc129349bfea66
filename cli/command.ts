/** One command of `lunas`. */
export type Command = Readonly<{
  /** One line of help text. */
  summary: string;
  usage: string;
  /** Answers the exit code. Throws `OperatorFault` for what a person can put right. */
  run: (args: readonly string[]) => Promise<number>;
}>;
