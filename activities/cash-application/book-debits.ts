import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { findReversedPayment, type ReversibleLine } from '../../domain/matching/find-reversed.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database } from '../../prisma/database.js';
import { fromBookLine, type BookLine } from './statement-lines.js';

export type DebitRun = Readonly<{ database: Database; ctx: CommandContext; bookedOn: string }>;

/** More payments of one amount than this: the latest ones are what a bank takes back. */
const CANDIDATES_MAX = 1_000;

/**
 * Books one line that is no payment of a customer. The bank's reversal of an earlier payment undoes it when
 * it is clear which one; everything else waits for a person under a name that says why.
 */
export async function bookDebit(row: BookLine, run: DebitRun): Promise<void> {
  const amount = BigInt(row.amount);
  if (!row.reversal || amount > 0n) {
    return setAside(row, run, {
      outcome: 'not-a-customer-payment',
      detail: { kind: amount > 0n ? 'debit-returned' : 'debit' },
    });
  }
  const finding = findReversedPayment(reversalOf(row), await loadCandidates(run.database, row));
  if (finding.kind !== 'found') {
    return setAside(row, run, { outcome: 'reversal-unclear', detail: finding });
  }
  const { paymentId } = finding;
  try {
    await run.database.call('book_reversal_line', run.ctx, {
      lineId: row.id,
      paymentId,
      outcomeDetail: finding,
      reversedOn: run.bookedOn,
    });
  } catch (error) {
    // Taken back by somebody else meanwhile, or not ours to take back.
    if (!(error instanceof Refusal)) throw error;
    await setAside(row, run, {
      outcome: 'reversal-unclear',
      detail: { ...finding, refused: error.code },
    });
  }
}

function setAside(
  row: BookLine,
  { database, ctx }: DebitRun,
  { outcome, detail }: Readonly<{ outcome: string; detail: object }>,
): Promise<void> {
  const input = { lineId: row.id, outcome, outcomeDetail: detail, workItem: 'bank-line-to-book' };
  return database.call('set_line_aside', ctx, input);
}

function reversalOf(row: BookLine): Omit<ReversibleLine, 'paymentId'> {
  const line = fromBookLine(row);
  const references = [line.bankReference, line.endToEndReference, line.creditorReference];
  return {
    on: line.bookingDate,
    amount: { amount: -line.amount, currency: parseCurrency(line.currency) },
    references: references.filter((one) => one !== undefined),
    payerAccount: line.payerAccount,
    text: line.text,
  };
}

type CandidateRow = Readonly<{
  id: string;
  booking_date: string;
  amount: bigint;
  currency: string;
  references: readonly (string | null)[];
  payer_account: string | null;
  remittance_text: string;
}>;

async function loadCandidates({ prisma }: Database, row: BookLine): Promise<ReversibleLine[]> {
  const rows = await prisma.$queryRaw<CandidateRow[]>`
    SELECT p.id, l.booking_date::text AS booking_date, p.amount, p.currency, p.payer_account, p.remittance_text,
      ARRAY[l.bank_reference, l.end_to_end_reference, l.creditor_reference] AS references
    FROM payment p JOIN bank_statement_line l ON l.id = p.bank_statement_line_id
    WHERE l.bank_account_id = ${row.bank_account_id}::uuid AND p.amount = ${-BigInt(row.amount)} AND p.currency = ${row.currency}
      AND p.state <> 'reversed' AND l.booking_date <= ${row.booking_date}::date
    ORDER BY l.booking_date DESC, p.id DESC LIMIT ${CANDIDATES_MAX}`;
  return rows.map((one) => ({
    paymentId: one.id,
    on: Temporal.PlainDate.from(one.booking_date),
    amount: { amount: one.amount, currency: parseCurrency(one.currency) },
    references: one.references.filter((reference) => reference !== null),
    payerAccount: one.payer_account ?? undefined,
    text: one.remittance_text,
  }));
}
