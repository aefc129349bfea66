import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/canonical-json.js';
import { parseBy } from '../../contract/faults.js';
import type { Json } from '../../contract/strict-json.js';
import type { Cell } from '../../domain/imports/fields.js';
import { readRow, type CellFault } from '../../domain/imports/read-row.js';
import { minorUnitOf, parseCurrency } from '../../domain/money/currency.js';
import { Refusal, type Fault } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import type { ImportFormat } from './import-format.js';
import { importContext } from './import-context.js';
import type { ImportSetting, RowOutcome } from './import-kind.js';
import { takeWaitingRows, type Verdict, type WaitingRow } from './import-rows.js';
import { cameBefore, type Earlier } from './known-rows.js';
import type { LoadedImport } from './load-import.js';

type Deps = Readonly<{ clock: Clock }>;

/** Judges the rows that wait next, and writes the good ones through the activity of the API's own call. */
export async function judgeRows(
  deps: Deps,
  loaded: LoadedImport,
  tx: Transaction,
): Promise<readonly Verdict[]> {
  const rows = await takeWaitingRows(tx, loaded.id);
  if (rows.length === 0) return [];
  const { currency } = await companyOf(tx);
  const setting = { importId: loaded.id, currency, settings: loaded.settings };
  const read = rows.map((row) => readWaitingRow(row, loaded, setting));
  const known = await cameBefore(
    tx,
    loaded,
    read.flatMap((one) => one.key ?? []),
  );
  const judged = read.map((one) => againstEarlier(one, known));
  const good = judged.filter((one) => one.kind === 'good');
  const outcomes = await loaded.kind.write(tx, importContext(deps, loaded.id), {
    bodies: good.map(({ body }) => body),
    setting,
  });
  const outcomeOf = new Map(good.map((one, index) => [one, outcomes[index]]));
  return judged.map((one) =>
    one.kind === 'good' ? verdictOf(one, outcomeOf.get(one), loaded) : one.verdict,
  );
}

type GoodRow = Readonly<{
  kind: 'good';
  row: WaitingRow;
  key: string;
  digest: string;
  body: unknown;
}>;
type EndedRow = Readonly<{ kind: 'ended'; key?: undefined; verdict: Verdict }>;

function readWaitingRow(
  row: WaitingRow,
  loaded: LoadedImport,
  setting: ImportSetting,
): GoodRow | EndedRow {
  const { kind, profile } = loaded;
  const format = formatOf(loaded);
  const currencyDecimals = minorUnitOf(parseCurrency(setting.currency));
  const notation = { ...format, currencyDecimals };
  const { mapping } = format;
  const reading = readRow(row.cells, {
    fields: kind.fields,
    mapping,
    notation,
    defaults: profile?.defaults,
  });
  if (reading.kind === 'refused') return refusedRow(row, format, reading.faults);
  try {
    const body = parseBy(kind.schema, kind.bodyOf(reading.values, setting));
    const digest = createHash('sha256')
      .update(canonicalJson(body as Json))
      .digest('hex');
    return { kind: 'good', row, key: kind.keyOf(body), digest, body };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedRow(row, format, faultsOf(error, row.cells, format));
  }
}

function formatOf({ format }: LoadedImport): ImportFormat {
  if (format === null) throw new Error('an import was read without its format');
  return format;
}

function againstEarlier(one: GoodRow | EndedRow, known: Map<string, Earlier>): GoodRow | EndedRow {
  if (one.kind === 'ended') return one;
  const { row, key, digest } = one;
  const earlier = known.get(key);
  if (earlier === undefined) {
    known.set(key, { digest, place: `line ${row.line} of this file`, subjectId: null });
    return one;
  }
  const { line } = row;
  if (earlier.digest === digest) {
    const { subjectId } = earlier;
    return {
      kind: 'ended',
      verdict: { line, state: 'known', key, digest, subjectId, faults: null },
    };
  }
  const detail = `${key} came before with other content: ${earlier.place}.`;
  const faults = [{ column: null, field: null, value: key, code: 'IMPORT_ROW_CHANGED', detail }];
  return {
    kind: 'ended',
    verdict: { line, state: 'refused', key: null, digest: null, subjectId: null, faults },
  };
}

function verdictOf(
  { row, key, digest }: GoodRow,
  outcome: RowOutcome | undefined,
  loaded: LoadedImport,
): Verdict {
  if (outcome === undefined) throw new Error(`line ${row.line} was neither written nor refused`);
  if (outcome.kind === 'written') {
    const { subjectId } = outcome;
    return { line: row.line, state: 'written', key, digest, subjectId, faults: null };
  }
  const format = formatOf(loaded);
  return refusedRow(row, format, faultsOf(outcome.refusal, row.cells, format)).verdict;
}

function refusedRow(
  { line }: WaitingRow,
  { header, mapping }: ImportFormat,
  faults: readonly CellFault[],
): EndedRow {
  const told = faults.map(({ field, value, code, detail }) => {
    const column = mapping[field];
    const name = column === undefined ? null : (header[column] ?? null);
    return { column: name, field, value, code, detail };
  });
  const verdict = {
    line,
    state: 'refused',
    key: null,
    digest: null,
    subjectId: null,
    faults: told,
  } as const;
  return { kind: 'ended', verdict };
}

/** The faults of a call, at the columns that its fields came from. */
function faultsOf(
  refusal: Refusal,
  cells: readonly Cell[],
  { mapping }: ImportFormat,
): readonly CellFault[] {
  const all: readonly Fault[] = refusal.errors.length > 0 ? refusal.errors : [faultOf(refusal)];
  return all.map(({ code, param, detail }) => {
    const field = fieldOf(param, mapping);
    const cell = cells[mapping[field] ?? -1];
    const value = cell === undefined ? '' : typeof cell === 'string' ? cell : cell.number;
    return { field, value, code, detail };
  });
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

function faultOf({ code, detail, param = '' }: Refusal): Fault {
  return { code, detail, param };
}
