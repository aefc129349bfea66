import { inflateSync } from 'node:zlib';
import { Refusal } from '../../domain/refusal.js';
import { damaged } from './damaged.js';

type PngHead = Readonly<{ width: number; height: number }>;

const SIGNATURE_BYTES = 8;
/** Length, type and check sum of a chunk. */
const CHUNK_FRAME_BYTES = 12;
const HEAD_BYTES = 13;

type Chunk = Readonly<{ type: string; data: Buffer }>;

/** Size of a PNG (ISO/IEC 15948). @throws Refusal `LOGO_DAMAGED`, `LOGO_ANIMATED` */
export function readPngHead(file: Uint8Array): PngHead {
  const chunks = chunksOf(file);
  const first = chunks[0];
  if (first?.type !== 'IHDR' || first.data.length !== HEAD_BYTES)
    throw damaged('its head is wrong');
  if (chunks.some(({ type }) => type === 'acTL')) {
    const detail = 'The picture moves; paper does not. Save one picture of it.';
    throw new Refusal({ code: 'LOGO_ANIMATED', detail });
  }
  return { width: first.data.readUInt32BE(0), height: first.data.readUInt32BE(4) };
}

/** All chunks up to IEND, which must be there. */
function chunksOf(file: Uint8Array): Chunk[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const chunks: Chunk[] = [];
  let at = SIGNATURE_BYTES;
  while (at + CHUNK_FRAME_BYTES <= bytes.length) {
    const end = at + CHUNK_FRAME_BYTES + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  throw damaged('it breaks off before its end');
}

/** Samples of a pixel by colour type: grey, colours, palette, grey or colours with transparency. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Adam7 adds a filter byte for each row of seven passes: never as much as another row for each. */
const PASSES_MAX = 7;

/**
 * Refuses a PNG that unpacks to more or to less than its head says: `pngjs` unpacks an interlaced one without a bound.
 *
 * @throws Refusal `LOGO_DAMAGED`
 */
export function checkUnpacked(file: Uint8Array): void {
  const chunks = chunksOf(file);
  const head = chunks[0]?.data ?? Buffer.alloc(HEAD_BYTES);
  const { width, height } = { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
  const samples = SAMPLES[head.readUInt8(9)] ?? 0;
  const rowBytes = Math.ceil((width * samples * head.readUInt8(8)) / 8) + 1;
  const isInterlaced = head.readUInt8(12) !== 0;
  const most = isInterlaced ? (rowBytes + PASSES_MAX) * (height + PASSES_MAX) : rowBytes * height;
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])));
  const bytes = unpackedBytes(packed, most);
  if (!isInterlaced && bytes < most) throw damaged('it has fewer points than it says');
}

function unpackedBytes(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most + 1 }).length;
  } catch {
    throw damaged('its points cannot be unpacked, or are more than it says');
  }
}
