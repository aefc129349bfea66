import { Temporal } from 'temporal-polyfill';
import { businessDateAt } from '../../domain/calendar/business-day.js';
import type { CommandContext } from '../../domain/context.js';
import type { MatchPolicy } from '../../domain/matching/matching.js';
import { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database } from '../../prisma/database.js';
import { bookCredits } from '../statement/book-credits.js';
import { bookDebit } from '../statement/book-debits.js';
import { loadBooksToMatch, type BooksToMatch } from './load-match-facts.js';
import type { StatementInput } from '../statement/read-bank-statement.js';
import type { BookLine } from '../statement/statement-lines.js';

/** Number of lines of the file per outcome. Counted from the books, so a repeated run answers the same. */
export type MatchResult = Readonly<{
  /** Whether every line has its outcome; else the next run goes on. */
  isDone: boolean;
  outcomes: Readonly<Record<string, number>>;
  touchedInvoices: number;
}>;

export type MatchDeps = Readonly<{
  database: Database;
  clock: Clock;
  policy: MatchPolicy;
  hint: () => void;
}>;

/** Payments and other lines booked in one run: minutes of work, so that a run ends before its timeout. */
const PAYMENTS_PER_RUN = 30_000;

/** Payments inside the lines of one look; a line with more comes alone. */
const PAYMENTS_PER_LOOK = 1_000;

/** Lines matched against the same facts: enough to share one reading, few enough that the facts stay fresh. */
const LINES_PER_LOOK = 200;

/**
 * Gives the new lines of a file their outcome, in the bank's order: all of them, or as many as one run takes. Each
 * line is one transaction; after a crash a repetition goes on with the lines that are still new. Answers `undefined`
 * for a file that was given up.
 *
 * @throws Refusal `STATEMENT_NOT_FOUND`.
 */
export async function matchStatement(
  deps: MatchDeps,
  { statementId }: StatementInput,
): Promise<MatchResult | undefined> {
  const { database, clock, policy } = deps;
  const file = await database.prisma.bankStatement.findUnique({
    where: { id: statementId },
    select: { state: true },
  });
  if (file === null) {
    throw new Refusal({ code: 'STATEMENT_NOT_FOUND', detail: 'There is no such bank statement.' });
  }
  if (file.state === 'given-up') return undefined;
  const worlds = new Map<string, Promise<BooksToMatch>>();
  const refusals = new Map<string, number>();
  const budget = { payments: PAYMENTS_PER_RUN };
  while (file.state === 'read' && budget.payments > 0) {
    const lines = await nextLines(database, statementId);
    const [first] = lines;
    if (first === undefined) break;
    const ctx = contextOf(clock, statementId);
    const owner = await ownerOf(database, first.bank_account_id);
    const bookedOn = businessDateAt(Temporal.Instant.from(ctx.at), owner.timeZone);
    if (isCredit(first)) {
      const books = worlds.get(owner.id) ?? loadBooksToMatch(database, owner.id);
      worlds.set(owner.id, books);
      const run = { database, ctx, policy, bookedOn, refusals, budget };
      await bookCredits(lines, { ...run, books: await books });
    } else {
      budget.payments -= 1;
      await bookDebit(first, { database, ctx, bookedOn });
    }
    deps.hint();
  }
  await database.call(statementCommands.concludeStatement, contextOf(clock, statementId), {
    statementId,
  });
  return summarise(database, statementId);
}

/** A new context for each batch, so that a file that takes past midnight is booked on the right days. */
function contextOf(clock: Clock, statementId: string): CommandContext {
  return systemContext({ clock, name: 'cash-application', origin: `statement:${statementId}` });
}

/**
 * The next lines of one account: consecutive credits together, any other line alone, so that the order of time is kept.
 */
async function nextLines({ prisma }: Database, statementId: string): Promise<BookLine[]> {
  const lines = await prisma.$queryRaw<BookLine[]>`
    WITH waiting AS (
      SELECT id, booking_date, position, coalesce(jsonb_array_length(details), 1) AS payments
      FROM bank_statement_line WHERE statement_id = ${statementId}::uuid AND outcome = 'new'
      ORDER BY booking_date, position LIMIT ${LINES_PER_LOOK}
    ), counted AS (
      SELECT id, payments, sum(payments) OVER (ORDER BY booking_date, position) AS so_far FROM waiting
    )
    SELECT id, bank_account_id, position, booking_date::text AS booking_date, value_date::text AS value_date,
      amount::text AS amount, currency, bank_reference, end_to_end_reference, creditor_reference, other_references, payer_name,
      payer_account, remittance_text, transaction_code, reversal, details, outcome_detail->'progress' AS progress
    FROM bank_statement_line JOIN counted USING (id)
    WHERE so_far <= ${PAYMENTS_PER_LOOK} OR so_far = payments
    ORDER BY booking_date, position`;
  const [first] = lines;
  if (first === undefined || !isCredit(first)) return lines.slice(0, 1);
  const end = lines.findIndex(
    (line) => !isCredit(line) || line.bank_account_id !== first.bank_account_id,
  );
  return end === -1 ? lines : lines.slice(0, end);
}

function isCredit({ amount, reversal }: BookLine): boolean {
  return BigInt(amount) > 0n && !reversal;
}

async function ownerOf(
  { prisma }: Database,
  bankAccountId: string,
): Promise<{ id: string; timeZone: string }> {
  const { legalEntity } = await prisma.bankAccount.findUniqueOrThrow({
    where: { id: bankAccountId },
    select: { legalEntity: { select: { id: true, timeZone: true } } },
  });
  return legalEntity;
}

async function summarise(
  { prisma }: Database,
  statementId: string,
): Promise<MatchResult | undefined> {
  const groups = await prisma.bankStatementLine.groupBy({
    by: ['outcome'],
    where: { statementId },
    _count: true,
    orderBy: { outcome: 'asc' },
  });
  const [touched] = await prisma.$queryRaw<{ invoices: number }[]>`
    SELECT count(DISTINCT o.invoice_id)::int AS invoices FROM bank_statement_line l
      JOIN payment p ON p.bank_statement_line_id = l.id JOIN allocation a ON a.payment_id = p.id
      JOIN open_item o ON o.id = a.open_item_id WHERE l.statement_id = ${statementId}::uuid`;
  return {
    isDone: groups.every(({ outcome }) => outcome !== 'new'),
    outcomes: Object.fromEntries(groups.map(({ outcome, _count }) => [outcome, _count])),
    touchedInvoices: touched?.invoices ?? 0,
  };
}
