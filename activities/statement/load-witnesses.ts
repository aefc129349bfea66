import { WITNESS_DAYS } from '../../domain/statement/compare-witnesses.js';
import { identifyingReference } from '../../domain/statement/identifying-reference.js';
import type { StatementPart } from '../../domain/statement/statement-chain.js';
import { Prisma, type Transaction } from '../../prisma/database.js';
import type { BookLine } from './statement-lines.js';

/** A line with its statement. */
export type StoredRow = BookLine & Readonly<{ statement_id: string; part: number }>;

export type WitnessRow = StoredRow &
  Readonly<{
    booking_id: string;
    /** It tells a part of the booking, or the booking tells a part of it. */
    is_of_batch?: boolean;
  }>;

/** Known lines loaded beside one turn. Equal ones come first, so that none is missed on a day with many of one amount. */
const WITNESSES_MAX = 20_000;

/**
 * Loads earlier lines that these lines may repeat: lines of the same day and amount, and lines with a shared reference
 * some days around. For lines of one statement it leaves out lines of this statement and bookings that it was found to
 * repeat, so that a statement of a hundred thousand equal lines comes to an end.
 */
export function loadWitnesses(
  tx: Transaction,
  statementId: string,
  rows: readonly StoredRow[],
): Promise<WitnessRow[]> {
  const ids = rows.map(({ id }) => id);
  const parts = new Set(rows.map(({ part }) => part));
  const [onlyPart = 0] = parts.size === 1 ? parts : [];
  return tx.$queryRaw<WitnessRow[]>`
    WITH mine AS MATERIALIZED (
      SELECT bank_account_id, amount, booking_date, bank_reference, end_to_end_reference, fingerprint
      FROM bank_statement_line WHERE id = ANY (${ids}::uuid[])
    ), told AS (
      SELECT l.id FROM (SELECT DISTINCT bank_account_id, amount, booking_date FROM mine) m JOIN bank_statement_line l
        ON l.bank_account_id = m.bank_account_id AND l.amount = m.amount AND l.booking_date = m.booking_date
        WHERE ${isTold()}
      UNION SELECT l.id FROM (SELECT DISTINCT bank_account_id, amount, booking_date, bank_reference FROM mine) m
        JOIN bank_statement_line l
        ON l.bank_account_id = m.bank_account_id AND l.bank_reference = m.bank_reference AND ${around()} WHERE ${isTold()}
      UNION SELECT l.id FROM (SELECT DISTINCT bank_account_id, amount, booking_date, end_to_end_reference FROM mine) m
        JOIN bank_statement_line l
        ON l.bank_account_id = m.bank_account_id AND l.end_to_end_reference = m.end_to_end_reference AND ${around()}
        WHERE ${isTold()}
    )
    SELECT l.id, l.statement_id, l.part, l.bank_account_id, l.position,
      l.booking_date::text AS booking_date, l.value_date::text AS value_date, l.amount::text AS amount, l.currency,
      l.bank_reference, l.end_to_end_reference, l.creditor_reference, l.other_references, l.payer_name, l.payer_account,
      l.remittance_text, l.transaction_code, l.reversal, l.details, b.id AS booking_id,
      ${isOfBatch()} AS is_of_batch
    FROM told t JOIN bank_statement_line l ON l.id = t.id
      JOIN bank_statement_line b ON b.id = CASE WHEN l.outcome = 'duplicate' THEN l.repeats_line_id ELSE l.id END
    WHERE NOT (b.statement_id = ${statementId}::uuid AND b.part = ${onlyPart})
      AND (${isOfBatch()} OR NOT EXISTS (SELECT 1 FROM bank_statement_line c WHERE c.repeats_line_id = b.id AND c.outcome = 'duplicate'
        AND c.statement_id = ${statementId}::uuid AND c.part = ${onlyPart}))
    ORDER BY l.fingerprint IN (SELECT fingerprint FROM mine) DESC, l.statement_id, l.position LIMIT ${WITNESSES_MAX}`;
}

function isOfBatch(): Prisma.Sql {
  return Prisma.sql`(l.outcome = 'duplicate' AND coalesce(l.outcome_detail->>'by', '') LIKE 'batch-%')`;
}

function isTold(): Prisma.Sql {
  return Prisma.sql`l.outcome NOT IN ('stored', 'repeat-unclear', 'pending', 'information')`;
}

