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
import type { CommandContext } from '../../domain/context.js';
import { wantedChange } from './changed-records.js';
import type { CurrentRecord, ImportSetting, RowOutcome } from './import-kind.js';
import { takeTurn, type RowChange, type Verdict, type WaitingRow } from './import-rows.js';
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
  const { id: importId, settings } = loaded;
  const setting = { ...deps, importId, currency, settings, at: deps.clock.iso() };
  const there = await thereIs(tx, { records, loaded, setting });
  const read = records.map((record) => readRecord(record, { loaded, setting, there }));
  const known = await cameBefore(
    tx,
    loaded,
    read.flatMap((one) => one.key ?? []),
  );
  const judged = await againstBooks(
    tx,
    read.map((one) => againstEarlier(one, known)),
    { loaded, setting },
  );
  const outcomeOf = await writeAll(tx, importContext(deps, loaded.id), { judged, loaded, setting });
  return judged.flatMap((one) =>
    one.kind === 'good' ? verdictsOf(one, outcomeOf.get(one), loaded) : one.verdicts,
  );
}

type Judging = Readonly<{ loaded: LoadedImport; setting: ImportSetting }>;

async function writeAll(
  tx: Transaction,
  ctx: CommandContext,
  {
    judged,
    loaded: { kind },
    setting,
  }: Judging & Readonly<{ judged: readonly (GoodRecord | EndedRecord)[] }>,
): Promise<ReadonlyMap<GoodRecord, RowOutcome | undefined>> {
  const good = judged.filter((one) => one.kind === 'good');
  const added = good.filter(({ change }) => change === undefined);
  const changed = good.flatMap((one) => (one.change === undefined ? [] : [{ one, ...one.change }]));
  const bodies = added.map(({ body }) => body);
  const outcomes = await kind.write(tx, ctx, { bodies, setting }).catch(asFault);
  const changes = changed.map(({ one: { body }, id, changes: parts }) => {
    return { id, body, fields: new Set(parts.map(({ field }) => field)) };
  });
  const others = await kind.changing?.change(tx, ctx, { changes, setting }).catch(asFault);
  return new Map([
    ...added.map((one, index) => [one, outcomes[index]] as const),
    ...changed.map(({ one }, index) => [one, others?.[index]] as const),
  ]);
}

type Named = Judging & Readonly<{ records: readonly ImportRecord[] }>;

/** The records of the books that rows of a file may change, by their key. */
async function thereIs(
  tx: Transaction,
  { records, loaded, setting }: Named,
): Promise<ReadonlyMap<string, CurrentRecord>> {
  const { changing } = loaded.kind;
  if (changing === undefined) return new Map();
  const keys = records.flatMap(({ rows }) => {
    const said = readSaid(rows[0], loaded, setting);
    return said === undefined ? [] : [String(said[changing.keyField])];
  });
  return changing.current(tx, { keys, setting });
}

/** Records that are there already are changed by what the row says, or known when nothing differs. */
async function againstBooks(
  tx: Transaction,
  judged: readonly (GoodRecord | EndedRecord)[],
  judging: Judging,
): Promise<readonly (GoodRecord | EndedRecord)[]> {
  const all: (GoodRecord | EndedRecord)[] = [];
  for (const one of judged) {
    const isThere = one.kind === 'good' && one.there !== undefined;
    all.push(isThere ? await againstRecord(tx, one, { ...judging, ...one.there }) : one);
  }
  return all;
}

async function againstRecord(
  tx: Transaction,
  one: GoodRecord,
  { loaded, setting, before, said }: Judging & There,
): Promise<GoodRecord | EndedRecord> {
  const { rows, key, digest } = one;
  try {
    const { body, changes } = await wantedChange(tx, { kind: loaded.kind, setting, before, said });
    if (changes.length > 0) return { ...one, body, change: { id: before.id, changes } };
    const subjectId = before.id;
    const verdicts = rows.map(({ line }) => {
      return { line, state: 'known', key, digest, subjectId, faults: null } as const;
    });
    return { kind: 'ended', verdicts };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedBy(error, rows, formatOf(loaded));
  }
}

