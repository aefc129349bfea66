import { completeLine } from '../../../domain/statement/line-draft.js';
import type {
  Balance,
  ControlTotals,
  Difference,
  ExactAmount,
  RefusedPlace,
  Statement,
  StatementLine,
} from '../../../domain/statement/statement.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import { readEntry } from './camt-line.js';
import { currencyKey, firstText, type CamtRecord } from './camt-record.js';
import { readBalance, readTotal, readValueDay } from './camt-values.js';
import { addRefusedPlace, FileFault } from './file-fault.js';
import { batchDifferences, readCount } from './camt-batch.js';
import { DIFFERENCES_MAX, LINES_MAX } from './limits.js';

/** The time zone of an account as the file names it; undefined when it is none of ours. */
export type ZoneOf = (accountId: string) => string | undefined;

export type StatementCollector = Readonly<{
  addEntry: (statement: CamtRecord, entry: CamtRecord) => void;
  closeStatement: (statement: CamtRecord) => void;
  result: () => Readonly<{ statements: Statement[]; refused: RefusedPlace[] }>;
}>;

/** Facts about the statement whose entries are being read. */
type OpenStatement = {
  readonly lines: StatementLine[];
  readonly differences: Difference[];
  leftOut: ExactAmount;
  unread: number;
  entries: number;
  /** Used for statements that name no currency. */
  currencySeen: string | undefined;
  ofBalances: Readonly<{ currency: string | undefined }> | undefined;
  /** For entries without dates. */
  closing: Readonly<{ balance: Balance | undefined }> | undefined;
};

function openStatement(): OpenStatement {
  return {
    lines: [],
    differences: [],
    leftOut: 0n,
    unread: 0,
    entries: 0,
    currencySeen: undefined,
    ofBalances: undefined,
    closing: undefined,
  };
}

/** Turns records into statements as their elements close, so that no record is kept longer. */
export function createStatementCollector(zoneOf: ZoneOf): StatementCollector {
  const statements: Statement[] = [];
  const refused: RefusedPlace[] = [];
  let open = openStatement();
  let linesOfFile = 0;

  return {
    addEntry(statement, entry) {
      linesOfFile += 1;
      if (linesOfFile > LINES_MAX) throw tooManyLines(entry.fileLine);
      const place = placeOfEntry(entry, { statement, number: linesOfFile });
      const fault = takeEntry(open, { statement, entry, place, zoneOf });
      if (fault !== undefined) addRefusedPlace(refused, fault);
    },
    closeStatement(statement) {
      const accountId = accountOf(statement);
      const zone = zoneOf(accountId);
      open.ofBalances = undefined;
      const currency = currencyOf(statement, open);
      for (const record of statement.children) {
        const balance = readBalance(record, { currency, zone });
        if (!('kind' in balance)) continue;
        const { code, detail } = balance;
        addRefusedPlace(refused, { place: `line ${record.fileLine}`, code, detail });
      }
      const { currencySeen: _seen, ofBalances: _balances, closing: _closing, ...read } = open;
      statements.push({
        accountId,
        currency: currency ?? '',
        statementNumber: firstText(statement, 'LglSeqNb', 'ElctrncSeqNb', 'Id'),
        from: readValueDay(firstText(statement, 'FrToDt/FrDtTm'), zone),
        to: readValueDay(firstText(statement, 'FrToDt/ToDtTm'), zone),
        opening: openingOf(statement, zone),
        closing: closingOf(statement, zone),
        controlTotals: controlTotalsOf(statement),
        place: `line ${statement.fileLine}`,
        ...read,
      });
      open = openStatement();
    },
    result: () => ({ statements, refused }),
  };
}

type OpenEntry = Readonly<{
  statement: CamtRecord;
  entry: CamtRecord;
  place: string;
  zoneOf: ZoneOf;
}>;

/** Answers the place when the entry cannot be read. */
function takeEntry(
  open: OpenStatement,
  { statement, entry, place, zoneOf }: OpenEntry,
): RefusedPlace | undefined {
  open.entries += 1;
  open.currencySeen ??= firstText(entry, currencyKey('Amt'));
  const accountId = accountOf(statement);
  const zone = zoneOf(accountId);
  const currency = currencyOf(statement, open);
  const bookingDate = () => {
    open.closing ??= { balance: closingOf(statement, zone) };
    return open.closing.balance?.on;
  };
  const result = readEntry(entry, { accountId, zone, currency, bookingDate });
  if (result.kind === 'fault') {
    open.leftOut += result.leftOut ?? 0n;
    if (result.leftOut === undefined) open.unread += 1;
    const { code, detail } = result;
    return { place, code, detail };
  }
  open.lines.push(completeLine(result.line, open.lines.length + 1));
  for (const difference of batchDifferences(entry, result.line)) {
    if (open.differences.length >= DIFFERENCES_MAX) break;
    open.differences.push({ place, ...difference });
  }
  return undefined;
}

