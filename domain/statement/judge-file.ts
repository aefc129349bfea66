import { RUNNING_BALANCE } from '../bank-csv/running-balances.js';
import { checkFooting, type Footing } from './footing.js';
import type { RefusedPlace, Statement, StatementLine } from './statement.js';
import { normaliseAccount } from './text.js';

export type OwnAccount = Readonly<{ id: string; number: string; currency: string }>;

/** A statement of an account of ours, with the lines that can be kept. */
export type OwnStatement = Readonly<{
  statement: Statement;
  account: OwnAccount;
  lines: readonly StatementLine[];
  footing: Footing;
}>;

export type FileRefusalCode =
  | 'STATEMENT_ACCOUNT_UNKNOWN'
  | 'STATEMENT_ACCOUNT_DIFFERS'
  | 'STATEMENT_CURRENCY_DIFFERS'
  | 'STATEMENT_DOES_NOT_FOOT';

export type FileJudgement =
  | Readonly<{
      kind: 'accepted';
      statements: readonly OwnStatement[];
      refused: readonly LeftOutLine[];
    }>
  | Readonly<{ kind: 'refused'; code: FileRefusalCode; detail: string; place: string }>;

/** A line that the books cannot hold; reported with those that the reader could not read. */
export type LeftOutLine = Readonly<{ place: string; code: LeftOutCode; detail: string }>;
type LeftOutCode = RefusedPlace['code'] | 'LINE_CURRENCY_DIFFERS' | 'LINE_AMOUNT_ZERO';

/**
 * Decides whether a file is accepted: every statement must be of an account of ours (of `expected`, when the sender
 * named one), in that account's currency, and must foot. One wrong statement refuses the whole file, because accepting
 * a part would leave an unnoticed gap. Pure.
 */
export function judgeFile(
  statements: readonly Statement[],
  own: Readonly<{ accounts: readonly OwnAccount[]; expectedId: string | undefined }>,
): FileJudgement {
  const accounts = new Map(
    own.accounts.map((account) => [normaliseAccount(account.number), account]),
  );
  const accepted: OwnStatement[] = [];
  const refused: LeftOutLine[] = [];
  for (const [index, read] of statements.entries()) {
    const account = accounts.get(normaliseAccount(read.accountId));
    const statement = inCurrencyOf(account, read);
    const refusal = refusalOf(statement, account, own.expectedId);
    if (refusal !== undefined)
      return { kind: 'refused', ...refusal, place: `statement ${index + 1}` };
    if (account === undefined) continue;
    const leftOut = statement.lines.flatMap((line) => leftOutOf(line, account));
    const lines = statement.lines.filter((line) => leftOutOf(line, account).length === 0);
    refused.push(...leftOut);
    accepted.push({ statement, account, lines, footing: checkFooting(statement) });
  }
  return { kind: 'accepted', statements: accepted, refused };
}

/** A statement without a currency, such as one without entries, has that of its account. */
function inCurrencyOf(account: OwnAccount | undefined, statement: Statement): Statement {
  if (account === undefined || statement.currency !== '') return statement;
  return { ...statement, currency: account.currency };
}

type Refusal = Readonly<{ code: FileRefusalCode; detail: string }>;

function refusalOf(
  statement: Statement,
  account: OwnAccount | undefined,
  expectedId: string | undefined,
): Refusal | undefined {
  if (account === undefined) {
    const detail = `The books know no bank account ${statement.accountId}.`;
    return { code: 'STATEMENT_ACCOUNT_UNKNOWN', detail };
  }
  if (expectedId !== undefined && account.id !== expectedId) {
    const detail = `The file is of account ${account.number}, not of the one that was named.`;
    return { code: 'STATEMENT_ACCOUNT_DIFFERS', detail };
  }
  if (statement.currency !== account.currency) {
    const detail = `The account is kept in ${account.currency}, the statement in ${statement.currency}.`;
    return { code: 'STATEMENT_CURRENCY_DIFFERS', detail };
  }
  const footing = checkFooting(statement);
  if (footing.kind !== 'broken') return undefined;
  if (footing.what === 'balance-currency') {
    const detail = `A balance is in ${footing.found}, the statement in ${footing.expected}.`;
    return { code: 'STATEMENT_CURRENCY_DIFFERS', detail };
  }
  const sums = `The ${footing.what.replace('-', ' ')} should be ${footing.expected}, the lines come to ${footing.found}.`;
  const detail = [sums, ...breakOf(statement)].join(' ');
  return { code: 'STATEMENT_DOES_NOT_FOOT', detail };
}

/** The balance behind a row says where a row is missing or wrong. */
function breakOf({ differences }: Statement): string[] {
  const first = differences.find(({ what }) => what === RUNNING_BALANCE);
  if (first === undefined) return [];
  return [`The balance at ${first.place} is ${first.stated}, and not ${first.found}.`];
}

function leftOutOf(line: StatementLine, account: OwnAccount): LeftOutLine[] {
  const place = `line ${line.fileLine}`;
  if (line.amount === 0n) {
    return [{ place, code: 'LINE_AMOUNT_ZERO', detail: 'The line moves no money.' }];
  }
  if (line.currency === account.currency) return [];
  const detail = `The line is in ${line.currency}, the account in ${account.currency}.`;
  return [{ place, code: 'LINE_CURRENCY_DIFFERS', detail }];
}
