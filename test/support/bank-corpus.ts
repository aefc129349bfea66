import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStatement } from '../../activities/statement/readers/read-statement.js';
import { differencesOf } from '../../domain/statement/declared-figures.js';
import { checkFooting } from '../../domain/statement/footing.js';
import type {
  Balance,
  LineDetail,
  ReadStatementResult,
  Statement,
  StatementLine,
} from '../../domain/statement/statement.js';
import { normaliseAccount } from '../../domain/statement/text.js';
import { projectRoot } from '../../platform/project-root.js';
import { ACCOUNT } from './bank-files.js';

const FOLDER = join(projectRoot, 'test', 'fixtures', 'bank-files');

/** A file of the corpus, and what has to be read from it: the file of the same name with `.json` behind it. */
export type CorpusFile = Readonly<{ name: string; bytes: Uint8Array; expected: unknown }>;

export function corpusOf(format: string): readonly CorpusFile[] {
  const folder = join(FOLDER, format);
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .toSorted()
    .map((name) => ({
      name,
      bytes: readFileSync(join(folder, name)),
      expected: JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as unknown,
    }));
}

/** Our accounts in the corpus: one in rupiah in Jakarta, and those that end with `EUR` or begin with `NL`. */
const OURS: ReadonlyMap<string, string> = new Map([
  [ACCOUNT, 'IDR'],
  ['NL02ABCD0123456789', 'EUR'],
  ['4400112233', 'USD'],
]);

/** Reads a file of the corpus as the books would, handed in for our account in rupiah. */
export function readAsOurs(bytes: Uint8Array): ReadStatementResult {
  return readStatement(bytes, {
    namedAccount: ACCOUNT,
    ownAccountOf: (accountId) => {
      const currency = OURS.get(normaliseAccount(accountId));
      return currency === undefined ? undefined : { currency, zone: 'Asia/Jakarta' };
    },
  });
}

/** A result as JSON that a person can write: what is missing or usual is left out. */
export function inShort(result: ReadStatementResult): unknown {
  if (result.kind === 'refused') {
    const { code, place } = result;
    return { refused: code, place };
  }
  const { format, statements, refused } = result;
  return withoutUsual({
    format,
    statements: statements.map(statementInShort),
    refusedPlaces: refused.map(({ place, code }) => `${place}: ${code}`),
  });
}

function statementInShort(statement: Statement): object {
  const { accountId, currency, statementNumber, from, to, opening, closing, place } = statement;
  const footing = checkFooting(statement);
  return withoutUsual({
    account: accountId,
    currency,
    number: statementNumber,
    from: from?.toString(),
    to: to?.toString(),
    opening: balanceInShort(opening),
    closing: balanceInShort(closing),
    place,
    footing: footing.kind,
    differences: differencesOf(statement).map(
      ({ what, stated, found }) => `${what}: ${stated} stated, ${found} found`,
    ),
    leftOut: statement.leftOut === 0n ? undefined : statement.leftOut.toString(),
    unread: statement.unread === 0 ? undefined : statement.unread,
    lines: statement.lines.map((line) => lineInShort(line, currency)),
  });
}

function balanceInShort(balance: Balance | undefined): string | undefined {
  return balance === undefined
    ? undefined
    : `${balance.amount} ${balance.currency} ${balance.on?.toString() ?? ''}`.trim();
}

function lineInShort(line: StatementLine, currency: string): object {
  const { fileLine, status, bookingDate, valueDate, isReversal, details } = line;
  return withoutUsual({
    fileLine,
    status: status === 'booked' ? undefined : status,
    on: bookingDate.toString(),
    valued: valueDate?.equals(bookingDate) === true ? undefined : valueDate?.toString(),
    ...partInShort(line),
    currency: line.currency === currency ? undefined : line.currency,
    reversal: isReversal ? true : undefined,
    code: line.transactionCode,
    bankReference: line.bankReference,
    details: details.map(partInShort),
  });
}

function partInShort(part: LineDetail): object {
  return withoutUsual({
    amount: part.amount?.toString(),
    text: part.text === '' ? undefined : part.text,
    payerName: part.payerName,
    payerAccount: part.payerAccount,
    endToEnd: part.endToEndReference,
    creditorReference: part.creditorReference,
    otherReferences: part.otherReferences,
  });
}

function withoutUsual(of: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(of).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
