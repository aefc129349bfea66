import { swiftDay } from '../../../domain/bank-formats/swift-values.js';
import type {
  Difference,
  ReadStatementResult,
  RefusedPlace,
  Statement,
} from '../../../domain/statement/statement.js';
import {
  beginTransaction,
  closeAccount,
  countDifference,
  goOn,
  openAccount,
  type OpenAccount,
} from './bai2-account.js';
import { physicalRecords, type PhysicalRecord } from './bai2-physical-records.js';
import { FileFault } from './file-fault.js';
import { DIFFERENCES_MAX, LINES_MAX } from './limits.js';
import type { OwnAccountOf } from './own-account.js';

/** What a group or the file has held so far, to be held against its trailer. */
type Counted = { fields: string[]; records: number; parts: number; total: bigint | undefined };

type Reading = {
  readonly ownAccountOf: OwnAccountOf;
  readonly statements: Statement[];
  readonly refused: RefusedPlace[];
  file: Counted | undefined;
  group: Counted | undefined;
  account: OpenAccount | undefined;
  /** Whether its groups are interim; undefined before the first. */
  isInterim: boolean | undefined;
  /** The code of the last record that an `88` may go on with. */
  last: string;
  entries: number;
};

/**
 * Reads BAI2: groups of accounts with their transactions. What the trailers of an account (49), group (98) and file (99)
 * declare is held against what they hold.
 *
 * @throws FileFault `STATEMENT_TRUNCATED` (a trailer is missing), `STATEMENT_MALFORMED` (records out of order, a group that
 * deletes, corrects or tests), `STATEMENT_EMPTY`, `STATEMENT_ACCOUNT_MISSING`, `STATEMENT_TOO_LARGE`,
 * `STATEMENT_ENCODING`.
 */
export function readBai2(
  bytes: Uint8Array,
  ownAccountOf: OwnAccountOf,
): Extract<ReadStatementResult, { kind: 'read' }> {
  const reading: Reading = {
    ownAccountOf,
    statements: [],
    refused: [],
    file: undefined,
    group: undefined,
    account: undefined,
    isInterim: undefined,
    last: '',
    entries: 0,
  };
  let fileLine = 1;
  for (const record of physicalRecords(bytes)) {
    ({ fileLine } = record);
    take(reading, record);
  }
  const { file, statements, refused, isInterim } = reading;
  if (file !== undefined) {
    const detail = 'The file ends before its last record (99).';
    throw new FileFault({ code: 'STATEMENT_TRUNCATED', place: `line ${fileLine}`, detail });
  }
  if (statements.length === 0) {
    const detail = 'The file holds no account (03).';
    throw new FileFault({ code: 'STATEMENT_EMPTY', place: 'line 1', detail });
  }
  const format = isInterim === true ? 'bai2-interim' : 'bai2';
  return { kind: 'read', format, statements, refused };
}

type Taker = (reading: Reading, record: PhysicalRecord) => void;

const TAKERS: ReadonlyMap<string, Taker> = new Map<string, Taker>([
  ['01', beginFile],
  ['02', beginGroup],
  ['03', beginAccount],
  ['16', takeTransaction],
  ['88', takeMore],
  ['', takeMore],
  ['49', endAccount],
  ['98', endGroup],
  ['99', endFile],
]);

function take(reading: Reading, record: PhysicalRecord): void {
  const taker = TAKERS.get(record.code);
  if (taker === undefined) throw malformed(record, `There is no record ${record.code} in BAI2.`);
  if (record.code !== '') {
    for (const counted of [reading.file, reading.group, reading.account]) {
      if (counted !== undefined) counted.records += 1;
    }
  }
  taker(reading, record);
  if (record.code !== '88' && record.code !== '') reading.last = record.code;
}

function counted(fields: string[]): Counted {
  return { fields, records: 1, parts: 0, total: 0n };
}

function fieldsOf({ content }: PhysicalRecord): string[] {
  return content.split(',').map((field) => field.trim());
}

function beginFile(reading: Reading, record: PhysicalRecord): void {
  if (reading.file !== undefined) throw malformed(record, 'A file (01) begins inside another one.');
  reading.file = counted(fieldsOf(record));
}

/** Receiver, originator, status, as-of date, time, currency, modifier. */
function beginGroup(reading: Reading, record: PhysicalRecord): void {
  if (reading.file === undefined || reading.group !== undefined) {
    throw malformed(record, 'A group (02) begins outside a file or inside another group.');
  }
  const fields = fieldsOf(record);
  const [, , status = '', , , , modifier = ''] = fields;
  if (status !== '' && status !== '1') {
    const what =
      { '2': 'deletes', '3': 'corrects', '4': 'tests' }[status] ?? 'is of an unknown status';
    throw malformed(record, `The group (02) ${what}; only an update (1) is booked.`);
  }
  const isInterim = INTERIM.includes(modifier);
  reading.isInterim ??= isInterim;
  if (reading.isInterim !== isInterim) {
    throw malformed(record, 'The file holds final groups and interim ones.');
  }
  reading.group = counted(fields);
}

