import {
  recogniseLines,
  type NewLine,
  type Recognition,
  type Witness,
} from '../../domain/statement/recognise-lines.js';
import { createPartRelations } from '../../domain/statement/statement-chain.js';
import type { CommandContext } from '../../domain/context.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import { callIn, type Database, type Transaction } from '../../prisma/database.js';
import { loadParts, loadShared, loadWitnesses, type StoredRow } from './load-witnesses.js';
import { recogniseBatches } from './recognise-batches.js';
import { fromBookLine } from './statement-lines.js';

/** Lines compared in one transaction, far below every timeout. */
const LINES_PER_TURN = 10_000;

/** Payments inside the lines of one turn; a line with more comes alone. */
const PAYMENTS_PER_TURN = 20_000;

/**
 * Compares the stored lines of a file with known lines of the account, in batches, each in one transaction under the
 * lock of the account, so that two files with the same line cannot both find it new. After a crash a repetition goes on
 * with the lines that are still `stored`.
 */
export async function recogniseStatement(
  database: Database,
  ctx: CommandContext,
  statementId: string,
): Promise<void> {
  await tellBatches(database, ctx, { statementId, level: 'sure' });
  for (;;) {
    const told = await database.transaction(ctx, (tx) => recogniseTurn(tx, ctx, statementId));
    if (told === 0) break;
  }
  await tellBatches(database, ctx, { statementId, level: 'unclear' });
}

/** A sum that other lines tell payment by payment, or the other way round. */
async function tellBatches(
  database: Database,
  ctx: CommandContext,
  { statementId, level }: Readonly<{ statementId: string; level: 'sure' | 'unclear' }>,
): Promise<void> {
  await database.transaction(ctx, async (tx) => {
    await callIn(tx, statementCommands.lockAccountsOfFile, [ctx, { statementId }]);
    const known = await recogniseBatches(tx, statementId, level);
    if (known.length === 0) return;
    await callIn(tx, statementCommands.recogniseBankLines, [ctx, { statementId, new: [], known }]);
  });
}

async function recogniseTurn(
  tx: Transaction,
  ctx: CommandContext,
  statementId: string,
): Promise<number> {
  await callIn(tx, statementCommands.lockAccountsOfFile, [ctx, { statementId }]);
  const rows = wholeGroups(await nextStored(tx, statementId));
  if (rows.length === 0) return 0;
  const found = await recognise(tx, statementId, rows);
  const known = rows.flatMap(({ id }) => knownLine(id, found.get(id)));
  const knownIds = new Set(known.map(({ lineId }) => lineId));
  const answer = await callIn(tx, statementCommands.recogniseBankLines, [
    ctx,
    { statementId, new: rows.map(({ id }) => id).filter((id) => !knownIds.has(id)), known },
  ]);
  return answer.told;
}

function nextStored(tx: Transaction, statementId: string): Promise<StoredRow[]> {
  return tx.$queryRaw<StoredRow[]>`
    WITH waiting AS (
      SELECT id, part, booking_date, amount, position, coalesce(jsonb_array_length(details), 1) AS payments
      FROM bank_statement_line WHERE statement_id = ${statementId}::uuid AND outcome = 'stored'
      ORDER BY part, booking_date, amount, position LIMIT ${LINES_PER_TURN}
    ), counted AS (
      SELECT id, payments, sum(payments) OVER (ORDER BY part, booking_date, amount, position) AS so_far FROM waiting
    )
    SELECT id, statement_id, part, bank_account_id, position, booking_date::text AS booking_date, value_date::text AS value_date,
      amount::text AS amount, currency, bank_reference, end_to_end_reference, creditor_reference, other_references, payer_name,
      payer_account, remittance_text, transaction_code, reversal, details
    FROM bank_statement_line JOIN counted USING (id)
    WHERE so_far <= ${PAYMENTS_PER_TURN} OR so_far = payments
    ORDER BY part, booking_date, amount, position`;
}

/**
 * Lines of one statement, day and amount must be compared together, so the last group of a full batch waits for the
 * next batch.
 */
function wholeGroups(rows: readonly StoredRow[]): readonly StoredRow[] {
  const last = rows.at(-1);
  if (rows.length < LINES_PER_TURN || last === undefined) return rows;
  const keyOf = (row: StoredRow): string => `${row.part} ${row.booking_date} ${row.amount}`;
  const whole = rows.filter((row) => keyOf(row) !== keyOf(last));
  return whole.length === 0 ? rows : whole;
}

async function recognise(
  tx: Transaction,
  statementId: string,
  rows: readonly StoredRow[],
): Promise<ReadonlyMap<string, Recognition>> {
  const witnesses = await loadWitnesses(tx, statementId, rows);
  const isOneStatement = new Set(rows.map(({ part }) => part)).size === 1;
  if (witnesses.length === 0 && isOneStatement) return new Map();
  const parts = await loadParts(tx, rows, witnesses);
  const asLine = (row: StoredRow): NewLine[] => {
    const part = parts.get(`${row.statement_id}/${row.part}`);
    return part === undefined ? [] : [{ id: row.id, part, line: fromBookLine(row) }];
  };
  // A line that tells a part of a sum is known as itself: the sum is the booking of all of them.
  const known: Witness[] = witnesses.flatMap((row) =>
    asLine(row).map((line) => ({ ...line, bookingId: row.is_of_batch ? row.id : row.booking_id })),
  );
  const bookingOf = new Map(witnesses.map(({ id, booking_id }) => [id, booking_id]));
  const found = recogniseLines(rows.flatMap(asLine), known, {
    relationOf: createPartRelations([...parts.values()]),
    shared: await loadShared(tx, rows),
  });
  return new Map(
    [...found].map(([id, one]) => [
      id,
      one.kind === 'new'
        ? one
        : { ...one, bookingId: bookingOf.get(one.bookingId) ?? one.bookingId },
    ]),
  );
}

type KnownLine = Parameters<
  typeof callIn<typeof statementCommands.recogniseBankLines>
>[2][1]['known'][number];

function knownLine(lineId: string, recognition: Recognition | undefined): KnownLine[] {
  if (recognition === undefined || recognition.kind === 'new') return [];
  const { kind, bookingId: repeatsLineId, by } = recognition;
  const outcome = kind === 'repeats' ? 'duplicate' : 'repeat-unclear';
  return [{ lineId, outcome, repeatsLineId, by }];
}
