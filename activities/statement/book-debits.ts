import { Temporal } from 'temporal-polyfill';
import { notAfter } from '../../domain/calendar/business-day.js';
import type { CommandContext } from '../../domain/context.js';
import {
  findReversedPayment,
  type ReversibleLine,
  type SharedSigns,
} from '../../domain/matching/find-reversed.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import { Prisma, type Database } from '../../prisma/database.js';
import { identifyingReference } from '../../domain/statement/identifying-reference.js';
import { fromBookLine, type BookLine } from './statement-lines.js';

export type DebitRun = Readonly<{
  database: Database;
  ctx: CommandContext;
  /** Today in the legal entity; a later date of the bank is not trusted. */
  bookedOn: Temporal.PlainDate;
}>;

/** Payments read of one account; an account of many payers is recognised with far fewer. */
const PAYMENTS_LOOKED_AT_MAX = 1_000;

/** Most candidates of one amount: banks take back recent payments. */
const CANDIDATES_MAX = 1_000;

/**
 * Books one line that is no payment of a customer. A reversal by the bank undoes the earlier payment when it is clear
 * which one; everything else opens a work item whose kind says why.
 */
export async function bookDebit(row: BookLine, run: DebitRun): Promise<void> {
  const amount = BigInt(row.amount);
  if (!row.reversal || amount > 0n) {
    return setAside(row, run, {
      outcome: 'not-a-customer-payment',
      detail: { kind: amount > 0n ? 'debit-returned' : 'debit' },
    });
  }
  const finding = findReversedPayment(
    reversalOf(row, run),
    await loadCandidates(row, run),
    await loadSharedSigns(row, run),
  );
  if (finding.kind !== 'found') {
    return setAside(row, run, { outcome: 'reversal-unclear', detail: finding });
  }
  const { paymentId } = finding;
  try {
    await run.database.call(statementCommands.bookReversalLine, run.ctx, {
      lineId: row.id,
      paymentId,
      outcomeDetail: finding,
      reversedOn: run.bookedOn.toString(),
    });
  } catch (error) {
    // The payment was reversed meanwhile, or cannot be reversed.
    if (!(error instanceof Refusal)) throw error;
    await setAside(row, run, {
      outcome: 'reversal-unclear',
      detail: { ...finding, refused: error.code },
    });
  }
}

async function setAside(
  row: BookLine,
  { database, ctx }: DebitRun,
  {
    outcome,
    detail,
  }: Readonly<{
    outcome: InputOf<typeof statementCommands.setLineAside>['outcome'];
    detail: Readonly<Record<string, unknown>>;
  }>,
): Promise<void> {
  await database.call(statementCommands.setLineAside, ctx, {
    lineId: row.id,
    outcome,
    outcomeDetail: detail,
    workItem: 'bank-line-to-book',
  });
}

function reversalOf(row: BookLine, { bookedOn }: DebitRun): Omit<ReversibleLine, 'paymentId'> {
  const line = fromBookLine(row);
  const references = [
    line.bankReference,
    line.endToEndReference,
    line.creditorReference,
    ...line.otherReferences,
  ];
  return {
    on: notAfter(line.bookingDate, bookedOn),
    amount: { amount: -line.amount, currency: parseCurrency(line.currency) },
    references: references.filter((one) => one !== undefined),
    payerName: line.payerName,
    payerAccount: line.payerAccount,
    text: line.text,
  };
}

type CandidateRow = Readonly<{
  id: string;
  received_on: string;
  amount: bigint;
  currency: string;
  references: readonly (string | null)[];
  payer_name: string | null;
  payer_account: string | null;
  remittance_text: string;
}>;

/** A payment came in on the bank's day, or on the booking day when the bank's day was in the future. */
async function loadCandidates(
  row: BookLine,
  { database, bookedOn }: DebitRun,
): Promise<ReversibleLine[]> {
  const until = notAfter(Temporal.PlainDate.from(row.booking_date), bookedOn).toString();
  const rows = await database.prisma.$queryRaw<CandidateRow[]>`
    SELECT p.id, d.received_on::text AS received_on, p.amount, p.currency, p.payer_name, p.payer_account, p.remittance_text,
      ARRAY[l.bank_reference, l.end_to_end_reference, l.creditor_reference, inside.of->>'endToEndReference',
        inside.of->>'creditorReference'] || l.other_references
        || ARRAY(SELECT jsonb_array_elements_text(coalesce(inside.of->'otherReferences', '[]'))) AS references
    FROM payment p JOIN bank_statement_line l ON l.id = p.bank_statement_line_id
      JOIN legal_entity e ON e.id = p.legal_entity_id
      CROSS JOIN LATERAL (SELECT l.details->(nullif(split_part(p.external_id, ':', 2), '')::int - 1) AS of) inside
      CROSS JOIN LATERAL (SELECT least(l.booking_date, (p.received_at AT TIME ZONE e.time_zone)::date) AS received_on) d
    WHERE l.bank_account_id = ${row.bank_account_id}::uuid AND p.amount = ${-BigInt(row.amount)} AND p.currency = ${row.currency}
      AND p.state <> 'reversed' AND d.received_on <= ${until}::date
    ORDER BY d.received_on DESC, p.id DESC LIMIT ${CANDIDATES_MAX}`;
  return rows.map((one) => ({
    paymentId: one.id,
    on: Temporal.PlainDate.from(one.received_on),
    amount: { amount: one.amount, currency: parseCurrency(one.currency) },
    references: one.references.filter((reference) => reference !== null),
    payerName: one.payer_name ?? undefined,
    payerAccount: one.payer_account ?? undefined,
    text: one.remittance_text,
  }));
}

type SharedRow = Readonly<{ reference: string }>;

/**
 * References and account of the return that several incoming bookings share: constants of the bank, or reused numbers.
 * They identify no payment.
 */
async function loadSharedSigns(row: BookLine, { database }: DebitRun): Promise<SharedSigns> {
  const { bank_account_id: account, bank_reference: bank, end_to_end_reference: sent } = row;
  const told = Prisma.sql`amount > 0 AND NOT reversal
    AND outcome NOT IN ('stored', 'duplicate', 'repeat-unclear', 'pending', 'information')`;
  const shared = await database.prisma.$queryRaw<SharedRow[]>`
    SELECT bank_reference AS reference FROM bank_statement_line
      WHERE bank_account_id = ${account}::uuid AND bank_reference = ${bank} AND ${told}
      GROUP BY bank_reference HAVING count(*) > 1
    UNION ALL SELECT end_to_end_reference FROM bank_statement_line
      WHERE bank_account_id = ${account}::uuid AND end_to_end_reference = ${sent} AND ${told}
      GROUP BY end_to_end_reference HAVING count(*) > 1`;
  const [payers] = await database.prisma.$queryRaw<[{ names: number }]>`
    SELECT count(DISTINCT payer_name)::int AS names FROM (SELECT payer_name FROM bank_statement_line
      WHERE bank_account_id = ${account}::uuid AND payer_account = ${row.payer_account} AND ${told} LIMIT ${PAYMENTS_LOOKED_AT_MAX}) one`;
  return {
    references: new Set(shared.flatMap(({ reference }) => identifyingReference(reference) ?? [])),
    isAccountShared: payers.names > 1,
  };
}
