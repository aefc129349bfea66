import type { AnswerOf } from '../../prisma/commands/command.js';
import type * as dunningCommands from '../../prisma/commands/dunning.js';

type NoticePaper = NonNullable<AnswerOf<typeof dunningCommands.noticePaper>>;

/** Tone by the template names that policies use, the mildest first. */
const TONES = {
  'reminder-friendly': 'friendly',
  'reminder-firm': 'firm',
  'reminder-final': 'final',
} as const;

type Tone = (typeof TONES)[keyof typeof TONES];

type Line = Pick<NoticePaper['lines'][number], 'template' | 'level' | 'follows' | 'remindedOn'>;

/**
 * How a letter speaks as a whole. What it says of each invoice stands at the invoice (`sayingOf`); the letter says
 * nothing that is not true of all of them. `mixed`: its invoices are at different steps.
 */
export function letterTone(lines: readonly Line[]): Readonly<{
  tone: Tone | 'mixed';
  /** How many reminders there have been of each, this one included. */
  reminders: number;
}> {
  const [first, ...others] = lines.map((line) => ({
    tone: toneOf(line),
    reminders: line.remindedOn === null ? 1 : line.level,
  }));
  if (first === undefined) return { tone: 'mixed', reminders: 1 };
  const isAlike = others.every(
    ({ tone, reminders }) => tone === first.tone && reminders === first.reminders,
  );
  return isAlike ? first : { tone: 'mixed', reminders: 1 };
}

/**
 * The template says the tone; when we have no texts for it, the level does. Only a last letter says that it is the
 * last, and only one that was preceded by another that something was said before.
 */
function toneOf({ template, level, follows, remindedOn }: Line): Tone {
  const named = Object.entries(TONES).find(([name]) => name === template)?.[1];
  const byLevel = Object.values(TONES)[Math.min(level, Object.keys(TONES).length) - 1];
  const tone = named ?? byLevel ?? 'friendly';
  if (tone === 'final' && follows !== 'reminder') return 'final';
  return remindedOn === null || tone === 'friendly' ? 'friendly' : 'firm';
}
