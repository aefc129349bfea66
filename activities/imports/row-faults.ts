import type { Cell } from '../../domain/imports/fields.js';
import type { CellFault } from '../../domain/imports/read-row.js';
import type { Fault, Refusal } from '../../domain/refusal.js';
import type { ImportFormat } from './import-format.js';
import type { RowFault, WaitingRow } from './import-rows.js';

/** A fault with the name of its column. */
export function toldFault(
  { field, value, code, detail }: CellFault,
  { header, mapping }: ImportFormat,
): RowFault {
  const column = mapping[field];
  const name = column === undefined ? null : (header[column] ?? null);
  return { column: name, field, value, code, detail };
}

/** `lines[3].sku` of a record of several rows is the field `sku` of its fourth row. */
const ROW_OF_RECORD = /^lines\[(?<index>\d+)\]\.(?<field>.+)$/;

/** The faults of a call, by the line of the row and at the columns that its fields came from. */
export function faultsOfRefusal(
  refusal: Refusal,
  rows: readonly [WaitingRow, ...WaitingRow[]],
  { mapping }: ImportFormat,
): ReadonlyMap<number, readonly CellFault[]> {
  const { code, detail, param = '' } = refusal;
  const all: readonly Fault[] =
    refusal.errors.length > 0 ? refusal.errors : [{ code, detail, param }];
  const byLine = new Map<number, CellFault[]>();
  for (const fault of all) {
    const { row, field } = placeOf(fault, rows, mapping);
    const value = valueOf(row.cells[mapping[field] ?? -1]);
    const faults = byLine.get(row.line) ?? [];
    byLine.set(row.line, [...faults, { field, value, code: fault.code, detail: fault.detail }]);
  }
  return byLine;
}

function placeOf(
  { param }: Fault,
  rows: readonly [WaitingRow, ...WaitingRow[]],
  mapping: Readonly<Record<string, number>>,
) {
  const place = ROW_OF_RECORD.exec(param)?.groups;
  const row = rows[Number(place?.['index'] ?? 0)] ?? rows[0];
  return { row, field: fieldOf(place?.['field'] ?? param, mapping) };
}

/** As the cell holds it: a text with its spaces. */
function valueOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.number;
}

/** `unitPrice.amount` and `barcodes[1]` are said by the columns of `unitPrice` and `barcodes`. */
function fieldOf(param: string, mapping: Readonly<Record<string, number>>): string {
  const steps = param.split(/[.[]/);
  for (let length = steps.length; length > 0; length -= 1) {
    const field = steps.slice(0, length).join('.');
    if (mapping[field] !== undefined) return field;
  }
  return steps[0] ?? param;
}
