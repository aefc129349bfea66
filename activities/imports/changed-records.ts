import { parseBy } from '../../contract/faults.js';
import { readRow, type RowValues } from '../../domain/imports/read-row.js';
import { minorUnitOf, parseCurrency } from '../../domain/money/currency.js';
import type { Transaction } from '../../prisma/database.js';
import type { CurrentRecord, ImportKind, RowSetting } from './import-kind.js';
import type { RowChange } from './import-rows.js';

type Wish = Readonly<{
  kind: ImportKind;
  setting: RowSetting;
  before: CurrentRecord;
  /** What the row itself says. */
  said: RowValues;
}>;

export type WantedChange = Readonly<{ body: unknown; changes: readonly RowChange[] }>;

/**
 * The record as it is with what a row says put over it, and what differs then. What the row says nothing about stays as
 * it is; barcodes are added and none is taken.
 *
 * @throws Refusal what the call of the kind refuses
 */
export async function wantedChange(
  tx: Transaction,
  { kind, setting, before, said }: Wish,
): Promise<WantedChange> {
  const { changing } = kind;
  if (changing === undefined) throw new Error('records of this kind are not changed by files');
  const now = valuesOf(before.cells, kind, setting);
  const values = { ...now, ...said };
  for (const { field, reads } of kind.fields) {
    const [own, added] = [now[field], said[field]];
    if (reads === 'texts' && Array.isArray(own) && Array.isArray(added)) {
      values[field] = [...new Set([...own, ...added])].map(String).toSorted();
    }
  }
  const body = parseBy(kind.schema, kind.bodyOf(values, setting, []));
  const after = await changing.cellsOf(tx, { body, before: before.cells, setting });
  return { body, changes: changesBetween(before.cells, after, Object.keys(said)) };
}

/** The values of a record that was taken out, as a file with them would be read. */
export function valuesOf(
  cells: CurrentRecord['cells'],
  { fields }: Pick<ImportKind, 'fields'>,
  { currency }: Pick<RowSetting, 'currency'>,
): RowValues {
  const reading = readRow(
    fields.map(({ field }) => textOf(cells[field]) ?? ''),
    {
      fields: fields.map((one) => ({ ...one, needed: 'if-there' })),
      mapping: Object.fromEntries(fields.map(({ field }, column) => [field, column])),
      notation: {
        decimalMark: '.',
        dateOrder: 'ymd',
        currencyDecimals: minorUnitOf(parseCurrency(currency)),
      },
    },
  );
  if (reading.kind === 'read') return reading.values;
  throw new Error(`what is taken out is not read: ${JSON.stringify(reading.faults)}`);
}

function changesBetween(
  before: CurrentRecord['cells'],
  after: CurrentRecord['cells'],
  fields: readonly string[],
): readonly RowChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [textOf(before[field]), textOf(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** A cell as it is taken out; null for what is empty. */
export function textOf(cell: CurrentRecord['cells'][string]): string | null {
  return cell === undefined || cell === null || cell === '' ? null : String(cell);
}