function around(): Prisma.Sql {
  return Prisma.sql`l.amount = m.amount
    AND l.booking_date BETWEEN m.booking_date - ${WITNESS_DAYS}::int AND m.booking_date + ${WITNESS_DAYS}::int`;
}

type PartRow = Readonly<{
  id: string;
  fileId: string;
  format: string;
  number: string | null;
  from: string | null;
  to: string | null;
  opening: bigint | null;
  closing: bigint | null;
}>;

/** Loads the statements of these lines, and all statements of their accounts around those days, which chain them. */
export async function loadParts(
  tx: Transaction,
  rows: readonly StoredRow[],
  witnesses: readonly WitnessRow[],
): Promise<ReadonlyMap<string, StatementPart>> {
  const all = [...rows, ...witnesses];
  const ids = [...new Set(all.map((row) => `${row.statement_id}/${row.part}`))];
  const accounts = [...new Set(rows.map((row) => row.bank_account_id))];
  const days = rows.map(({ booking_date }) => booking_date).toSorted();
  const parts = await tx.$queryRaw<PartRow[]>`
    SELECT statement_id || '/' || part AS id, statement_id AS "fileId", format, number, from_on::text AS "from",
      to_on::text AS "to", opening_amount AS opening, closing_amount AS closing
    FROM bank_statement_part
    WHERE bank_account_id = ANY (${accounts}::uuid[]) AND (
      coalesce(to_on, 'infinity') >= ${days[0]}::date AND coalesce(from_on, '-infinity') <= ${days.at(-1)}::date
      OR statement_id || '/' || part = ANY (${ids}))`;
  return new Map(
    parts.map(({ number, from, to, opening, closing, ...part }) => [
      part.id,
      {
        ...part,
        number: number ?? undefined,
        from: from ?? undefined,
        to: to ?? undefined,
        opening: opening ?? undefined,
        closing: closing ?? undefined,
      },
    ]),
  );
}

type SharedRow = Readonly<{ kind: string; reference: string }>;

/**
 * Loads the references of these lines that payments of other days, amounts or payers share: constants and reused ones.
 */
export async function loadShared(
  tx: Transaction,
  rows: readonly StoredRow[],
): Promise<ReadonlySet<string>> {
  const shared = await tx.$queryRaw<SharedRow[]>`
    SELECT * FROM (${sharedOf('bank', Prisma.sql`bank_reference`, rows)}) bank
    UNION ALL SELECT * FROM (${sharedOf('end-to-end', Prisma.sql`end_to_end_reference`, rows)}) sent`;
  const inBooks = shared.flatMap(({ kind, reference }) => {
    const key = identifyingReference(reference);
    return key === undefined ? [] : [`${kind} ${key}`];
  });
  return new Set([...inBooks, ...sharedInFile(rows)]);
}

/**
 * Other references (of the message, the transaction, the cheque) that different bookings of one statement have. The books
 * have no index on them, but what is constant is so within its file already.
 */
function sharedInFile(rows: readonly StoredRow[]): readonly string[] {
  const bookings = new Map<string, string>();
  const shared = new Set<string>();
  for (const row of rows) {
    const payer = row.payer_account ?? row.payer_name ?? '';
    const booking = `${row.statement_id} ${row.part} ${row.booking_date} ${row.amount} ${payer}`;
    for (const reference of row.other_references) {
      const key = identifyingReference(reference);
      if (key === undefined) continue;
      const named = `${row.part} other ${key}`;
      const known = bookings.get(named);
      if (known === undefined) bookings.set(named, booking);
      else if (known !== booking) shared.add(`other ${key}`);
    }
  }
  return [...shared];
}

function sharedOf(kind: string, column: Prisma.Sql, rows: readonly StoredRow[]): Prisma.Sql {
  const accounts = [...new Set(rows.map((row) => row.bank_account_id))];
  const field = kind === 'bank' ? 'bank_reference' : 'end_to_end_reference';
  const references = [...new Set(rows.flatMap((row) => row[field] ?? []))];
  return Prisma.sql`SELECT ${kind} AS kind, ${column} AS reference FROM bank_statement_line
    WHERE bank_account_id = ANY (${accounts}::uuid[]) AND ${column} = ANY (${references}) AND NOT reversal
      AND outcome NOT IN ('pending', 'information')
    GROUP BY bank_account_id, ${column}, amount > 0
    HAVING count(DISTINCT coalesce(payer_account, payer_name)) > 1 OR count(DISTINCT (amount, booking_date)) > 1`;
}
