import type { Temporal } from 'temporal-polyfill';
import { notAfter } from '../../domain/calendar/business-day.js';
import type { CommandContext } from '../../domain/context.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { buildMatchContext } from '../../domain/matching/match-context.js';
import { matchPayments } from '../../domain/matching/match-run.js';
import type { MatchDecision, MatchPolicy, Payment } from '../../domain/matching/matching.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import { paymentPartsOf, type PaymentPart } from '../../domain/statement/payment-parts.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database } from '../../prisma/database.js';
import { asSuggestion, findingOf, type Finding } from '../matching/findings.js';
import { loadMatchFacts, type BooksToMatch } from '../matching/load-match-facts.js';
import { fromBookLine, type BookLine } from './statement-lines.js';

export type CreditRun = Readonly<{
  database: Database;
  ctx: CommandContext;
  books: BooksToMatch;
  policy: MatchPolicy;
  /** Today in the legal entity; a later date of the bank is not trusted. */
  bookedOn: Temporal.PlainDate;
  /**
   * How often the books changed while a line was booked; after too many changes it is offered to a
   * person.
   */
  refusals: Map<string, number>;
}>;

/** After so many changes somebody else is working on the same items. */
const REFUSALS_MAX = 3;

type LinePayment = Readonly<{
  line: BookLine;
  part: PaymentPart;
  externalId: string;
  payment: Payment;
}>;

/**
 * Books credit lines, each in one transaction: its payments and the matcher's findings. A line whose items were settled
 * meanwhile stays new and is matched again by the next call.
 */
export async function bookCredits(lines: readonly BookLine[], run: CreditRun): Promise<void> {
  const payments = lines.flatMap((line) => paymentsOf(line, run));
  const facts = await loadMatchFacts(
    run.database,
    run.books,
    payments.map(({ payment }) => payment),
  );
  const decisions = matchPayments(
    payments.map(({ payment }) => payment),
    buildMatchContext(facts),
    run.policy,
  );
  const openItems = new Map(facts.openItems.map((item) => [item.id, item]));
  const externalIds = new Map(payments.map(({ payment, externalId }) => [payment.id, externalId]));
  for (const line of lines) {
    const books = { openItems, rivalIdOf: await rivalLookup(run.database, decisions, externalIds) };
    const found = payments
      .filter((one) => one.line.id === line.id)
      .map((one) => ({ ...one, finding: findingOf(decisionFor(one, decisions, run), books) }));
    await bookLine(line, found, run);
  }
}

function decisionFor(
  { line, payment }: LinePayment,
  decisions: ReadonlyMap<string, MatchDecision>,
  { refusals }: CreditRun,
): MatchDecision {
  const decision = decisions.get(payment.id) ?? { kind: 'none', reasons: ['not-money-in'] };
  return (refusals.get(line.id) ?? 0) >= REFUSALS_MAX ? asSuggestion(decision) : decision;
}

/** Ids sort in the order of the file, so that of two equal payments the first is booked. */
function paymentsOf(row: BookLine, { bookedOn }: CreditRun): LinePayment[] {
  const line = fromBookLine(row);
  const parts = paymentPartsOf(line);
  return parts.map((part) => ({
    line: row,
    part,
    externalId: parts.length === 1 ? row.id : `${row.id}:${part.part}`,
    payment: {
      id: `${String(row.position).padStart(9, '0')}/${String(part.part).padStart(6, '0')}`,
      receivedOn: notAfter(line.bookingDate, bookedOn),
      amount: { amount: part.amount, currency: parseCurrency(line.currency) },
      payerName: part.payerName,
      payerAccount: part.payerAccount,
      virtualAccount: undefined,
      references: [part.creditorReference, part.endToEndReference].filter(
        (one) => one !== undefined,
      ),
      text: part.text,
    },
  }));
}

type FoundPayment = LinePayment & Readonly<{ finding: Finding }>;

async function bookLine(
  line: BookLine,
  found: readonly FoundPayment[],
  { database, ctx, bookedOn, refusals }: CreditRun,
): Promise<void> {
  try {
    await database.call(statementCommands.bookBankLine, ctx, {
      lineId: line.id,
      bookedOn: bookedOn.toString(),
      outcome: outcomeOf(found.map(({ finding }) => finding.kind)),
      outcomeDetail: { findings: found.map(({ finding }) => shortly(finding)) },
      accounts: {
        unappliedCash: accountCode('unappliedCash'),
        receivables: accountCode('receivables'),
        agencyClearing: accountCode('agencyClearing'),
      },
      payments: found.map(({ part, externalId, finding }) => ({
        externalId,
        amount: part.amount.toString(),
        payerName: part.payerName,
        payerAccount: part.payerAccount,
        remittanceText: part.text,
        finding,
      })),
    });
  } catch (error) {
    // The item was settled by somebody else between matching and booking: match again.
    if (!(error instanceof Refusal) || !CHANGED_MEANWHILE.includes(error.code)) throw error;
    refusals.set(line.id, (refusals.get(line.id) ?? 0) + 1);
  }
}

type LineInput = InputOf<typeof statementCommands.bookBankLine>;

const CHANGED_MEANWHILE: readonly string[] = ['ALLOCATION_EXCEEDS_OPEN', 'OPEN_ITEM_NOT_FOUND'];

function outcomeOf(kinds: readonly Finding['kind'][]): LineInput['outcome'] {
  if (kinds.includes('hold')) return 'held';
  if (kinds.includes('suggest')) return 'suggested';
  return kinds.includes('none') ? 'unmatched' : 'booked';
}

/** The evidence that is stored with the line; suggestions are stored with the payment. */
function shortly(finding: Finding): Readonly<Record<string, unknown>> {
  if (finding.kind === 'book') return { kind: 'book', ...finding.evidence };
  return { kind: finding.kind, ...finding.reasons };
}

/** Maps a rival payment of this file to its id in the books. */
async function rivalLookup(
  { prisma }: Database,
  decisions: ReadonlyMap<string, MatchDecision>,
  externalIds: ReadonlyMap<string, string>,
): Promise<(paymentId: string) => string> {
  const rivals = [...decisions.values()].flatMap((decision) =>
    decision.kind === 'hold' ? (externalIds.get(decision.rivalPaymentId) ?? []) : [],
  );
  if (rivals.length === 0) return (paymentId) => paymentId;
  const rows = await prisma.payment.findMany({
    where: { source: 'bank', externalId: { in: rivals } },
    select: { id: true, externalId: true },
  });
  const known = new Map(rows.map(({ id, externalId }) => [externalId, id]));
  return (paymentId) => known.get(externalIds.get(paymentId) ?? '') ?? paymentId;
}
