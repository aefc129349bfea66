import { parseStrictJson, type Json } from '../../contract/strict-json.js';
import { Refusal } from '../../domain/refusal.js';

const decoder = new TextDecoder('utf-8', { fatal: true });
const JSON_MEDIA_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/**
 * Reads a body as JSON; each entry of the array `entriesApart` is read by itself (see `parseStrictJson`).
 *
 * @throws Refusal `UNSUPPORTED_MEDIA_TYPE`, `BODY_REQUIRED`, `JSON_MALFORMED`.
 */
export function parseJsonBody(
  content: Buffer,
  contentType: string | undefined,
  entriesApart?: string,
): Json {
  if (content.length === 0)
    throw new Refusal({ code: 'BODY_REQUIRED', detail: 'This call needs a JSON body.' });
  if (contentType === undefined || !JSON_MEDIA_TYPE.test(contentType)) {
    throw new Refusal({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      param: 'Content-Type',
      detail: 'The body must be application/json in UTF-8.',
    });
  }
  return parseStrictJson(decode(content), entriesApart);
}

function decode(content: Buffer): string {
  try {
    return decoder.decode(content);
  } catch {
    throw new Refusal({ code: 'JSON_MALFORMED', detail: 'The body is not valid UTF-8.' });
  }
}
