import { dateOrderOf, qifDay } from '../../../domain/bank-formats/qif-dates.js';
import { readQifRecord, type QifRecord } from '../../../domain/bank-formats/qif-line.js';
import { completeLine } from '../../../domain/statement/line-draft.js';
import type {
  ReadStatementResult,
  RefusedPlace,
  Statement,
  StatementLine,
} from '../../../domain/statement/statement.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import { addRefusedPlace, FileFault } from './file-fault.js';
import { FIELD_LENGTH_MAX, LINES_MAX } from './limits.js';
import type { OwnAccountOf } from './own-account.js';
import { textLines, type TextLine } from './text-lines.js';

/** Sections of an account with bookings; others (investments, categories) are passed over. */
const SECTIONS: readonly string[] = ['BANK', 'CCARD', 'CASH', 'OTH A', 'OTH L'];

/** A record in which one of these stands twice is two, between which the `^` is lost. */
const ONLY_ONCE: readonly string[] = ['D', 'T'];

/** The records of one account. */
type Section = {
  readonly fileLine: number;
  readonly accountId: string;
  readonly records: QifRecord[];
};

type OpenRecord = {
  fileLine: number;
  flaw: QifRecord['flaw'];
  length: number;
  fields: Map<string, string>;
};

type Reading = {
  readonly sections: Section[];
  section: Section | 'account' | undefined;
  record: OpenRecord | undefined;
  account: string | undefined;
  records: number;
};

/**
 * Reads QIF. The format has no currency, no balances and often no account: the currency is that of the account, and the
 * account the one that the sender named. When its dates can be read in two ways, the file is refused and not guessed.
 *
 * @throws FileFault `STATEMENT_DATES_AMBIGUOUS`, `STATEMENT_ACCOUNT_MISSING`, `STATEMENT_TRUNCATED` (the last record has no
 * `^`), `STATEMENT_EMPTY`, `STATEMENT_TOO_LARGE`, `STATEMENT_ENCODING`.
 */
export function readQif(
  bytes: Uint8Array,
  ownAccountOf: OwnAccountOf,
  namedAccount?: string,
): Extract<ReadStatementResult, { kind: 'read' }> {
  const reading: Reading = {
    sections: [],
    section: undefined,
    record: undefined,
    account: undefined,
    records: 0,
  };
  for (const line of textLines(bytes)) takeLine(reading, line);
  const { record, sections } = reading;
  if (record !== undefined) {
    const detail = 'The file ends inside a record: its last line (^) is missing.';
    throw new FileFault({ code: 'STATEMENT_TRUNCATED', place: `line ${record.fileLine}`, detail });
  }
  if (sections.length === 0) {
    const detail = 'The file holds no bookings of a bank account.';
    throw new FileFault({ code: 'STATEMENT_EMPTY', place: 'line 1', detail });
  }
  const order = orderOf(sections);
  const refused: RefusedPlace[] = [];
  const statements = sections.map((section) => {
    const accountId = accountOf(section, ownAccountOf, namedAccount);
    const currency = ownAccountOf(accountId)?.currency ?? '';
    const dayOf = (text: string) => qifDay(text, order);
    return statementOf(section, { accountId, currency, dayOf, refused });
  });
  return { kind: 'read', format: 'qif', statements, refused };
}

function takeLine(reading: Reading, { text, fileLine, isCut }: TextLine): void {
  const line = text.trim();
  if (line === '') return;
  if (line.startsWith('!')) {
    beginSection(reading, line, fileLine);
    return;
  }
  if (line.startsWith('^')) {
    endRecord(reading);
    return;
  }
  if (reading.section === undefined) return;
  reading.record ??= { fileLine, flaw: undefined, length: 0, fields: new Map() };
  const { record } = reading;
  record.length += line.length;
  if (isCut || record.length > FIELD_LENGTH_MAX) record.flaw ??= 'overlong';
  const [letter, value] = [line.slice(0, 1).toUpperCase(), line.slice(1).trim()];
  if (!record.fields.has(letter)) record.fields.set(letter, value.slice(0, FIELD_LENGTH_MAX));
  else if (ONLY_ONCE.includes(letter)) record.flaw = 'twofold';
}

