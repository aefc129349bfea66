import { Temporal } from 'temporal-polyfill';
import { notAfter } from '../../domain/calendar/business-day.js';
import type { CommandContext } from '../../domain/context.js';
import { isCurrencyCode } from '../../domain/money/currency.js';
import { moneyToWire, type MoneyOnWire } from '../../domain/money/money.js';
import {
  judgeContinuity,
  periodOf,
  type Continuity,
  type LastClosing,
} from '../../domain/statement/judge-continuity.js';
import { differencesOf } from '../../domain/statement/declared-figures.js';
import type { LeftOutLine, OwnStatement } from '../../domain/statement/judge-file.js';
import { MISSING_PAGE, type Balance, type Difference } from '../../domain/statement/statement.js';
import { DIFFERENCES_MAX } from './readers/limits.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import { callIn, type Database, type Transaction } from '../../prisma/database.js';

export type ReadFile = Readonly<{
  statementId: string;
  format: string;
  statements: readonly OwnStatement[];
  leftOut: readonly LeftOutLine[];
}>;

/** Chains the statements to the previous ones; gaps and overlaps are shown and become work for a person. */
export function concludeReading(
  database: Database,
  ctx: CommandContext,
  { statementId, format, statements, leftOut }: ReadFile,
): Promise<void> {
  return database.transaction(ctx, async (tx) => {
    const { summaries, closings } = await joinStatements(tx, ctx, { statementId, statements });
    const accountIds = new Set(statements.map(({ account }) => account.id));
    const [onlyAccount] = accountIds;
    const { noted } = await callIn(tx, statementCommands.noteReading, [
      ctx,
      {
        statementId,
        format,
        footing: worstOf(summaries),
        statements: summaries,
        refusedLines: leftOut,
        closings,
        ...(accountIds.size === 1 && onlyAccount !== undefined
          ? { bankAccountId: onlyAccount }
          : {}),
      },
    ]);
    if (!noted) return;
    await tx.$queryRaw`SELECT report_unclear_repeats(${JSON.stringify(ctx)}::jsonb, ${statementId}::uuid)::text`;
    await openWarnings(tx, ctx, { statementId, summaries, refused: leftOut.length });
  });
}

/** Summary of one statement in the file. */
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
  /** Differences between the bank's declared counts and sums and the content of the statement. */
  differences: readonly Difference[];
  continuity: Readonly<{ kind: Continuity['kind']; expected?: MoneyOnWire; found?: MoneyOnWire }>;
}>;

type Closing = Readonly<{ bankAccountId: string; amount: string; on: string }>;

/** An account with its latest closing balance; read and written once per file. */
type OpenAccount = { today: Temporal.PlainDate; last: LastClosing | undefined; isMoved: boolean };

async function joinStatements(
  tx: Transaction,
  ctx: CommandContext,
  { statementId, statements }: Pick<ReadFile, 'statementId' | 'statements'>,
): Promise<Readonly<{ summaries: StatementSummary[]; closings: Closing[] }>> {
  const accounts = await openAccounts(tx, ctx, statementId);
  const summaries = statements.map((own) => {
    const account = accounts.get(own.account.id);
    if (account === undefined) throw new Error(`no bank account ${own.account.id}`);
    return joinStatement(own, account);
  });
  const closings = [...accounts].flatMap(([bankAccountId, { last, isMoved }]) =>
    isMoved && last !== undefined
      ? [{ bankAccountId, amount: last.amount.toString(), on: last.on.toString() }]
      : [],
  );
  return { summaries, closings };
}

/** A future date is a mistake; if trusted, it would hide later gaps and stale bank data for good. */
function joinStatement(own: OwnStatement, account: OpenAccount): StatementSummary {
  const { statement } = own;
  const continuity = judgeContinuity(statement, account.last);
  const { closing } = statement;
  const { to } = periodOf(statement);
  if (closing !== undefined && to !== undefined && continuity.kind !== 'earlier') {
    account.last = { amount: closing.amount, on: notAfter(to, account.today) };
    account.isMoved = true;
  }
  return summaryOf(own, continuity);
}

/** The accounts stay locked until the statements are chained. */
async function openAccounts(
  tx: Transaction,
  ctx: CommandContext,
  statementId: string,
): Promise<ReadonlyMap<string, OpenAccount>> {
  const { accounts } = await callIn(tx, statementCommands.lockAccountsOfFile, [
    ctx,
    { statementId },
  ]);
  return new Map(
    accounts.map(({ bankAccountId, closing, closingOn, today }) => {
      const last =
        closing === null || closingOn === null
          ? undefined
          : { amount: BigInt(closing), on: plainDate(closingOn) };
      return [bankAccountId, { today: plainDate(today), last, isMoved: false }];
    }),
  );
}

function plainDate(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
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
    differences: differencesOf(statement)
      .filter(({ what }) => what !== MISSING_PAGE || continuity.kind !== 'follows')
      .slice(0, DIFFERENCES_MAX),
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

/** The worst finding as one word for lists: a gap or overlap first, then differences, then unchecked footing. */
function worstOf(summaries: readonly StatementSummary[]): string {
  for (const kind of ['gap', 'overlap'] as const) {
    if (summaries.some(({ continuity }) => continuity.kind === kind)) return kind;
  }
  if (summaries.some(({ differences }) => differences.length > 0)) return 'differs';
  return summaries.every(({ footing }) => footing === 'foots') ? 'foots' : 'unchecked';
}

/** Most differences shown in the work queue; the file shows all. */
const SHOWN_MAX = 10;

type Warnings = Readonly<{
  statementId: string;
  summaries: readonly StatementSummary[];
  refused: number;
}>;

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
  const differences = summaries.flatMap((one) => one.differences);
  if (differences.length > 0) {
    const detail = { count: differences.length, first: differences.slice(0, SHOWN_MAX) };
    items.push({ ...subject, kind: 'bank-statement-differs', detail });
  }
  if (refused > 0) items.push({ ...subject, kind: 'bank-lines-refused', detail: { refused } });
  for (const item of items) {
    await tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(item)}::jsonb)::text`;
  }
}