/** Fields of a `02`. */
const GROUP_FIELDS = 7;

/** As-of date modifiers: interim data of the previous and of the same day. */
const INTERIM: readonly string[] = ['1', '3'];

function beginAccount(reading: Reading, record: PhysicalRecord): void {
  const { group, ownAccountOf, refused } = reading;
  if (group === undefined || reading.account !== undefined) {
    throw malformed(record, 'An account (03) begins outside a group or inside another account.');
  }
  const bookingDate = swiftDay(group.fields[3] ?? '');
  if (bookingDate === undefined) {
    throw malformed(record, 'The group of the account has no as-of date (YYMMDD).');
  }
  const { fileLine, content: header } = record;
  const groupCurrency = group.fields[5] ?? '';
  reading.account = openAccount({
    fileLine,
    bookingDate,
    groupCurrency,
    ownAccountOf,
    refused,
    header,
  });
}

function takeTransaction(reading: Reading, record: PhysicalRecord): void {
  const { fileLine, content, isCut: isOverlong } = record;
  if (reading.account === undefined)
    throw malformed(record, 'A transaction (16) is in no account.');
  reading.entries += 1;
  if (reading.entries > LINES_MAX) {
    const detail = `The file has more than ${LINES_MAX} entries.`;
    throw new FileFault({ code: 'STATEMENT_TOO_LARGE', place: `line ${fileLine}`, detail });
  }
  beginTransaction(reading.account, { fileLine, content, isOverlong });
}

function takeMore(reading: Reading, record: PhysicalRecord): void {
  const { account, group, last } = reading;
  if (account !== undefined) goOn(account, record.content, record.isCut);
  else if (record.code === '') throw malformed(record, 'The line is no record of BAI2.');
  else if (last === '02' && group !== undefined && group.fields.length < GROUP_FIELDS) {
    group.fields.push(...fieldsOf(record));
  }
}

function endAccount(reading: Reading, record: PhysicalRecord): void {
  const { account, group } = reading;
  if (account === undefined || group === undefined) {
    throw malformed(record, 'The end of an account (49) is in no account.');
  }
  const [total = '', records = ''] = fieldsOf(record);
  const place = `line ${record.fileLine}`;
  reading.statements.push(closeAccount(account, { place, total, records }));
  reading.account = undefined;
  add(group, total);
}

function endGroup(reading: Reading, record: PhysicalRecord): void {
  const { group, file, account } = reading;
  if (group === undefined || file === undefined || account !== undefined) {
    throw malformed(record, 'The end of a group (98) is in no group, or inside an account.');
  }
  reading.group = undefined;
  compare(reading, record, { counted: group, of: 'group', parts: 'account' });
  add(file, fieldsOf(record)[0] ?? '');
}

function endFile(reading: Reading, record: PhysicalRecord): void {
  const { file, group } = reading;
  if (file === undefined || group !== undefined) {
    throw malformed(record, 'The end of the file (99) is in no file, or inside a group.');
  }
  reading.file = undefined;
  compare(reading, record, { counted: file, of: 'file', parts: 'group' });
}

function add(to: Counted, total: string): void {
  to.parts += 1;
  const number = integerOf(total);
  to.total = to.total === undefined || number === undefined ? undefined : to.total + number;
}

/** Totals of a group and of the file add up what the trailers below them declare. */
function integerOf(text: string): bigint | undefined {
  return /^[+-]?\d{1,40}$/.test(text) ? BigInt(text.replace('+', '')) : undefined;
}

/** What a trailer declares of several accounts is shown at the last of them. */
function compare(
  { statements }: Reading,
  record: PhysicalRecord,
  { counted: found, of, parts }: Readonly<{ counted: Counted; of: string; parts: string }>,
): void {
  const [total = '', declared = '', records = ''] = fieldsOf(record);
  const place = `line ${record.fileLine}`;
  const isWrong = found.total !== undefined && integerOf(total) !== found.total;
  const what = `${of}-control-total`;
  const differences: readonly Difference[] = [
    ...(isWrong ? [{ place, what, stated: total, found: String(found.total) }] : []),
    ...countDifference({
      place,
      what: `${of}-${parts}-count`,
      stated: declared,
      records: found.parts,
    }),
    ...countDifference({
      place,
      what: `${of}-record-count`,
      stated: records,
      records: found.records,
    }),
  ];
  const last = statements.pop();
  if (last === undefined) return;
  const all = [...last.differences, ...differences].slice(0, DIFFERENCES_MAX);
  statements.push({ ...last, differences: all });
}

function malformed({ fileLine }: PhysicalRecord, detail: string): FileFault {
  return new FileFault({ code: 'STATEMENT_MALFORMED', place: `line ${fileLine}`, detail });
}
