import { Refusal } from '../../domain/refusal.js';
import { damaged } from './damaged.js';

type JpegHead = Readonly<{ width: number; height: number }>;

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Frames that can be decoded: baseline, extended, progressive; all with Huffman codes. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Others: lossless, hierarchical, arithmetic (ITU-T T.81 table B.1). */
const RARE_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
/** Encoders write about ten. Each is a pass over all points: thousands of empty ones would take minutes. */
const SCANS_MAX = 30;

/** Size of a JPEG (ITU-T T.81). @throws Refusal `LOGO_DAMAGED`, `LOGO_FORMAT_UNSUPPORTED` */
export function readJpegHead(file: Uint8Array): JpegHead {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let head: JpegHead | undefined;
  let scans = 0;
  for (let at = 2; at + 2 <= bytes.length;) {
    const { marker, next } = segmentAt(bytes, at);
    if (marker === END_OF_IMAGE && head !== undefined && scans > 0) return head;
    if (RARE_FRAMES.includes(marker)) throw unsupported('is of a rare kind');
    if (FRAMES.includes(marker)) head = head === undefined ? frameOf(bytes, at) : twoPictures();
    scans += marker === START_OF_SCAN ? 1 : 0;
    if (scans > SCANS_MAX) throw unsupported(`has more than ${SCANS_MAX} passes`);
    at = marker === START_OF_SCAN ? endOfScan(bytes, next) : next;
  }
  throw damaged('it breaks off before its end');
}

function segmentAt(bytes: Buffer, at: number): Readonly<{ marker: number; next: number }> {
  const marker = bytes.readUInt8(at + 1);
  if (bytes.readUInt8(at) !== 0xff) throw damaged('something stands where a part should begin');
  // A marker may be filled up with further bytes 0xFF.
  if (marker === 0xff) return { marker: 0, next: at + 1 };
  if (marker === END_OF_IMAGE) return { marker, next: at + 2 };
  if (at + 4 > bytes.length) throw damaged('it breaks off before its end');
  return { marker, next: at + 2 + Math.max(2, bytes.readUInt16BE(at + 2)) };
}

/** Where the coded points end: at a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    const goesOn = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    if (!goesOn) return at;
  }
  return bytes.length;
}

/** Length (2), precision (1), height (2), width (2), number of colours (1), then three bytes for each. */
function frameOf(bytes: Buffer, at: number): JpegHead {
  if (at + 10 > bytes.length) throw damaged('it breaks off before its end');
  if (bytes.readUInt8(at + 4) !== 8) throw unsupported('has more than 8 bits a colour');
  const height = bytes.readUInt16BE(at + 5);
  if (height === 0) throw unsupported('does not say its height');
  const colours = bytes.readUInt8(at + 9);
  // Only Adobe's mark says whether four colours are inverted.
  if (colours === 4 && !bytes.includes('Adobe')) throw unsupported('is CMYK without a profile');
  return { width: bytes.readUInt16BE(at + 7), height };
}

function twoPictures(): never {
  throw damaged('it holds two pictures');
}

function unsupported(what: string): Refusal {
  const detail = `This JPEG ${what}: save it as an ordinary RGB picture.`;
  return new Refusal({ code: 'LOGO_FORMAT_UNSUPPORTED', detail });
}
