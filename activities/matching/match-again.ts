import { Temporal } from 'temporal-polyfill';
import { businessDateAt } from '../../domain/calendar/business-day.js';
import type { CommandContext } from '../../domain/context.js';
import { groupBy } from '../../domain/group-by.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import type { Doubt, MatchDecision } from '../../domain/matching/matching.js';
import type { PaymentAsTold } from '../../domain/matching/virtual-account.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import { systemContext } from '../../platform/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import type { Database } from '../../prisma/database.js';
import { CHANGED_MEANWHILE, REFUSALS_MAX } from '../statement/book-credits.js';
import { asSuggestion, findingOf } from './findings.js';
import { loadBooksToMatch } from './load-match-facts.js';
import { lookAtBooks } from './look-at-books.js';
import type { MatchDeps } from './match-statement.js';

/** Requests turned into payments in one transaction. */
const REQUESTS_PER_CALL = 1_000;

/** Payments matched against the same facts, as many as of a bank file. */
const PAYMENTS_PER_LOOK = 200;

/** Payments matched in one run: minutes of work; what is left over is for the next run. */
const PAYMENTS_PER_RUN = 10_000;

/** A payment that was taken so often without an end is not tried any more. */
const ATTEMPTS_MAX = 20;

/** How many payments ended how. */
export type MatchedAgain = Readonly<Record<string, number>>;

/**
 * Looks again at unapplied money that changed or new invoices may concern. A certain match is booked as that of a
 * fresh bank line would be; everything else is what a person is offered from now on. Ends when nothing waits, or after
 * as many payments as one run takes.
 */
export async function matchAgain(deps: MatchDeps): Promise<MatchedAgain> {
  const ends: Record<string, number> = {};
  const run = { ...deps, refusals: new Map<string, number>() };
  for (let looked = 0; looked < PAYMENTS_PER_RUN; looked += PAYMENTS_PER_LOOK) {
    const ctx = systemContext({
      clock: deps.clock,
      name: 'cash-application',
      origin: 'match-again',
    });
    await listAll(deps, ctx);
    const { paymentIds } = await deps.database.call(paymentCommands.takePaymentsToMatch, ctx, {
      payments: PAYMENTS_PER_LOOK,
      attempts: ATTEMPTS_MAX,
    });
    if (paymentIds.length === 0) break;
    const rows = await loadPayments(deps.database, paymentIds);
    for (const [entity, some] of groupBy(rows, ({ legal_entity_id }) => legal_entity_id)) {
      for (const kind of await matchSome(run, ctx, { entity, rows: some })) {
        ends[kind] = (ends[kind] ?? 0) + 1;
      }
    }
    deps.hint();
  }
  return ends;
}

async function listAll({ database }: MatchDeps, ctx: CommandContext): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const { taken } = await database.call(paymentCommands.listPaymentsToMatch, ctx, {
      requests: REQUESTS_PER_CALL,
    });
    if (taken < REQUESTS_PER_CALL) return;
  }
}

/** After so many requests the payments listed so far come first. */
const ROUNDS_MAX = 10;

type PaymentRow = Readonly<{
  id: string;
  legal_entity_id: string;
  time_zone: string;
  amount: bigint;
  unapplied_amount: bigint;
  currency: string;
  received_on: string;
  customer_id: string | null;
  payer_name: string | null;
  payer_account: string | null;
  remittance_text: string;
  given_references: readonly string[];
  other_references: readonly string[];
  was_undone: boolean;
}>;

function loadPayments({ prisma }: Database, ids: readonly string[]): Promise<PaymentRow[]> {
  return prisma.$queryRaw<PaymentRow[]>`
    SELECT p.id, p.legal_entity_id, e.time_zone, p.amount, p.unapplied_amount, p.currency, p.customer_id, p.payer_name, p.payer_account,
      p.remittance_text, p.given_references,
      CASE WHEN inside.of IS NULL THEN coalesce(l.other_references, '{}')
        ELSE ARRAY(SELECT jsonb_array_elements_text(coalesce(inside.of->'otherReferences', '[]'))) END AS other_references,
      least(coalesce(l.booking_date, p.value_date), (p.received_at AT TIME ZONE e.time_zone)::date)::text AS received_on,
      EXISTS (SELECT 1 FROM allocation a WHERE a.payment_id = p.id AND a.reversed_at IS NOT NULL) AS was_undone
    FROM payment p JOIN legal_entity e ON e.id = p.legal_entity_id
      LEFT JOIN bank_statement_line l ON l.id = p.bank_statement_line_id
      LEFT JOIN LATERAL (SELECT l.details->(nullif(split_part(p.external_id, ':', 2), '')::int - 1) AS of) inside
        ON l.id IS NOT NULL
    WHERE p.id = ANY (${ids}::uuid[]) ORDER BY p.id`;
}

