import { completeLine } from '../../../domain/statement/line-draft.js';
import type {
  Balance,
  ControlTotals,
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
import { LINES_MAX } from './limits.js';

export type StatementCollector = Readonly<{
  addEntry: (statement: CamtRecord, entry: CamtRecord) => void;
  closeStatement: (statement: CamtRecord) => void;
  result: () => Readonly<{ statements: Statement[]; refused: RefusedPlace[] }>;
}>;

/** Turns records into statements as they close, so that no record outlives its element. */
export function createStatementCollector(): StatementCollector {
  const statements: Statement[] = [];
  const refused: RefusedPlace[] = [];
  let lines: StatementLine[] = [];
  let leftOut: ExactAmount = 0n;
  let unread = 0;
  let linesOfFile = 0;

  return {
    addEntry(statement, entry) {
      linesOfFile += 1;
      if (linesOfFile > LINES_MAX) throw tooManyLines(entry.fileLine);
      const result = readEntry(entry, {
        accountId: accountOf(statement),
        currency: currencyOf(statement, lines),
        bookingDate: () => closingOf(statement)?.on,
      });
      if (result.kind === 'fault') {
        leftOut += result.leftOut ?? 0n;
        if (result.leftOut === undefined) unread += 1;
        const { code, detail } = result;
        const place = placeOfEntry(entry, { statement, number: linesOfFile });
        addRefusedPlace(refused, { place, code, detail });
        return;
      }
      lines.push(completeLine(result.line, lines.length + 1));
    },
    closeStatement(statement) {
      for (const record of statement.children) {
        const balance = readBalance(record);
        if (!('kind' in balance)) continue;
        const { code, detail } = balance;
        addRefusedPlace(refused, { place: `line ${record.fileLine}`, code, detail });
      }
      statements.push({
        accountId: accountOf(statement),
        currency: currencyOf(statement, lines) ?? '',
        statementNumber: firstText(statement, 'LglSeqNb', 'ElctrncSeqNb', 'Id'),
        from: readValueDay(firstText(statement, 'FrToDt/FrDtTm')),
        to: readValueDay(firstText(statement, 'FrToDt/ToDtTm')),
        opening: openingOf(statement),
        closing: closingOf(statement),
        controlTotals: controlTotalsOf(statement),
        lines,
        leftOut,
        unread,
      });
      lines = [];
      leftOut = 0n;
      unread = 0;
    },
    result: () => ({ statements, refused }),
  };
}

/** Many banks write the whole file as one line: there the number of the entry says where it is. */
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

function currencyOf(statement: CamtRecord, lines: readonly StatementLine[]): string | undefined {
  const ofBalances = statement.children.map((balance) => firstText(balance, currencyKey('Amt')));
  return (
    firstText(statement, 'Acct/Ccy') ??
    ofBalances.find((currency) => currency !== undefined) ??
    lines[0]?.currency
  );
}

/** Opening booked, else the previous closing, else the first of two interim balances of a page. */
function openingOf(statement: CamtRecord): Balance | undefined {
  const interim = balancesOf(statement, 'ITBD');
  const hasClosing = balancesOf(statement, 'CLBD').length > 0;
  return (
    balancesOf(statement, 'OPBD')[0] ??
    balancesOf(statement, 'PRCD')[0] ??
    (interim.length > 1 || hasClosing ? interim[0] : undefined)
  );
}

/** Closing booked, else the last interim balance: where an intraday report or a page ends. */
function closingOf(statement: CamtRecord): Balance | undefined {
  return balancesOf(statement, 'CLBD').at(-1) ?? balancesOf(statement, 'ITBD').at(-1);
}

function balancesOf(statement: CamtRecord, type: string): readonly Balance[] {
  return statement.children
    .filter(
      (record) => firstText(record, 'Tp/CdOrPrtry/Cd', 'Tp/CdOrPrtry/Prtry', 'Tp/Cd') === type,
    )
    .map(readBalance)
    .flatMap((balance) => ('kind' in balance ? [] : [balance]));
}

function controlTotalsOf(statement: CamtRecord): ControlTotals | undefined {
  const credits = readTotal(firstText(statement, 'TxsSummry/TtlCdtNtries/Sum'));
  const debits = readTotal(firstText(statement, 'TxsSummry/TtlDbtNtries/Sum'));
  return credits === undefined && debits === undefined ? undefined : { credits, debits };
}

function tooManyLines(fileLine: number): FileFault {
  return new FileFault({
    code: 'STATEMENT_TOO_LARGE',
    place: `line ${fileLine}`,
    detail: `The file has more than ${LINES_MAX} entries.`,
  });
}
