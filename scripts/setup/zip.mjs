import { crc32, inflateRawSync } from 'node:zlib';

// Signatures and field offsets: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endOfDirectorySize = 22;
const commentSizeMax = 0xffff;
const stored = 0;
const deflated = 8;

/**
 * Reads one file out of a zip archive (a Python wheel is one), checking its size and CRC.
 * @param {Buffer} archive
 * @param {(name: string) => boolean} wanted
 * @returns {{ name: string, content: Buffer } | undefined} undefined when no file has a wanted name
 * @throws {Error} when the archive is damaged or uses a feature that wheels do not use
 */
export function readFromZip(archive, wanted) {
  const entry = directoryOf(archive).find(({ name }) => wanted(name));
  return entry === undefined ? undefined : { name: entry.name, content: contentOf(archive, entry) };
}

/** @param {Buffer} archive */
function directoryOf(archive) {
  const end = endOfDirectoryOffset(archive);
  const count = archive.readUInt16LE(end + 10);
  const entries = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== directoryEntry)
      throw new Error('the zip directory is damaged');
    const nameSize = archive.readUInt16LE(at + 28);
    const extraSize = archive.readUInt16LE(at + 30);
    const commentSize = archive.readUInt16LE(at + 32);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameSize),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameSize + extraSize + commentSize;
  }
  return entries;
}

/** @param {Buffer} archive */
function endOfDirectoryOffset(archive) {
  const first = Math.max(0, archive.length - endOfDirectorySize - commentSizeMax);
  for (let at = archive.length - endOfDirectorySize; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === endOfDirectory) return at;
  }
  throw new Error('this is not a zip archive, or its end is missing');
}

/**
 * @param {Buffer} archive
 * @param {ReturnType<typeof directoryOf>[number]} entry
 */
function contentOf(archive, entry) {
  const dataAt =
    entry.offset +
    30 +
    archive.readUInt16LE(entry.offset + 26) +
    archive.readUInt16LE(entry.offset + 28);
  const packed = archive.subarray(dataAt, dataAt + entry.packedSize);
  const content = unpack(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw new Error(`${entry.name} is damaged in the zip archive`);
  return content;
}

/**
 * @param {Buffer} packed
 * @param {ReturnType<typeof directoryOf>[number]} entry
 */
function unpack(packed, { method, name, size }) {
  if (method === stored) return packed;
  if (method === deflated) return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  throw new Error(`${name} is packed by method ${method}, which is not read here`);
}
