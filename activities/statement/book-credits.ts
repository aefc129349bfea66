import type { Temporal } from 'temporal-polyfill';
import { notAfter } from '../../domain/calendar/business-day.js';
import type { CommandContext } from '../../domain/context.js';
import { groupBy } from '../../domain/group-by.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import type { MatchDecision, MatchPolicy } from '../../domain/matching/matching.js';
import type { PaymentAsTold } from '../../domain/matching/virtual-account.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import { paymentPartsOf, type PaymentPart } from '../../domain/statement/payment-parts.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database } from '../../prisma/database.js';
import { asSuggestion, findingOf, type Finding } from '../matching/findings.js';
import type { BooksToMatch } from '../matching/load-match-facts.js';
import { lookAtBooks } from '../matching/look-at-books.js';
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
  /** How many payments are still booked in this run; what is left over is for the next one. */
  budget: { payments: number };
}>;

/** After so many changes somebody else is working on the same items. */
export const REFUSALS_MAX = 3;

type LinePayment = Readonly<{
  line: BookLine;
  part: PaymentPart;
  externalId: string;
  payment: PaymentAsTold;
}>;

/** Payments booked in one transaction: far below the statement timeout. */
const PAYMENTS_PER_CALL = 200;

/**
 * Books credit lines, each in one transaction: its payments and the matcher's findings. A line whose items were settled
 * meanwhile stays new and is matched again by the next call. A line with more payments than one transaction
 * takes comes alone; it is booked in parts, and continues where it stopped.
 */
export async function bookCredits(lines: readonly BookLine[], run: CreditRun): Promise<void> {
  const [line] = lines;
  const payments = lines.flatMap((one) => paymentsOf(one, run));
  if (line !== undefined && payments.length > PAYMENTS_PER_CALL && lines.length === 1) {
    return bookInParts(line, payments, run);
  }
  const findingsOf = await look(payments, run);
  const byLine = groupBy(payments, (payment) => payment.line.id);
  for (const one of lines) {
    run.budget.payments -= byLine.get(one.id)?.length ?? 1;
    await bookLine(one, { found: await findingsOf(byLine.get(one.id) ?? []) }, run);
  }
}

async function bookInParts(
  line: BookLine,
  payments: readonly LinePayment[],
  run: CreditRun,
): Promise<void> {
  let { done, kinds } = line.progress ?? { done: 0, kinds: {} };
  while (done < payments.length && run.budget.payments > 0) {
    const some = payments.slice(done, done + PAYMENTS_PER_CALL);
    const found = await (await look(some, run))(some);
    const counts = { ...kinds };
    for (const { finding } of found) counts[finding.kind] = (counts[finding.kind] ?? 0) + 1;
    const left = payments.length - done - some.length;
    const answer = await bookLine(line, { found, part: { done, left, kinds: counts } }, run);
    if (answer === 'known') return;
    if (answer === 'changed') continue;
    [done, kinds] = [done + some.length, counts];
    run.budget.payments -= some.length;
    run.refusals.delete(line.id);
  }
}

/** One look at the books for these payments; what is found of some of them is told when they are to be booked. */
async function look(
  payments: readonly LinePayment[],
  run: CreditRun,
): Promise<(some: readonly LinePayment[]) => Promise<FoundPayment[]>> {
  const plain = payments.map(({ payment }) => payment);
  const { decisions, openItems, candidatesOf } = await lookAtBooks(run, plain);
  const externalIds = new Map(payments.map(({ payment, externalId }) => [payment.id, externalId]));
  return async (some) => {
    const rivalIdOf = await rivalLookup(run.database, decisions, externalIds);
    return some.map((one) => ({
      ...one,
      finding: findingOf(decisionFor(one, decisions, run), candidatesOf(one.payment), {
        openItems,
        rivalIdOf,
      }),
    }));
  };
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
      otherReferences: part.otherReferences,
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
  { found, part }: Readonly<{ found: readonly FoundPayment[]; part?: Part }>,
  { database, ctx, bookedOn, refusals }: CreditRun,
): Promise<'booked' | 'part' | 'known' | 'changed'> {
  const kinds = part === undefined ? undefined : Object.keys(part.kinds);
  try {
    const { kind } = await database.call(statementCommands.bookBankLine, ctx, {
      lineId: line.id,
      bookedOn: bookedOn.toString(),
      outcome: outcomeOf(kinds ?? found.map(({ finding }) => finding.kind)),
      outcomeDetail:
        part === undefined
          ? { findings: found.map(({ finding }) => shortly(finding)) }
          : { kinds: part.kinds },
      ...(part === undefined ? {} : { part }),
      accounts: {
        unappliedCash: accountCode('unappliedCash'),
        receivables: accountCode('receivables'),
        agencyClearing: accountCode('agencyClearing'),
      },
      payments: found.map(({ part, externalId, payment, finding }) => ({
        externalId,
        amount: part.amount.toString(),
        payerName: part.payerName,
        payerAccount: part.payerAccount,
        remittanceText: part.text,
        references: payment.references,
        finding,
      })),
    });
    return kind;
  } catch (error) {
    // The item was settled by somebody else between matching and booking: match again.
    if (!(error instanceof Refusal) || !CHANGED_MEANWHILE.includes(error.code)) throw error;
    refusals.set(line.id, (refusals.get(line.id) ?? 0) + 1);
    return 'changed';
  }
}

type LineInput = InputOf<typeof statementCommands.bookBankLine>;

/** The books have changed between matching and booking. */
export const CHANGED_MEANWHILE: readonly string[] = [
  'ALLOCATION_EXCEEDS_OPEN',
  'OPEN_ITEM_NOT_FOUND',
];

type Part = NonNullable<LineInput['part']>;

function outcomeOf(kinds: readonly string[]): LineInput['outcome'] {
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
