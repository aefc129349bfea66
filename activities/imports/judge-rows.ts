import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/canonical-json.js';
import { parseBy } from '../../contract/faults.js';
import type { Json } from '../../contract/strict-json.js';
import { readRow, type CellFault, type RowValues } from '../../domain/imports/read-row.js';
import { minorUnitOf, parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import type { CaptureSources } from '../sale/capture/capture-sources.js';
import type { ImportFormat } from './import-format.js';
import { importContext } from './import-context.js';
import type { ImportSetting, RowOutcome } from './import-kind.js';
import { takeTurn, type Verdict, type WaitingRow } from './import-rows.js';
import { cameBefore, type Earlier } from './known-rows.js';
import type { LoadedImport } from './load-import.js';
import { takeRecords, type ImportRecord } from './records.js';
import { faultsOfRefusal, toldFault } from './row-faults.js';

type Deps = Readonly<{ clock: Clock; sources: CaptureSources }>;

/** Judges the rows that wait next, and writes the good ones through the activity of the API's own call. */
export async function judgeRows(
  deps: Deps,
  loaded: LoadedImport,
  tx: Transaction,
): Promise<readonly Verdict[]> {
  await takeTurn(tx, loaded.kindName);
  const records = await takeRecords(tx, loaded);
  if (records.length === 0) return [];
  const { currency } = await companyOf(tx);
  const setting = { ...deps, importId: loaded.id, currency, settings: loaded.settings };
  const read = records.map((record) => readRecord(record, loaded, setting));
  const known = await cameBefore(
    tx,
    loaded,
    read.flatMap((one) => one.key ?? []),
  );
  const judged = read.map((one) => againstEarlier(one, known));
  const good = judged.filter((one) => one.kind === 'good');
  const bodies = good.map(({ body }) => body);
  const outcomes = await loaded.kind
    .write(tx, importContext(deps, loaded.id), { bodies, setting })
    .catch(asFault);
  const outcomeOf = new Map(good.map((one, index) => [one, outcomes[index]]));
  return judged.flatMap((one) =>
    one.kind === 'good' ? verdictsOf(one, outcomeOf.get(one), loaded) : one.verdicts,
  );
}

/** A row is refused by its outcome. What refuses a whole part came from a call beside it; the next attempt sees it. */
function asFault(error: unknown): never {
  if (error instanceof Refusal) throw new Error(`a call beside it came first: ${error.message}`);
  throw error;
}

type Rows = ImportRecord['rows'];

type GoodRecord = Readonly<{
  kind: 'good';
  rows: Rows;
  key: string;
  digest: string;
  body: unknown;
}>;
type EndedRecord = Readonly<{ kind: 'ended'; key?: undefined; verdicts: readonly Verdict[] }>;

function readRecord(
  { rows, brokenLine }: ImportRecord,
  loaded: LoadedImport,
  setting: ImportSetting,
): GoodRecord | EndedRecord {
  const { kind } = loaded;
  const format = formatOf(loaded);
  if (brokenLine !== undefined) return refusedRecord(rows, format, () => [], brokenLine);
  const values: RowValues[] = [];
  const faults = new Map<number, readonly CellFault[]>();
  for (const row of rows) {
    const reading = readCells(row, loaded, setting.currency);
    if (reading.kind === 'read') values.push(reading.values);
    else faults.set(row.line, reading.faults);
  }
  const [first, ...rest] = values;
  if (faults.size > 0 || first === undefined) {
    return refusedRecord(rows, format, ({ line }) => faults.get(line) ?? []);
  }
  try {
    const body = parseBy(kind.schema, kind.bodyOf(first, setting, rest));
    const digest = createHash('sha256')
      .update(canonicalJson(body as Json))
      .digest('hex');
    return { kind: 'good', rows, key: kind.keyOf(body), digest, body };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedBy(error, rows, format);
  }
}

function readCells({ cells }: WaitingRow, loaded: LoadedImport, currency: string) {
  const format = formatOf(loaded);
  const { kind, profile } = loaded;
  const notation = { ...format, currencyDecimals: minorUnitOf(parseCurrency(currency)) };
  const { mapping } = format;
  return readRow(cells, { fields: kind.fields, mapping, notation, defaults: profile?.defaults });
}

function formatOf({ format }: LoadedImport): ImportFormat {
  if (format === null) throw new Error('an import was read without its format');
  return format;
}

function againstEarlier(
  one: GoodRecord | EndedRecord,
  known: Map<string, Earlier>,
): GoodRecord | EndedRecord {
  if (one.kind === 'ended') return one;
  const { rows, key, digest } = one;
  const earlier = known.get(key);
  if (earlier === undefined) {
    known.set(key, { digest, place: `line ${rows[0].line} of this file`, subjectId: null });
    return one;
  }
  if (earlier.digest === digest) {
    const { subjectId } = earlier;
    const verdicts = rows.map(({ line }) => {
      return { line, state: 'known', key, digest, subjectId, faults: null } as const;
    });
    return { kind: 'ended', verdicts };
  }
  const detail = `${key} came before with other content: ${earlier.place}.`;
  const faults = [{ column: null, field: null, value: key, code: 'IMPORT_ROW_CHANGED', detail }];
  return { kind: 'ended', verdicts: rows.map(({ line }) => ({ ...refused(line), faults })) };
}

function verdictsOf(
  { rows, key, digest }: GoodRecord,
  outcome: RowOutcome | undefined,
  loaded: LoadedImport,
): readonly Verdict[] {
  if (outcome === undefined) {
    throw new Error(`line ${rows[0].line} was neither written nor refused`);
  }
  if (outcome.kind === 'refused') {
    return refusedBy(outcome.refusal, rows, formatOf(loaded)).verdicts;
  }
  const { subjectId } = outcome;
  return rows.map(({ line }) => ({ line, state: 'written', key, digest, subjectId, faults: null }));
}

function refusedBy(refusal: Refusal, rows: Rows, format: ImportFormat): EndedRecord {
  const faults = faultsOfRefusal(refusal, rows, format);
  return refusedRecord(rows, format, ({ line }) => faults.get(line) ?? []);
}

/** Rows of a record without a fault of their own name the line that has one. */
function refusedRecord(
  rows: Rows,
  format: ImportFormat,
  ...[faultsOf, brokenLine]: [(row: WaitingRow) => readonly CellFault[], number?]
): EndedRecord {
  const faulty = brokenLine ?? rows.find((row) => faultsOf(row).length > 0)?.line;
  const detail = `Line ${faulty} of the same record is wrong.`;
  const beside = { column: null, field: null, value: null, code: 'IMPORT_RECORD_BROKEN', detail };
  const verdicts = rows.map((row): Verdict => {
    const own = faultsOf(row).map((fault) => toldFault(fault, format));
    return { ...refused(row.line), faults: own.length > 0 ? own : [beside] };
  });
  return { kind: 'ended', verdicts };
}

function refused(line: number) {
  return { line, state: 'refused', key: null, digest: null, subjectId: null } as const;
}