type Run = MatchDeps &
  Readonly<{
    /** How often the books changed while a payment was booked; after too many changes a person decides. */
    refusals: Map<string, number>;
  }>;

type Some = Readonly<{ entity: string; rows: readonly PaymentRow[] }>;
type Input = InputOf<typeof paymentCommands.matchPaymentsAgain>;
type Found = Input['payments'][number];

async function matchSome(
  run: Run,
  ctx: CommandContext,
  { entity, rows }: Some,
): Promise<readonly string[]> {
  const { database, policy } = run;
  const books = await loadBooksToMatch(database, entity);
  const open = rows.filter(({ unapplied_amount: left }) => left > 0n);
  const payments = new Map(open.map((row) => [row.id, paymentOf(row)]));
  const seen = await lookAtBooks({ database, books, policy }, [...payments.values()]);
  const found = rows.map((row): Found => {
    const payment = payments.get(row.id);
    const decision = payment === undefined ? undefined : seen.decisions.get(row.id);
    const named = payment === undefined ? NOTHING_NAMED : seen.candidatesOf(payment);
    return {
      paymentId: row.id,
      unapplied: row.unapplied_amount.toString(),
      finding: findingOf(asFresh(row, decision ?? NOT_MONEY, run), named, {
        openItems: seen.openItems,
        rivalIdOf: (id) => id,
      }),
    };
  });
  const [first] = rows;
  if (first === undefined) return [];
  const bookedOn = businessDateAt(Temporal.Instant.from(ctx.at), first.time_zone).toString();
  return store(run, ctx, { bookedOn, found });
}

const NOTHING_NAMED = { customers: [], numbers: [] };
const NOT_MONEY: MatchDecision = { kind: 'none', reasons: ['not-money-in'] };

/**
 * Only what would be booked of a fresh line is booked: not a payment that is used in part, and never one that a person
 * has taken away from an invoice before.
 */
function asFresh(row: PaymentRow, decision: MatchDecision, { refusals }: Run): MatchDecision {
  const doubts: Doubt[] = [];
  if (row.was_undone) doubts.push('undone-before');
  if (row.unapplied_amount < row.amount) doubts.push('partly-used');
  return doubts.length > 0 || (refusals.get(row.id) ?? 0) >= REFUSALS_MAX
    ? asSuggestion(decision, doubts)
    : decision;
}

function paymentOf(row: PaymentRow): PaymentAsTold {
  return {
    id: row.id,
    receivedOn: Temporal.PlainDate.from(row.received_on),
    amount: { amount: row.unapplied_amount, currency: parseCurrency(row.currency) },
    customerId: row.customer_id ?? undefined,
    payerName: row.payer_name ?? undefined,
    payerAccount: row.payer_account ?? undefined,
    otherReferences: row.other_references,
    references: row.given_references,
    text: row.remittance_text,
  };
}

type ToStore = Readonly<{ bookedOn: string; found: readonly Found[] }>;

/** Bookings one by one, because one of them may be refused; everything else in one transaction. */
async function store(
  run: Run,
  ctx: CommandContext,
  { bookedOn, found }: ToStore,
): Promise<readonly string[]> {
  const bookings = found.filter(({ finding }) => finding.kind === 'book');
  const others = found.filter(({ finding }) => finding.kind !== 'book');
  const kinds: string[] = [];
  for (const payments of [...bookings.map((one) => [one]), others]) {
    if (payments.length > 0) kinds.push(...(await storeAtOnce(run, ctx, { bookedOn, payments })));
  }
  return kinds;
}

async function storeAtOnce(
  { database, refusals }: Run,
  ctx: CommandContext,
  input: Pick<Input, 'bookedOn' | 'payments'>,
): Promise<readonly string[]> {
  try {
    const { payments } = await database.call(paymentCommands.matchPaymentsAgain, ctx, {
      ...input,
      accounts: {
        unappliedCash: accountCode('unappliedCash'),
        receivables: accountCode('receivables'),
      },
    });
    return payments.map(({ kind }) => kind);
  } catch (error) {
    // Somebody else was faster: the payment stays on the list.
    if (!(error instanceof Refusal) || !CHANGED_MEANWHILE.includes(error.code)) throw error;
    for (const { paymentId: id } of input.payments) refusals.set(id, (refusals.get(id) ?? 0) + 1);
    return ['changed'];
  }
}
