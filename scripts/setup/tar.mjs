// Own code, because the machine may have nothing but Node, which cannot read archives, and only one file is needed.
// POSIX.1-1988 ustar: 512-byte blocks; name at 0 (100 bytes), size in octal at 124 (12 bytes), prefix at 345 (155
// bytes).
const BLOCK = 512;

/**
 * Reads one file out of an uncompressed tar archive.
 * @param {Buffer} archive
 * @param {(name: string) => boolean} wanted
 * @returns {Buffer | undefined}
 */
export function readFromTar(archive, wanted) {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const name = textAt(archive, at, 100);
    if (name === '') return undefined;
    const prefix = textAt(archive, at + 345, 155);
    const size = Number.parseInt(textAt(archive, at + 124, 12).trim() || '0', 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length !== size) throw new Error(`${name} is cut off in the tar archive`);
    if (wanted(prefix === '' ? name : `${prefix}/${name}`)) return content;
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

/**
 * @param {Buffer} archive
 * @param {number} from
 * @param {number} length
 */
function textAt(archive, from, length) {
  const field = archive.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
