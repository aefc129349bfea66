import type { Words } from '../../contract/problem.js';
import { DOUBTS, type Doubt } from '../../domain/matching/matching.js';
import { textsFor } from '../../platform/texts.js';

/**
 * Why a suggestion was not booked, in the languages of the people who decide, from its reasons as they are stored; a
 * doubt of an older version has no words.
 */
export function doubtWords(reasons: unknown): Words[] {
  const { doubts } = reasons as Readonly<{ doubts: readonly string[] }>;
  return doubts.filter(isDoubt).map((doubt) => {
    const key = `match.${doubt.replaceAll(/-[a-z]/g, (start) => start.slice(1).toUpperCase())}`;
    return { id: textsFor('id')(key), en: textsFor('en')(key) };
  });
}

function isDoubt(text: string): text is Doubt {
  return DOUBTS.some((doubt) => doubt === text);
}
