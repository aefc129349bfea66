import { assert } from '../../domain/assert.js';
import type { CommandContext } from '../../domain/context.js';
import * as dunningCommands from '../../prisma/commands/dunning.js';
import type { Database } from '../../prisma/database.js';
import { noticeTextOf, writeNoticeLetter } from './notice-letter.js';

export type OldLetter = Readonly<{
  words: () => Readonly<{ subject: string; text: string }>;
  pdf: () => Promise<Buffer>;
}>;

/** A letter that was written before, with the invoices, sums and days of its own day; undefined: there is none. */
export async function readLetter(
  database: Pick<Database, 'call'>,
  ctx: CommandContext,
  noticeId: string,
): Promise<OldLetter | undefined> {
  const paper = await database.call(dunningCommands.noticePaper, ctx, { noticeId });
  if (paper === null) return undefined;
  return {
    words: () => noticeTextOf(paper),
    pdf: async () => {
      const [attached] = (await writeNoticeLetter(paper)).attachments;
      assert(attached !== undefined, 'a letter has its paper');
      return Buffer.from(attached.content);
    },
  };
}
