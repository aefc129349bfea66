/** The part of a TrueType font file (OpenType 1.9) that a document with these glyphs needs. */
export type Subset = Readonly<{
  /** The number that the glyph has in the subset. */
  includeGlyph: (glyph: number) => number;
  encode: () => Buffer;
}>;

/** Tables in the order and form of fontkit, whose own writer is slow because it encodes every value. */
const TABLES = ['head', 'hhea', 'loca', 'maxp', 'cvt ', 'prep', 'glyf', 'hmtx', 'fpgm'] as const;
type Tables = Readonly<Record<(typeof TABLES)[number], Buffer>>;

const HEADER_BYTES = 12;
const ENTRY_BYTES = 16;
const LOCA_FORMAT_AT = 50;
const GLYPHS_AT = 4;
const METRICS_AT = 34;
const METRIC_BYTES = 4;

/** Subsets of the font in `file`; tables that every subset shares are copied as they are. */
export function subsetsOf(file: Buffer): () => Subset {
  const tables = tablesOf(file);
  return () => {
    const glyphs = [0]; // what a missing glyph is shown as
    const numbers = new Map([[0, 0]]);
    const includeGlyph = (glyph: number): number => {
      const known = numbers.get(glyph);
      if (known !== undefined) return known;
      numbers.set(glyph, glyphs.length);
      return glyphs.push(glyph) - 1;
    };
    return { includeGlyph, encode: () => write(tables, { glyphs, includeGlyph }) };
  };
}

function tablesOf(file: Buffer): Tables {
  const count = file.readUInt16BE(4);
  const found = Array.from({ length: count }, (_, i): [string, Buffer] => {
    const at = HEADER_BYTES + i * ENTRY_BYTES;
    const from = file.readUInt32BE(at + 8);
    return [
      file.toString('latin1', at, at + 4),
      file.subarray(from, from + file.readUInt32BE(at + 12)),
    ];
  });
  const tables = Object.fromEntries(found) as Tables;
  for (const tag of TABLES)
    if (tables[tag] === undefined) throw new Error(`the font has no ${tag}`);
  return tables;
}

type Wanted = Readonly<{ glyphs: readonly number[]; includeGlyph: Subset['includeGlyph'] }>;

function write(tables: Tables, { glyphs, includeGlyph }: Wanted): Buffer {
  const outlines: Buffer[] = [];
  // A composite glyph adds its parts at the end.
  for (let i = 0; i < glyphs.length; i += 1)
    outlines.push(withParts(outlineOf(tables, glyphs[i] ?? 0), includeGlyph));
  return inOneFile({
    ...tables,
    hhea: withNumber(tables.hhea, { at: METRICS_AT, value: glyphs.length }),
    loca: locationsOf(outlines, isShort(tables)),
    maxp: withNumber(tables.maxp, { at: GLYPHS_AT, value: glyphs.length }),
    glyf: Buffer.concat(outlines),
    hmtx: Buffer.concat(glyphs.map((glyph) => metricOf(tables, glyph))),
  });
}

/** Where offsets take two bytes they count pairs of bytes. */
function isShort({ head }: Tables): boolean {
  return head.readInt16BE(LOCA_FORMAT_AT) === 0;
}

function outlineOf(tables: Tables, glyph: number): Buffer {
  const { loca, glyf } = tables;
  const offset = (i: number) =>
    isShort(tables) ? loca.readUInt16BE(i * 2) * 2 : loca.readUInt32BE(i * 4);
  return glyf.subarray(offset(glyph), offset(glyph + 1));
}

function metricOf({ hhea, hmtx }: Tables, glyph: number): Buffer {
  const metrics = hhea.readUInt16BE(METRICS_AT);
  if (glyph < metrics) return hmtx.subarray(glyph * METRIC_BYTES, (glyph + 1) * METRIC_BYTES);
  // All further glyphs are as wide as the last one.
  const bearing = metrics * METRIC_BYTES + (glyph - metrics) * 2;
  const last = (metrics - 1) * METRIC_BYTES;
  return Buffer.concat([hmtx.subarray(last, last + 2), hmtx.subarray(bearing, bearing + 2)]);
}

const FIRST_PART_AT = 10;
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE_PARTS = 0x0020;
const TWO_SCALES = 0x0040;
const TWO_BY_TWO = 0x0080;

/** The glyph; in a composite glyph the parts get their numbers in the subset. */
function withParts(outline: Buffer, includeGlyph: Subset['includeGlyph']): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
  const renumbered = Buffer.from(outline);
  let flags = MORE_PARTS;
  for (let at = FIRST_PART_AT; (flags & MORE_PARTS) !== 0; at += partBytes(flags)) {
    flags = outline.readUInt16BE(at);
    renumbered.writeUInt16BE(includeGlyph(outline.readUInt16BE(at + 2)), at + 2);
  }
  return renumbered;
}

function partBytes(flags: number): number {
  const scales = flags & TWO_BY_TWO ? 8 : flags & TWO_SCALES ? 4 : flags & SCALE ? 2 : 0;
  return 4 + (flags & WORDS ? 4 : 2) + scales;
}

function locationsOf(outlines: readonly Buffer[], short: boolean): Buffer {
  const bytes = short ? 2 : 4;
  const loca = Buffer.alloc((outlines.length + 1) * bytes);
  let offset = 0;
  [...outlines, Buffer.alloc(0)].forEach((outline, i) => {
    loca.writeUIntBE(short ? offset / 2 : offset, i * bytes, bytes);
    offset += outline.length;
  });
  return loca;
}

function withNumber(table: Buffer, { at, value }: Readonly<{ at: number; value: number }>): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

/** PDF readers check neither checksums nor alignment. */
function inOneFile(tables: Tables): Buffer {
  const head = Buffer.alloc(HEADER_BYTES + TABLES.length * ENTRY_BYTES);
  const power = Math.floor(Math.log2(TABLES.length));
  head.write('true', 0, 'latin1');
  [TABLES.length, 2 ** power * 16, power, TABLES.length * 16 - 2 ** power * 16].forEach(
    (value, i) => head.writeUInt16BE(value, 4 + i * 2),
  );
  let offset = head.length;
  TABLES.forEach((tag, i) => {
    const at = HEADER_BYTES + i * ENTRY_BYTES;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(tables[tag].length, at + 12);
    offset += tables[tag].length;
  });
  return Buffer.concat([head, ...TABLES.map((tag) => tables[tag])]);
}