function currencyOf(statement: CamtRecord, open: OpenStatement): string | undefined {
  const named = firstText(statement, 'Acct/Ccy');
  if (named !== undefined) return named;
  // Balances stand before the entries: they are looked at once, however many entries follow.
  open.ofBalances ??= { currency: currencyOfBalances(statement) };
  return open.ofBalances.currency ?? open.currencySeen;
}

/** Many banks write the whole file as one line; then the number of the entry gives the place. */
function placeOfEntry(
  { fileLine }: CamtRecord,
  { statement, number }: Readonly<{ statement: CamtRecord; number: number }>,
): string {
  const line = `line ${fileLine}`;
  return fileLine === statement.fileLine ? `${line}, entry ${number}` : line;
}

function accountOf(statement: CamtRecord): string {
  const id = firstText(
    statement,
    'Acct/Id/IBAN',
    'Acct/Id/Othr/Id',
    'Acct/Id/BBAN',
    'Acct/Id/PrtryAcct/Id',
  );
  if (id !== undefined && normaliseAccount(id) !== '') return id.replaceAll(/\s/g, '');
  throw new FileFault({
    code: 'STATEMENT_ACCOUNT_MISSING',
    place: `line ${statement.fileLine}`,
    detail: 'The statement names no account before its first entry.',
  });
}

function currencyOfBalances(statement: CamtRecord): string | undefined {
  const ofBalances = statement.children.map((balance) => firstText(balance, currencyKey('Amt')));
  return ofBalances.find((currency) => currency !== undefined);
}

type Zone = string | undefined;

/** Opening booked, else the previous closing, else the first of two interim balances of a page. */
function openingOf(statement: CamtRecord, zone: Zone): Balance | undefined {
  const interim = balancesOf(statement, 'ITBD', zone);
  const hasClosing = balancesOf(statement, 'CLBD', zone).length > 0;
  return (
    balancesOf(statement, 'OPBD', zone)[0] ??
    balancesOf(statement, 'PRCD', zone)[0] ??
    (interim.length > 1 || hasClosing ? interim[0] : undefined)
  );
}

/** Closing booked, else the last interim balance: where an intraday report or a page ends. */
function closingOf(statement: CamtRecord, zone: Zone): Balance | undefined {
  return balancesOf(statement, 'CLBD', zone).at(-1) ?? balancesOf(statement, 'ITBD', zone).at(-1);
}

/** Some banks also give balances in other currencies; the one of the account counts. */
function balancesOf(statement: CamtRecord, type: string, zone: Zone): readonly Balance[] {
  const currency = firstText(statement, 'Acct/Ccy') ?? currencyOfBalances(statement);
  const balances = statement.children
    .filter(
      (record) => firstText(record, 'Tp/CdOrPrtry/Cd', 'Tp/CdOrPrtry/Prtry', 'Tp/Cd') === type,
    )
    .map((record) => readBalance(record, { currency, zone }))
    .flatMap((balance) => ('kind' in balance ? [] : [balance]));
  const ofAccount = balances.filter((balance) => balance.currency === currency);
  return ofAccount.length > 0 ? ofAccount : balances;
}

function controlTotalsOf(statement: CamtRecord): ControlTotals | undefined {
  const of = (path: string): string | undefined => firstText(statement, `TxsSummry/${path}`);
  const totals: ControlTotals = {
    credits: readTotal(of('TtlCdtNtries/Sum')),
    debits: readTotal(of('TtlDbtNtries/Sum')),
    net: readTotal(of('TtlNtries/TtlNetNtry/Amt') ?? of('TtlNtries/TtlNetNtryAmt')),
    count: readCount(of('TtlNtries/NbOfNtries')),
    creditCount: readCount(of('TtlCdtNtries/NbOfNtries')),
    debitCount: readCount(of('TtlDbtNtries/NbOfNtries')),
  };
  return Object.values(totals).every((one) => one === undefined) ? undefined : totals;
}

function tooManyLines(fileLine: number): FileFault {
  return new FileFault({
    code: 'STATEMENT_TOO_LARGE',
    place: `line ${fileLine}`,
    detail: `The file has more than ${LINES_MAX} entries.`,
  });
}
