import { assert } from '../../domain/assert.js';
import type { CommandContext } from '../../domain/context.js';
import * as dunningCommands from '../../prisma/commands/dunning.js';
import type { Database } from '../../prisma/database.js';
import { logoOf } from '../company/logos.js';
import { readAddressee } from '../customer/read-addressee.js';
import { noticeTextOf, writeNoticeLetter } from './notice-letter.js';

export type OldLetter = Readonly<{
  words: () => Readonly<{ subject: string; text: string }>;
  pdf: () => Promise<Buffer>;
}>;

/**
 * A letter that was written before, with the invoices, sums and days of its own day, in the language in which it went;
 * undefined: there is none.
 */
export async function readLetter(
  database: Pick<Database, 'call' | 'prisma'>,
  ctx: CommandContext,
  noticeId: string,
): Promise<OldLetter | undefined> {
  const language = await languageOf(database, noticeId);
  if (language === undefined) return undefined;
  const paper = await database.call(dunningCommands.noticePaper, ctx, { noticeId, language });
  if (paper === null) return undefined;
  return {
    words: () => noticeTextOf(paper),
    pdf: async () => {
      const logo = await logoOf(database.prisma, paper.seller.logoId);
      const [attached] = (await writeNoticeLetter(paper, logo)).attachments;
      assert(attached !== undefined, 'a letter has its paper');
      return Buffer.from(attached.content);
    },
  };
}

/** That of its mail; before there is one, that of whom it will go to. */
async function languageOf(
  { prisma }: Pick<Database, 'prisma'>,
  noticeId: string,
): Promise<string | undefined> {
  const notice = await prisma.dunningNotice.findUnique({
    where: { id: noticeId },
    select: { customerId: true, mail: { select: { language: true } } },
  });
  if (notice === null) return undefined;
  if (notice.mail !== null) return notice.mail.language;
  const { customerId } = notice;
  const { language } = await readAddressee(prisma, { customerId, kind: 'reminder' });
  return language;
}
