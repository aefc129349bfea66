import { PROLOG_LENGTH_MAX } from './limits.js';

/** Checks everything before the root element, before any parser sees the file. */
export type Prolog = 'xml' | 'doctype' | 'incomplete' | 'not-xml';

/**
 * Skips the declaration, comments and processing instructions up to the first element. Anything
 * else that begins with `<!` is a document type declaration, which can define entities, and is
 * refused.
 */
export function inspectProlog(head: string): Prolog {
  let rest = head.slice(0, PROLOG_LENGTH_MAX).trimStart();
  while (rest.startsWith('<?') || rest.startsWith('<!--')) {
    const ending = rest.startsWith('<?') ? '?>' : '-->';
    const end = rest.indexOf(ending, '<!--'.length);
    if (end === -1) return 'incomplete';
    rest = rest.slice(end + ending.length).trimStart();
  }
  if (rest === '' || rest === '<') return 'incomplete';
  if (rest.startsWith('<!')) return '<!--'.startsWith(rest) ? 'incomplete' : 'doctype';
  return rest.startsWith('<') ? 'xml' : 'not-xml';
}