function beginSection(reading: Reading, line: string, fileLine: number): void {
  if (reading.record !== undefined) {
    const detail = 'A section begins inside a record: its last line (^) is missing.';
    throw new FileFault({ code: 'STATEMENT_TRUNCATED', place: `line ${fileLine}`, detail });
  }
  const [kind = '', type = ''] = line.slice(1).toUpperCase().split(':');
  if (kind.trim() === 'ACCOUNT') reading.section = 'account';
  if (kind.trim() !== 'TYPE') return;
  reading.section = undefined;
  if (!SECTIONS.includes(type.trim())) return;
  reading.section = { fileLine, accountId: reading.account ?? '', records: [] };
  reading.sections.push(reading.section);
}

function endRecord(reading: Reading): void {
  const { record, section } = reading;
  reading.record = undefined;
  if (record === undefined || section === undefined) return;
  if (section === 'account') {
    reading.account = record.fields.get('N');
    return;
  }
  reading.records += 1;
  if (reading.records > LINES_MAX) {
    const detail = `The file has more than ${LINES_MAX} records.`;
    throw new FileFault({ code: 'STATEMENT_TOO_LARGE', place: `line ${record.fileLine}`, detail });
  }
  const { fileLine, flaw, fields } = record;
  section.records.push({ fileLine, flaw, fields });
}

function orderOf(sections: readonly Section[]): 'day-month' | 'month-day' {
  const order = dateOrderOf(
    sections.flatMap(({ records }) => records.map(({ fields }) => fields.get('D') ?? '')),
  );
  if (order === 'day-month' || order === 'month-day') return order;
  const place = `line ${sections[0]?.fileLine ?? 1}`;
  const detail =
    order === 'ambiguous'
      ? 'Day and month of its dates can be either number; nothing in the file says which. A longer period, with a day after the 12th, does.'
      : 'Some of its dates begin with the day, others with the month.';
  throw new FileFault({ code: 'STATEMENT_DATES_AMBIGUOUS', place, detail });
}

/** An account that a person named in a program is no number: then the sender's word counts. */
function accountOf(
  { accountId, fileLine }: Section,
  ownAccountOf: OwnAccountOf,
  namedAccount: string | undefined,
): string {
  if (accountId !== '' && ownAccountOf(accountId) !== undefined)
    return accountId.replaceAll(/\s/g, '');
  const account = NUMBER.test(normaliseAccount(accountId)) ? accountId : namedAccount;
  if (account !== undefined) return account.replaceAll(/\s/g, '');
  const detail = 'QIF names no account: say of which account the file is.';
  throw new FileFault({ code: 'STATEMENT_ACCOUNT_MISSING', place: `line ${fileLine}`, detail });
}

const NUMBER = /\d{5}/;

type Context = Parameters<typeof readQifRecord>[1] &
  Readonly<{ accountId: string; refused: RefusedPlace[] }>;

function statementOf(section: Section, context: Context): Statement {
  const { accountId, currency, refused } = context;
  const lines: StatementLine[] = [];
  let [leftOut, unread] = [0n, 0];
  for (const record of section.records) {
    const result = readQifRecord(record, context);
    if (result.kind === 'line') {
      lines.push(completeLine(result.line, lines.length + 1));
      continue;
    }
    leftOut += result.leftOut ?? 0n;
    if (result.leftOut === undefined) unread += 1;
    const { code, detail } = result;
    addRefusedPlace(refused, { place: `line ${record.fileLine}`, code, detail });
  }
  return {
    accountId,
    currency,
    statementNumber: undefined,
    from: undefined,
    to: undefined,
    opening: undefined,
    closing: undefined,
    controlTotals: undefined,
    place: `line ${section.fileLine}`,
    entries: section.records.length,
    differences: [],
    lines,
    leftOut,
    unread,
  };
}
