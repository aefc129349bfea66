import { assert } from '../../domain/assert.js';

/**
 * Data and error correction of a QR code (ISO/IEC 18004), in byte mode at level M: 15 % may be dirt,
 * and thermal paper collects some.
 */

/** Versions 1 to 40 at level M (ISO/IEC 18004 table 9); index 0 is version 1. */
const CORRECTION_PER_BLOCK = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
] as const;
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26,
  28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
] as const;

const VERSION_MAX = 40;
const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11] as const;
/** From version 10 on, the length takes two bytes. */
const LONG_COUNT_FROM_VERSION = 10;

/** The smallest version that holds `length` bytes; undefined when none does (more than 2331 bytes). */
export function versionFor(length: number): number | undefined {
  return versions().find((version) => headerBits(version) + length * 8 <= dataBytes(version) * 8);
}

/** Data, padded, with its error correction, in the order it is drawn. */
export function codewordsOf(data: Uint8Array, version: number): Uint8Array {
  const blocks = splitIntoBlocks(padded(data, version), version);
  const divisor = generatorOf(tableAt(CORRECTION_PER_BLOCK, version));
  const corrections = blocks.map((block) => remainderOf(block, divisor));
  return Uint8Array.from([...interleaved(blocks), ...interleaved(corrections)]);
}

function versions(): number[] {
  return Array.from({ length: VERSION_MAX }, (_, index) => index + 1);
}

function headerBits(version: number): number {
  return 4 + (version < LONG_COUNT_FROM_VERSION ? 8 : 16);
}

function dataBytes(version: number): number {
  return totalBytes(version) - correctionBytes(version);
}

function correctionBytes(version: number): number {
  return tableAt(CORRECTION_PER_BLOCK, version) * tableAt(BLOCKS, version);
}

/** Modules that are left for codewords once all patterns are drawn, in whole bytes. */
function totalBytes(version: number): number {
  const size = version * 4 + 17;
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const alignmentModules = version === 1 ? 0 : (25 * alignments - 10) * alignments - 55;
  const versionModules = version >= 7 ? 36 : 0;
  const finders = 3 * 64;
  const timing = 2 * (size - 16);
  const format = 31;
  return (size * size - finders - timing - format - alignmentModules - versionModules) >> 3;
}

function padded(data: Uint8Array, version: number): Uint8Array {
  const length = dataBytes(version);
  const bits = [
    ...bitsOf(BYTE_MODE, 4),
    ...bitsOf(data.length, version < LONG_COUNT_FROM_VERSION ? 8 : 16),
    ...[...data].flatMap((byte) => bitsOf(byte, 8)),
  ];
  const terminated = [...bits, ...bitsOf(0, Math.min(4, length * 8 - bits.length))];
  const bytes = Uint8Array.from({ length: Math.ceil(terminated.length / 8) }, (_, index) =>
    terminated
      .slice(index * 8, index * 8 + 8)
      .reduce((byte, bit, place) => byte | (bit << (7 - place)), 0),
  );
  const filling = Array.from(
    { length: length - bytes.length },
    (_, index) => PADDING[index % 2] ?? 0,
  );
  return Uint8Array.from([...bytes, ...filling]);
}

function bitsOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, index) => (value >> (length - 1 - index)) & 1);
}

/** The first blocks are one byte shorter when the data does not divide evenly. */
function splitIntoBlocks(data: Uint8Array, version: number): Uint8Array[] {
  const count = tableAt(BLOCKS, version);
  const short = Math.floor(data.length / count);
  const shortCount = count - (data.length % count);
  return Array.from({ length: count }, (_, index) => {
    const start = index * short + Math.max(0, index - shortCount);
    return data.slice(start, start + short + (index < shortCount ? 0 : 1));
  });
}

function interleaved(blocks: readonly Uint8Array[]): number[] {
  const longest = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    blocks.flatMap((block) => [...block.subarray(index, index + 1)]),
  ).flat();
}

/** Coefficients of the Reed-Solomon generator, highest power first, without the leading one. */
function generatorOf(degree: number): Uint8Array {
  const result = new Uint8Array(degree);
  result[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let index = 0; index < degree; index++) {
      const next = index + 1 < degree ? (result[index + 1] ?? 0) : 0;
      result[index] = multiply(result[index] ?? 0, root) ^ next;
    }
    root = multiply(root, 2);
  }
  return result;
}

function remainderOf(data: Uint8Array, divisor: Uint8Array): Uint8Array {
  const result = new Uint8Array(divisor.length);
  for (const byte of data) {
    const factor = byte ^ (result[0] ?? 0);
    result.copyWithin(0, 1);
    result[result.length - 1] = 0;
    divisor.forEach((coefficient, index) => {
      result[index] = (result[index] ?? 0) ^ multiply(coefficient, factor);
    });
  }
  return result;
}

/** Product in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function multiply(x: number, y: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((y >>> bit) & 1) * x;
  }
  return product;
}

function tableAt(table: readonly number[], version: number): number {
  const value = table[version - 1];
  assert(value !== undefined, 'a QR code has a version from 1 to 40');
  return value;
}
