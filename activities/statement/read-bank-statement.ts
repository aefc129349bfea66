import { Temporal } from 'temporal-polyfill';
import { notAfter } from '../../domain/calendar/business-day.js';
import type { CommandContext } from '../../domain/context.js';
import { isCurrencyCode } from '../../domain/money/currency.js';
import { moneyToWire, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { Balance, ReadStatementResult } from '../../domain/statement/statement.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database, Transaction } from '../../prisma/database.js';
import { readStatement } from './readers/read-statement.js';
import {
  judgeContinuity,
  periodOf,
  type Continuity,
  type LastClosing,
} from '../../domain/statement/judge-continuity.js';
import {
  judgeFile,
  type LeftOutLine,
  type OwnStatement,
} from '../../domain/statement/judge-file.js';
import { toStoredLine, type StoredLine } from './statement-lines.js';

export type StatementInput = Readonly<{ statementId: string }>;

export type ReadingResult =
  | Readonly<{ kind: 'read'; lines: number; duplicates: number }>
  | Readonly<{ kind: 'refused'; code: string }>;

type Deps = Readonly<{ database: Database; clock: Clock }>;

/** Lines stored in one round trip: about a megabyte, and far below the statement timeout. */
const LINES_PER_CALL = 1_000;

/**
 * Reads the stored file, checks it, and keeps its lines. Safe to repeat and to break off anywhere: lines
 * already kept stay, and a file that was read or refused is not looked at again.
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
    select: { state: true, refusalCode: true, bankAccountId: true },
  });
  if (file === null) {
    throw new Refusal({ code: 'STATEMENT_NOT_FOUND', detail: 'There is no such bank statement.' });
  }
  if (file.state === 'refused') return { kind: 'refused', code: file.refusalCode ?? '' };
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
  const reading = readStatement(content);
  if (reading.kind === 'refused') return refuse(database, ctx, { statementId, ...reading });
  const accounts = await database.prisma.bankAccount.findMany({
    select: { id: true, number: true, currency: true },
  });
  const expectedId = file.bankAccountId ?? undefined;
  const judgement = judgeFile(reading.statements, { accounts, expectedId });
  if (judgement.kind === 'refused') {
    const detail = [judgement.detail, ...unreadOf(reading)].join(' ');
    return refuse(database, ctx, { statementId, ...judgement, detail });
  }

  await storeLines(database, ctx, { statementId, lines: linesOf(judgement.statements) });
  await concludeReading(database, ctx, {
    statementId,
    reading,
    statements: judgement.statements,
    leftOut: judgement.refused,
  });
  return countLines(database, statementId);
}

/** Lines that could not be read are the likely reason why the others do not add up. */
function unreadOf({ refused }: Readable): string[] {
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
  return statements.flatMap(({ lines, account }) =>
    lines.map((line) => {
      position += 1;
      return toStoredLine(line, { bankAccountId: account.id, position });
    }),
  );
}

async function storeLines(
  database: Database,
  ctx: CommandContext,
  { statementId, lines }: StatementInput & Readonly<{ lines: readonly StoredLine[] }>,
): Promise<void> {
  for (let from = 0; from < lines.length; from += LINES_PER_CALL) {
    const part = lines.slice(from, from + LINES_PER_CALL);
    await database.call(statementCommands.storeBankLines, ctx, { statementId, lines: part });
  }
}

type Readable = Extract<ReadStatementResult, { kind: 'read' }>;
type ReadFile = StatementInput &
  Readonly<{
    reading: Readable;
    statements: readonly OwnStatement[];
    leftOut: readonly LeftOutLine[];
  }>;

/** Joins the statements to those before them; what does not join is shown and put before a person. */
function concludeReading(database: Database, ctx: CommandContext, file: ReadFile): Promise<void> {
  const { statementId, reading, statements, leftOut } = file;
  return database.transaction(ctx, async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM bank_statement WHERE id = ${statementId}::uuid FOR UPDATE`;
    const { state } = await tx.bankStatement.findUniqueOrThrow({
      where: { id: statementId },
      select: { state: true },
    });
    if (state !== 'received') return;
    const summaries: StatementSummary[] = [];
    // In the order of the file, which is the order in which one statement follows another.
    for (const one of statements) summaries.push(await joinStatement(tx, ctx, one));
    const accountIds = new Set(statements.map(({ account }) => account.id));
    const [onlyAccount] = accountIds;
    await tx.bankStatement.update({
      where: { id: statementId },
      data: {
        state: 'read',
        format: reading.format,
        footing: worstOf(summaries),
        statements: summaries as object[],
        refusedLines: [...reading.refused, ...leftOut] as object[],
        ...(accountIds.size === 1 && onlyAccount !== undefined
          ? { bankAccountId: onlyAccount }
          : {}),
      },
      select: { id: true },
    });
    await openWarnings(tx, ctx, {
      statementId,
      summaries,
      refused: reading.refused.length + leftOut.length,
    });
  });
}

/** What is shown of one statement in the file. */
export type StatementSummary = Readonly<{
  account: string;
  statementNumber: string | null;
  currency: string;
  from: string | null;
  to: string | null;
  opening: MoneyOnWire | null;
  closing: MoneyOnWire | null;
  lines: number;
  footing: 'foots' | 'unchecked';
  continuity: Readonly<{ kind: Continuity['kind']; expected?: MoneyOnWire; found?: MoneyOnWire }>;
}>;

/** A date ahead of today is a slip of somebody's: believed, it would hide every gap and stale bank data for good. */
async function joinStatement(
  tx: Transaction,
  ctx: CommandContext,
  own: OwnStatement,
): Promise<StatementSummary> {
  const { statement, account } = own;
  const { last, today } = await lastClosingOf(tx, ctx, account.id);
  const continuity = judgeContinuity(statement, last);
  const { closing } = statement;
  const { to } = periodOf(statement);
  if (closing !== undefined && to !== undefined && continuity.kind !== 'earlier') {
    await tx.bankAccount.update({
      where: { id: account.id },
      data: { lastClosingAmount: closing.amount, lastClosingOn: dateOf(notAfter(to, today)) },
      select: { id: true },
    });
  }
  return summaryOf(own, continuity);
}

/** The account stays locked until the statement is joined to it. */
async function lastClosingOf(
  tx: Transaction,
  ctx: CommandContext,
  accountId: string,
): Promise<Readonly<{ last: LastClosing | undefined; today: Temporal.PlainDate }>> {
  const [known] = await tx.$queryRaw<[{ amount: bigint | null; on: string | null; today: string }]>`
    SELECT b.last_closing_amount AS amount, b.last_closing_on::text AS "on",
      (${ctx.at}::timestamptz AT TIME ZONE e.time_zone)::date::text AS today
    FROM bank_account b JOIN legal_entity e ON e.id = b.legal_entity_id
    WHERE b.id = ${accountId}::uuid FOR UPDATE OF b`;
  const { amount, on } = known;
  const last = amount === null || on === null ? undefined : { amount, on: plainDate(on) };
  return { last, today: plainDate(known.today) };
}

function plainDate(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

function dateOf(day: Temporal.PlainDate): Date {
  return new Date(day.toString());
}

function summaryOf(own: OwnStatement, continuity: Continuity): StatementSummary {
  const { statement, account, lines, footing } = own;
  const { from, to } = periodOf(statement);
  const wire = (amount: bigint) => toWire(amount, account.currency);
  const balance = (one: Balance | undefined) => (one === undefined ? null : wire(one.amount));
  return {
    account: account.number,
    statementNumber: statement.statementNumber ?? null,
    currency: account.currency,
    from: from?.toString() ?? null,
    to: to?.toString() ?? null,
    opening: balance(statement.opening),
    closing: balance(statement.closing),
    lines: lines.length,
    footing: footing.kind === 'foots' ? 'foots' : 'unchecked',
    continuity:
      'expected' in continuity
        ? {
            kind: continuity.kind,
            expected: wire(continuity.expected),
            found: wire(continuity.found),
          }
        : continuity,
  };
}

function toWire(amount: bigint, currency: string): MoneyOnWire {
  if (!isCurrencyCode(currency)) throw new Error(`a bank account is kept in ${currency}`);
  return moneyToWire({ amount, currency });
}

/** One word for lists: a break in the chain of statements weighs more than arithmetic nobody can check. */
function worstOf(summaries: readonly StatementSummary[]): string {
  for (const kind of ['gap', 'overlap'] as const) {
    if (summaries.some(({ continuity }) => continuity.kind === kind)) return kind;
  }
  return summaries.every(({ footing }) => footing === 'foots') ? 'foots' : 'unchecked';
}

type Warnings = StatementInput &
  Readonly<{ summaries: readonly StatementSummary[]; refused: number }>;

async function openWarnings(
  tx: Transaction,
  ctx: CommandContext,
  { statementId, summaries, refused }: Warnings,
): Promise<void> {
  const subject = { subjectKind: 'bank-statement', subjectId: statementId };
  const items: object[] = [];
  for (const kind of ['gap', 'overlap'] as const) {
    const broken = summaries.filter(({ continuity }) => continuity.kind === kind);
    if (broken.length > 0)
      items.push({ ...subject, kind: `bank-statement-${kind}`, detail: { statements: broken } });
  }
  if (refused > 0) items.push({ ...subject, kind: 'bank-lines-refused', detail: { refused } });
  for (const item of items) {
    await tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(item)}::jsonb)::text`;
  }
}

async function countLines(database: Database, statementId: string): Promise<ReadingResult> {
  const { prisma } = database;
  const lines = await prisma.bankStatementLine.count({ where: { statementId } });
  const duplicates = await prisma.bankStatementLine.count({
    where: { statementId, outcome: 'duplicate' },
  });
  return { kind: 'read', lines, duplicates };
}
