import { PROLOG_LENGTH_MAX } from './limits.js';

/** What stands before the root element decides whether a parser may see the file at all. */
export type Prolog = 'xml' | 'doctype' | 'incomplete' | 'not-xml';

/**
 * Looks past the declaration, comments and processing instructions to the first element. Everything
 * else that begins with `<!` there is a document type declaration: it can define entities, so it is
 * refused before any parser runs.
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
