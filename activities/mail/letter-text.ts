import Handlebars from 'handlebars';
import { Refusal } from '../../domain/refusal.js';

/** What a text of a letter may say of the letter that it stands in. */
export const LETTER_FIELDS = [
  'customerName',
  'title',
  'toPay',
  'total',
  'count',
  'phone',
  'sellerName',
] as const;

export type LetterField = (typeof LETTER_FIELDS)[number];

/** Longer than the sentence that is shown: a text is refused at its first fault. */
const SHOWN_MAX = 40;

/**
 * Refuses a text that is more than words and `{{field}}`: blocks, helpers, partials and paths could run code or say what
 * is not known. `param` names the text in the request; the sentence names line and column.
 *
 * @throws Refusal `TEMPLATE_MALFORMED`, `TEMPLATE_NOT_PLAIN`, `TEMPLATE_FIELD_UNKNOWN`
 */
export function checkLetterText(source: string, param: string): void {
  for (const part of parse(source, param).body) {
    if (part.type === 'ContentStatement') continue;
    const { line, column } = part.loc.start;
    const place = `line ${line}, column ${column + 1}`;
    const field = fieldOf(part);
    if (field === undefined) {
      const detail = `At ${place} stands more than a field: a text has words and {{field}} only.`;
      throw new Refusal({ code: 'TEMPLATE_NOT_PLAIN', param, detail });
    }
    if ((LETTER_FIELDS as readonly string[]).includes(field)) continue;
    const detail = `{{${field.slice(0, SHOWN_MAX)}}} at ${place} is not known; known are ${LETTER_FIELDS.join(', ')}.`;
    throw new Refusal({ code: 'TEMPLATE_FIELD_UNKNOWN', param, detail });
  }
}

function parse(source: string, param: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch {
    const detail =
      'The braces of the text do not fit together: a field is written {{customerName}}.';
    throw new Refusal({ code: 'TEMPLATE_MALFORMED', param, detail });
  }
}

/** The name in `{{name}}`; undefined for everything else. */
function fieldOf(part: hbs.AST.Statement): string | undefined {
  if (part.type !== 'MustacheStatement') return undefined;
  const { path, params, hash } = part as hbs.AST.MustacheStatement;
  const hasMore = params.length > 0 || (hash as hbs.AST.Hash | undefined) !== undefined;
  if (path.type !== 'PathExpression' || hasMore) return undefined;
  const { parts, data, depth, original } = path as hbs.AST.PathExpression;
  return parts.length === 1 && !data && depth === 0 && parts[0] === original ? original : undefined;
}
