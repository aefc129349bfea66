import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { ReadStatementResult } from '../../domain/statement/statement.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database } from '../../prisma/database.js';
import { readBankFile } from './readers/read-bank-file.js';
import { normaliseAccount } from '../../domain/statement/text.js';
import { judgeFile, type OwnStatement } from '../../domain/statement/judge-file.js';
import { periodOf } from '../../domain/statement/judge-continuity.js';
import { bankProfiles } from './bank-profiles.js';
import { concludeReading } from './conclude-reading.js';
import { waitsForRelease } from './hold-hand-fed.js';
import { recogniseStatement } from './recognise-statement.js';
import { storable, toStoredLine, type StoredLine } from './statement-lines.js';

export type StatementInput = Readonly<{ statementId: string }>;

export type ReadingResult =
  | Readonly<{ kind: 'read'; lines: number; duplicates: number }>
  | Readonly<{ kind: 'refused'; code: string }>
  /** Handed in by a person, above the limit of an account: a second person decides. */
  | Readonly<{ kind: 'awaiting-release' }>;

type Deps = Readonly<{ database: Database; clock: Clock }>;

/** Lines stored in one round trip: about a megabyte, and far below the statement timeout. */
const LINES_PER_CALL = 1_000;

/** Payments inside the lines of one round trip. */
const PAYMENTS_PER_CALL = 5_000;

/**
 * Reads and checks the stored file and stores its lines. Safe to interrupt and repeat: stored lines stay, and a file
 * that was read or refused is not read again.
 *
 * @throws Refusal `STATEMENT_NOT_FOUND`.
 */
export async function readBankStatement(
  deps: Deps,
  { statementId }: StatementInput,
): Promise<ReadingResult> {
  const { database } = deps;
  const file = await database.prisma.bankStatement.findUnique({
    where: { id: statementId },
    select: { state: true, refusalCode: true, bankAccountId: true, source: true },
  });
  if (file === null) {
    throw new Refusal({ code: 'STATEMENT_NOT_FOUND', detail: 'There is no such bank statement.' });
  }
  if (file.state === 'refused') return { kind: 'refused', code: file.refusalCode ?? '' };
  if (file.state === 'awaiting-release') return { kind: file.state };
  if (file.state !== 'received') return countLines(database, statementId);

  const { content } = await database.prisma.bankStatement.findUniqueOrThrow({
    where: { id: statementId },
    select: { content: true },
  });
  const ctx = systemContext({
    clock: deps.clock,
    name: 'bank-statement',
    origin: `statement:${statementId}`,
  });
  const accounts = await database.prisma.bankAccount.findMany({
    select: { id: true, number: true, currency: true, legalEntity: { select: { timeZone: true } } },
  });
  const own = new Map(
    accounts.map(({ number, currency, legalEntity: { timeZone: zone } }) => [
      normaliseAccount(number),
      { currency, zone },
    ]),
  );
  const ownAccountOf = (accountId: string) => own.get(normaliseAccount(accountId));
  const namedAccount = accounts.find(({ id }) => id === file.bankAccountId)?.number;
  const profiles = await bankProfiles(database.prisma);
  const reading = await readBankFile(content, { profiles, ownAccountOf, namedAccount });
  if (reading.kind === 'refused') return refuse(database, ctx, { statementId, ...reading });
  const expectedId = file.bankAccountId ?? undefined;
  const judgement = judgeFile(reading.statements, { accounts, expectedId });
  if (judgement.kind === 'refused') {
    const detail = [judgement.detail, ...unreadOf(reading)].join(' ');
    return refuse(database, ctx, { statementId, ...judgement, detail });
  }

  const { statements, refused } = judgement;
  const byHand = file.source === 'hand';
  if (byHand && (await waitsForRelease(database, ctx, { statementId, statements }))) {
    return { kind: 'awaiting-release' };
  }
  await storeParts(database, ctx, { statementId, format: reading.format, statements });
  await storeLines(database, ctx, { statementId, lines: linesOf(statements) });
  await recogniseStatement(database, ctx, statementId);
  await concludeReading(database, ctx, {
    statementId,
    format: reading.format,
    statements,
    leftOut: [...reading.refused, ...refused],
  });
  return countLines(database, statementId);
}

/** Unreadable lines are the likely reason why the others do not add up. */
function unreadOf({ refused }: Extract<ReadStatementResult, { kind: 'read' }>): string[] {
  const [first] = refused;
  if (first === undefined) return [];
  return [`Of its places ${refused.length} could not be read, the first is ${first.place}.`];
}

type FileFault = StatementInput & Readonly<{ code: string; detail: string; place: string }>;

async function refuse(
  database: Database,
  ctx: CommandContext,
  { statementId, code, detail, place }: FileFault,
): Promise<ReadingResult> {
  await database.call(statementCommands.refuseStatement, ctx, { statementId, code, detail, place });
  return { kind: 'refused', code };
}

function linesOf(statements: readonly OwnStatement[]): StoredLine[] {
  let position = 0;
  return statements.flatMap(({ lines, account }, index) =>
    lines.map((line) => {
      position += 1;
      return toStoredLine(line, { bankAccountId: account.id, part: index + 1, position });
    }),
  );
}

type FileParts = StatementInput & Readonly<{ format: string; statements: readonly OwnStatement[] }>;

async function storeParts(
  database: Database,
  ctx: CommandContext,
  { statementId, format, statements }: FileParts,
): Promise<void> {
  const parts = statements.map(({ statement, account }, index) => {
    const { from, to } = periodOf(statement);
    return {
      part: index + 1,
      bankAccountId: account.id,
      number: storable(statement.statementNumber),
      from: from?.toString(),
      to: to?.toString(),
      opening: statement.opening?.amount.toString(),
      closing: statement.closing?.amount.toString(),
    };
  });
  for (let from = 0; from < parts.length; from += LINES_PER_CALL) {
    const some = parts.slice(from, from + LINES_PER_CALL);
    await database.call(statementCommands.storeStatementParts, ctx, {
      statementId,
      format,
      parts: some,
    });
  }
}

async function storeLines(
  database: Database,
  ctx: CommandContext,
  { statementId, lines }: StatementInput & Readonly<{ lines: readonly StoredLine[] }>,
): Promise<void> {
  for (const part of inCalls(lines)) {
    await database.call(statementCommands.storeBankLines, ctx, { statementId, lines: part });
  }
}

/** Lines of one call together have no more payments than a line of its own may have. */
function* inCalls(lines: readonly StoredLine[]): Generator<readonly StoredLine[]> {
  let part: StoredLine[] = [];
  let payments = 0;
  for (const line of lines) {
    const more = line.details?.length ?? 1;
    if (part.length > 0 && (part.length >= LINES_PER_CALL || payments + more > PAYMENTS_PER_CALL)) {
      yield part;
      [part, payments] = [[], 0];
    }
    part.push(line);
    payments += more;
  }
  if (part.length > 0) yield part;
}

async function countLines(database: Database, statementId: string): Promise<ReadingResult> {
  const { prisma } = database;
  const lines = await prisma.bankStatementLine.count({ where: { statementId } });
  const duplicates = await prisma.bankStatementLine.count({
    where: { statementId, outcome: 'duplicate' },
  });
  return { kind: 'read', lines, duplicates };
}