/** A row is refused by its outcome. What refuses a whole part came from a call beside it; the next attempt sees it. */
function asFault(error: unknown): never {
  if (error instanceof Refusal) throw new Error(`a call beside it came first: ${error.message}`);
  throw error;
}

type Rows = ImportRecord['rows'];

/** The record as it is, and what the row itself says of it. */
type There = Readonly<{ before: CurrentRecord; said: RowValues }>;

type GoodRecord = Readonly<{
  kind: 'good';
  rows: Rows;
  key: string;
  digest: string;
  body: unknown;
  /** Set when the books have the record. */
  there?: There;
  /** Set when the record is there and differs. */
  change?: Readonly<{ id: string; changes: readonly RowChange[] }>;
}>;
type EndedRecord = Readonly<{ kind: 'ended'; key?: undefined; verdicts: readonly Verdict[] }>;

type Reading = Judging & Readonly<{ there: ReadonlyMap<string, CurrentRecord> }>;

function readRecord(
  { rows, brokenLine }: ImportRecord,
  { loaded, setting, there }: Reading,
): GoodRecord | EndedRecord {
  const { kind } = loaded;
  const format = formatOf(loaded);
  if (brokenLine !== undefined) return refusedRecord(rows, format, () => [], brokenLine);
  const said = readSaid(rows[0], loaded, setting);
  const key = String(said?.[kind.changing?.keyField ?? '']);
  const before = there.get(key);
  if (before !== undefined && said !== undefined) {
    const digest = digestOf(said);
    return { kind: 'good', rows, key, digest, body: undefined, there: { before, said } };
  }
  return readNewRecord(rows, { loaded, setting, said });
}

/** What a row says by itself of a record that may be there; undefined where it cannot be read, or not be there. */
function readSaid(
  { cells }: WaitingRow,
  loaded: LoadedImport,
  { currency }: ImportSetting,
): RowValues | undefined {
  const { kind } = loaded;
  if (kind.changing === undefined) return undefined;
  const fields = kind.fields.map((field) => ({ ...field, needed: 'if-there' as const }));
  const reading = readRow(cells, { fields, ...readingOf(loaded, currency) });
  return reading.kind === 'read' ? reading.values : undefined;
}

function readingOf(loaded: LoadedImport, currency: string) {
  const format = formatOf(loaded);
  const notation = { ...format, currencyDecimals: minorUnitOf(parseCurrency(currency)) };
  return { mapping: format.mapping, notation };
}

function digestOf(content: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(content as Json))
    .digest('hex');
}

function readNewRecord(
  rows: Rows,
  { loaded, setting, said }: Judging & Readonly<{ said: RowValues | undefined }>,
): GoodRecord | EndedRecord {
  const { kind, profile } = loaded;
  const format = formatOf(loaded);
  const reads = {
    fields: kind.fields,
    ...readingOf(loaded, setting.currency),
    defaults: profile?.defaults,
  };
  const values: RowValues[] = [];
  const faults = new Map<number, readonly CellFault[]>();
  for (const row of rows) {
    const reading = readRow(row.cells, reads);
    if (reading.kind === 'read') values.push(reading.values);
    else faults.set(row.line, reading.faults);
  }
  const [first, ...rest] = values;
  if (faults.size > 0 || first === undefined) {
    return refusedRecord(rows, format, ({ line }) => faults.get(line) ?? []);
  }
  try {
    const body = parseBy(kind.schema, kind.bodyOf(first, setting, rest));
    const digest = digestOf(said ?? body);
    return { kind: 'good', rows, key: kind.keyOf(body), digest, body };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedBy(error, rows, format);
  }
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
  { rows, key, digest, change }: GoodRecord,
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
  const changes = change === undefined ? {} : { changes: change.changes };
  return rows.map(({ line }): Verdict => {
    return { line, state: outcome.kind, key, digest, subjectId, ...changes, faults: null };
  });
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
