import type { Cell } from '../../../domain/imports/fields.js';

/** A row of a file, by the line on which it begins; or a place that is no row. */
export type FileRow =
  | Readonly<{ kind: 'row'; line: number; cells: readonly Cell[] }>
  | Readonly<{ kind: 'broken'; line: number; code: string; detail: string; text: string }>;

/** The bytes of a file, piece by piece; may be asked for several times. */
export type FileBytes = () => AsyncIterable<Uint8Array>;

/** An opened file: how it is written, and its rows. */
export type OpenFile = Readonly<{
  format: 'csv' | 'xlsx';
  encoding: string | null;
  delimiter: string | null;
  rows: () => AsyncIterable<FileRow>;
}>;
