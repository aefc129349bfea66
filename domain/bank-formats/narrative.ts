import { identifyingReference } from '../statement/identifying-reference.js';
import { SILENT, type Narrative } from './told-payment.js';
import { readCodedNarrative } from './coded-narrative.js';
import { readSlashNarrative } from './slash-narrative.js';
import { readTaggedText } from './tagged-text.js';

/**
 * Reads the lines of one `:86:`: the codes `?20` of German banks (ZKA), the words `/EREF/` of Dutch banks and of SEPA,
 * `EREF+` in between, or free text. `isMoneyIn` decides between payer and payee where both are named.
 */
export function readNarrative(
  lines: readonly string[],
  { isMoneyIn }: Readonly<{ isMoneyIn: boolean }>,
): Narrative {
  const found =
    readCodedNarrative(lines) ??
    readSlashNarrative(unfold(lines), { isMoneyIn }) ??
    readTaggedText([unfold(lines)]);
  const { endToEndReference } = found;
  return {
    ...SILENT,
    ...found,
    endToEndReference:
      identifyingReference(endToEndReference) === undefined ? undefined : endToEndReference,
  };
}

/** SWIFT: a line of `:86:` has 65 characters at most. */
const LINE_LENGTH = 65;
const TAG_LENGTH = ':86:'.length;

/** A full line was cut in the middle of its text; a shorter one ended with its words. */
export function unfold(lines: readonly string[]): string {
  let text = '';
  let isFull = true;
  for (const [index, line] of lines.entries()) {
    text += (isFull ? '' : ' ') + line;
    isFull =
      line.length >= LINE_LENGTH || (index === 0 && line.length + TAG_LENGTH === LINE_LENGTH);
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}
