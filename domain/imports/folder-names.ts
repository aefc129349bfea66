/** What programs put a file under while they still write it, and what is no file of a person. */
const UNFINISHED = /^[.~]|\.(?:part|partial|filepart|tmp|temp|crdownload|swp)$|~$/i;

/** Whether a file of a watched folder is one that may be taken: it is not hidden, and not still being written. */
export function isForTaking(name: string): boolean {
  return !UNFINISHED.test(name);
}

/** With four bytes each, an id, an ending and what we add, a name stays below the 255 bytes of a file system. */
const STEM_LENGTH_MAX = 40;

const ENDING = /\.[A-Za-z\d]{1,8}$/;
const UNSAFE = /[^\p{L}\p{N} ._()+-]/gu;

export type SafeName = Readonly<{ stem: string; ending: string }>;

/**
 * A name under which a file of strangers can be kept: letters, digits and a few signs, neither hidden nor too long.
 * `ending` begins with its dot, or is empty.
 */
export function safeFileName(name: string): SafeName {
  const ending = ENDING.exec(name)?.[0] ?? '';
  const clean = name
    .slice(0, name.length - ending.length)
    .normalize('NFC')
    .replaceAll(UNSAFE, '_')
    .replace(/^[. ]+/, '');
  const stem = Array.from(clean).slice(0, STEM_LENGTH_MAX).join('').trimEnd();
  return { stem: stem === '' ? 'file' : stem, ending };
}
