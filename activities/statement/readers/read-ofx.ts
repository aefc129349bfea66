import { readOfxRecord, type OfxRecord } from '../../../domain/bank-formats/ofx-line.js';
import { ofxDay, readOfxAmount } from '../../../domain/bank-formats/ofx-values.js';
import { completeLine } from '../../../domain/statement/line-draft.js';
import type {
  Balance,
  ReadStatementResult,
  RefusedPlace,
  Statement,
  StatementLine,
} from '../../../domain/statement/statement.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import { addRefusedPlace, FileFault } from './file-fault.js';
import { DEPTH_MAX, LINES_MAX } from './limits.js';
import { ofxElements, type OfxElement } from './ofx-elements.js';
import type { OwnAccount, OwnAccountOf } from './own-account.js';

/** Elements that hold others. In SGML only these have to end; what is not here is a text or passed over. */
const AGGREGATES: ReadonlySet<string> = new Set(
  [
    'OFX SIGNONMSGSRSV1 SONRS FI STATUS BANKMSGSRSV1 CREDITCARDMSGSRSV1 STMTTRNRS CCSTMTTRNRS STMTRS CCSTMTRS',
    'BANKACCTFROM CCACCTFROM BANKTRANLIST BANKTRANLISTP STMTTRN STMTTRNP PAYEE BANKACCTTO CCACCTTO CURRENCY',
    'ORIGCURRENCY IMAGEDATA LEDGERBAL AVAILBAL BALLIST BAL REWARDINFO',
  ].flatMap((line) => line.split(' ')),
);

const STATEMENTS: readonly string[] = ['STMTRS', 'CCSTMTRS'];
const RECORDS: readonly string[] = ['STMTTRN', 'STMTTRNP'];

/** A record in which one of these stands twice is two, of which the end of one and the beginning of the other are lost. */
const ONLY_ONCE: readonly string[] = ['TRNAMT', 'FITID', 'DTPOSTED', 'TRNTYPE'];

/** An aggregate that is open, with the texts in it. */
type Aggregate = Readonly<{ name: string; fileLine: number; texts: Map<string, string> }> & {
  flaw: OfxRecord['flaw'];
};

type OpenStatement = {
  readonly fileLine: number;
  readonly lines: StatementLine[];
  readonly texts: Map<string, string>;
  entries: number;
  leftOut: bigint;
  unread: number;
};

type Reading = {
  readonly ownAccountOf: OwnAccountOf;
  readonly statements: Statement[];
  readonly refused: RefusedPlace[];
  readonly open: Aggregate[];
  statement: OpenStatement | undefined;
  entries: number;
};

/**
 * Reads OFX 1 and OFX 2: statements of bank accounts and of cards. OFX has no opening balance, so that its footing stays
 * unchecked; its ledger balance is the closing one only when it is of the last day.
 *
 * @throws FileFault `STATEMENT_TRUNCATED`, `STATEMENT_EMPTY`, `STATEMENT_ACCOUNT_MISSING`, `STATEMENT_TOO_LARGE`,
 * `STATEMENT_TOO_DEEP`, `STATEMENT_DOCTYPE`, `STATEMENT_MALFORMED`, `STATEMENT_ENCODING`.
 */
export function readOfx(
  bytes: Uint8Array,
  ownAccountOf: OwnAccountOf,
): Extract<ReadStatementResult, { kind: 'read' }> {
  const reading: Reading = {
    ownAccountOf,
    statements: [],
    refused: [],
    open: [],
    statement: undefined,
    entries: 0,
  };
  let fileLine = 1;
  for (const element of ofxElements(bytes)) {
    ({ fileLine } = element);
    take(reading, element);
  }
  const { statements, refused, open } = reading;
  if (open.length > 0) {
    const detail = `The file ends before </${open[0]?.name}>.`;
    throw new FileFault({ code: 'STATEMENT_TRUNCATED', place: `line ${fileLine}`, detail });
  }
  if (statements.length === 0) {
    const detail = 'The file holds no statement of a bank account or card.';
    throw new FileFault({ code: 'STATEMENT_EMPTY', place: 'line 1', detail });
  }
  return { kind: 'read', format: 'ofx', statements, refused };
}

function take(reading: Reading, element: OfxElement): void {
  const { kind, name, fileLine } = element;
  const { open } = reading;
  if (kind === 'close') {
    if (open.some((one) => one.name === name)) closeUntil(reading, name);
    return;
  }
  if (!AGGREGATES.has(name)) {
    takeText(open.at(-1), element);
    return;
  }
  // A record begins: one before it that did not end has ended.
  const begun = open.find((one) => RECORDS.includes(one.name));
  if (begun !== undefined && RECORDS.includes(name)) closeUntil(reading, begun.name);
  if (open.length >= DEPTH_MAX) {
    const detail = `Elements are nested more than ${DEPTH_MAX} deep.`;
    throw new FileFault({ code: 'STATEMENT_TOO_DEEP', place: `line ${fileLine}`, detail });
  }
  open.push({ name, fileLine, texts: new Map(), flaw: undefined });
  if (STATEMENTS.includes(name)) reading.statement = openStatement(fileLine);
}

