import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { checkLetterText } from '../mail/letter-text.js';
import { requestMasterChange } from './master-changes.js';

/** Which letters a text is for. */
export type LetterKind = Readonly<{
  segment: string | null;
  level: number;
  language: string;
  channel: string;
}>;

/** What a letter says in words of the company; what it demands stands beside it, always. */
export type LetterWords = Readonly<{ subject: string; opening: string; closing: string }>;

/** @throws Refusal of `checkLetterText`, with the name of the text */
export function checkWords(words: LetterWords): void {
  checkLetterText(words.subject, 'subject');
  checkLetterText(words.opening, 'opening');
  checkLetterText(words.closing, 'closing');
}

/**
 * Asks for words of letters, which are sent when another person agrees. Answers the id of the change.
 *
 * @throws Refusal of `checkWords` and of `request_master_change`
 */
export async function askForWords(
  tx: Transaction,
  ctx: CommandContext,
  { kind, words, reason }: Readonly<{ kind: LetterKind; words: LetterWords; reason: string }>,
): Promise<string> {
  checkWords(words);
  const { segment, level, language, channel } = kind;
  const before = await tx.letterText.findFirst({ where: { segment, level, language, channel } });
  return requestMasterChange(tx, ctx, {
    kind: 'letter-text',
    subject: subjectOf(kind),
    before: before === null ? null : wordsOf(before),
    after: { ...kind, ...wordsOf(words) },
    reason,
  });
}

/**
 * Asks to send the words of the product again. Answers the id of the change.
 *
 * @throws Refusal `TEMPLATE_NOT_FOUND` and those of `request_master_change`
 */
export async function askForProductWords(
  tx: Transaction,
  ctx: CommandContext,
  { templateId, reason }: Readonly<{ templateId: string; reason: string }>,
): Promise<string> {
  const text = await tx.letterText.findUnique({ where: { id: templateId } });
  if (text === null) {
    const detail = 'There is no such text.';
    throw new Refusal({ code: 'TEMPLATE_NOT_FOUND', param: 'templateId', detail });
  }
  const { segment, level, language, channel } = text;
  const kind = { segment, level, language, channel };
  return requestMasterChange(tx, ctx, {
    kind: 'letter-text',
    subject: subjectOf(kind),
    before: wordsOf(text),
    after: kind,
    reason,
  });
}

function subjectOf({ segment, level, language, channel }: LetterKind): string {
  return JSON.stringify([segment, level, language, channel]);
}

function wordsOf({ subject, opening, closing }: LetterWords): LetterWords {
  return { subject, opening, closing };
}