function takeText(parent: Aggregate | undefined, { name, text, isCut }: OfxElement): void {
  if (parent === undefined) return;
  if (isCut) parent.flaw = 'overlong';
  if (text === '') return;
  if (!parent.texts.has(name)) parent.texts.set(name, text);
  else if (ONLY_ONCE.includes(name)) parent.flaw = 'twofold';
}

function openStatement(fileLine: number): OpenStatement {
  return { fileLine, lines: [], texts: new Map(), entries: 0, leftOut: 0n, unread: 0 };
}

/** Ends this aggregate, and those inside it that were not ended. */
function closeUntil(reading: Reading, name: string): void {
  for (;;) {
    const aggregate = reading.open.pop();
    if (aggregate === undefined) return;
    closeAggregate(reading, aggregate);
    if (aggregate.name === name) return;
  }
}

/** Texts of an inner aggregate belong to the record or the statement around it. */
function closeAggregate(reading: Reading, aggregate: Aggregate): void {
  const { name, texts, flaw } = aggregate;
  const { statement, open } = reading;
  if (statement === undefined) return;
  if (RECORDS.includes(name)) return takeRecord(reading, statement, aggregate);
  if (STATEMENTS.includes(name)) {
    for (const [key, text] of texts) statement.texts.set(key, text);
    reading.statements.push(closeStatement(reading, statement));
    reading.statement = undefined;
    return;
  }
  const record = open.findLast((one) => RECORDS.includes(one.name));
  if (record !== undefined) record.flaw ??= flaw;
  const into = record?.texts ?? statement.texts;
  for (const [key, text] of texts) {
    const path = `${name}/${key}`;
    if (!into.has(path)) into.set(path, text);
  }
}

function takeRecord(reading: Reading, statement: OpenStatement, aggregate: Aggregate): void {
  const { name, fileLine, texts, flaw } = aggregate;
  reading.entries += 1;
  // Some banks write the whole file as one line.
  const isOnOneLine = fileLine === statement.fileLine;
  const place = `line ${fileLine}${isOnOneLine ? `, entry ${reading.entries}` : ''}`;
  if (reading.entries > LINES_MAX) {
    const detail = `The file has more than ${LINES_MAX} entries.`;
    throw new FileFault({ code: 'STATEMENT_TOO_LARGE', place, detail });
  }
  statement.entries += 1;
  const record = { fileLine, isPending: name === 'STMTTRNP', flaw, texts };
  const result = readOfxRecord(record, accountFacts(reading, statement));
  if (result.kind === 'line') {
    statement.lines.push(completeLine(result.line, statement.lines.length + 1));
    return;
  }
  statement.leftOut += result.leftOut ?? 0n;
  if (result.leftOut === undefined) statement.unread += 1;
  const { code, detail } = result;
  addRefusedPlace(reading.refused, { place, code, detail });
}

/** Account and currency stand before the bookings: those of the open statement are looked up there. */
function accountFacts(
  { ownAccountOf, open }: Reading,
  statement: OpenStatement,
): Readonly<{ currency: string; zone: string | undefined; accountId: string }> {
  const texts = open.find((one) => STATEMENTS.includes(one.name))?.texts ?? statement.texts;
  const from = statement.texts;
  const accountId = (
    from.get('BANKACCTFROM/ACCTID') ??
    from.get('CCACCTFROM/ACCTID') ??
    ''
  ).replaceAll(/\s/g, '');
  const own: OwnAccount | undefined = ownAccountOf(accountId);
  return { accountId, zone: own?.zone, currency: texts.get('CURDEF') ?? own?.currency ?? '' };
}

function closeStatement(reading: Reading, statement: OpenStatement): Statement {
  const { fileLine, lines, texts, entries, leftOut, unread } = statement;
  const { accountId, zone, currency } = accountFacts(reading, statement);
  const place = `line ${fileLine}`;
  if (normaliseAccount(accountId) === '') {
    const detail = 'The statement names no account (ACCTID).';
    throw new FileFault({ code: 'STATEMENT_ACCOUNT_MISSING', place, detail });
  }
  const dayOf = (key: string) => ofxDay(texts.get(`BANKTRANLIST/${key}`) ?? '', zone);
  const to = dayOf('DTEND');
  const ledger = ledgerOf(reading, statement, { currency, zone });
  const isOfLastDay = ledger?.on !== undefined && to?.equals(ledger.on) === true;
  return {
    accountId,
    currency,
    statementNumber: undefined,
    from: dayOf('DTSTART'),
    to,
    opening: undefined,
    closing: isOfLastDay ? ledger : undefined,
    controlTotals: undefined,
    place,
    entries,
    differences: [],
    lines,
    leftOut,
    unread,
  };
}

function ledgerOf(
  { refused }: Reading,
  { texts, fileLine }: OpenStatement,
  { currency, zone }: Readonly<{ currency: string; zone: string | undefined }>,
): Balance | undefined {
  const text = texts.get('LEDGERBAL/BALAMT');
  if (text === undefined) return undefined;
  const amount = readOfxAmount(text, currency);
  if (amount.kind === 'fault') {
    const { detail } = amount;
    addRefusedPlace(refused, { place: `line ${fileLine}`, code: 'BALANCE_MALFORMED', detail });
    return undefined;
  }
  const on = ofxDay(texts.get('LEDGERBAL/DTASOF') ?? '', zone);
  return { amount: amount.booked, exact: amount.exact, currency, on };
}
