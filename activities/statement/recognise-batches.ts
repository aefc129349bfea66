import { createPartRelations } from '../../domain/statement/statement-chain.js';
import { findBatches } from '../../domain/statement/recognise-batches.js';
import type { NewLine } from '../../domain/statement/recognise-lines.js';
import type { InputOf } from '../../prisma/commands/command.js';
import type * as statementCommands from '../../prisma/commands/statement.js';
import type { Transaction } from '../../prisma/database.js';
import { loadParts, type StoredRow } from './load-witnesses.js';
import { fromBookLine } from './statement-lines.js';

/** More lines of the days of one file are not compared as batches: their references have to tell. */
const LINES_MAX = 200_000;

type KnownLine = InputOf<typeof statementCommands.recogniseBankLines>['known'][number];

/**
 * Finds sums that other lines tell payment by payment, among the lines of a file and what other formats told of the same
 * days. `sure` comes before lines are compared one by one, with the lines that are not told yet; `unclear` after it, with
 * those that nothing else explained.
 */
export async function recogniseBatches(
  tx: Transaction,
  statementId: string,
  level: 'sure' | 'unclear',
): Promise<readonly KnownLine[]> {
  const others = await loadOthers(tx, statementId);
  if (others.length === 0 || others.length > LINES_MAX) return [];
  const mine = await loadMine(tx, statementId, level);
  if (mine.length === 0 || mine.length > LINES_MAX) return [];
  const parts = await loadParts(
    tx,
    mine,
    others.map((row) => ({ ...row, booking_id: row.id })),
  );
  const asLines = (rows: readonly StoredRow[]): NewLine[] =>
    rows.flatMap((row) => {
      const part = parts.get(`${row.statement_id}/${row.part}`);
      return part === undefined ? [] : [{ id: row.id, part, line: fromBookLine(row) }];
    });
  const world = { relationOf: createPartRelations([...parts.values()]) };
  const [own, known] = [asLines(mine), asLines(others)];
  const isWanted = ({ isSure }: { isSure: boolean }): boolean => isSure === (level === 'sure');
  const outcome = level === 'sure' ? ('duplicate' as const) : ('repeat-unclear' as const);
  const sums = findBatches({ sums: own, singles: known }, world).filter(isWanted);
  const told = new Set(sums.map(({ sumId }) => sumId));
  const singles = own.filter(({ id }) => !told.has(id));
  return [
    ...sums.map(({ sumId, singleIds }) => ({
      lineId: sumId,
      outcome,
      repeatsLineId: singleIds[0] ?? sumId,
      by: 'batch-sum',
      bookings: singleIds,
    })),
    ...findBatches({ sums: known, singles }, world)
      .filter(isWanted)
      .flatMap(({ sumId, singleIds }) =>
        singleIds.map((lineId) => ({ lineId, outcome, repeatsLineId: sumId, by: 'batch-part' })),
      ),
  ];
}

/** Money in on the days of the file that other formats told, and that no line of this file's format tells as one line. */
function loadOthers(tx: Transaction, statementId: string): Promise<StoredRow[]> {
  return tx.$queryRaw<StoredRow[]>`
    WITH days AS MATERIALIZED (
      SELECT DISTINCT l.bank_account_id, l.booking_date, p.format FROM bank_statement_line l
        JOIN bank_statement_part p ON p.statement_id = l.statement_id AND p.part = l.part
      WHERE l.statement_id = ${statementId}::uuid AND l.amount > 0 AND NOT l.reversal AND l.outcome IN ('stored', 'new')
    )
    SELECT l.id, l.statement_id, l.part, l.bank_account_id, l.position,
      l.booking_date::text AS booking_date, l.value_date::text AS value_date, l.amount::text AS amount, l.currency,
      l.bank_reference, l.end_to_end_reference, l.creditor_reference, l.other_references, l.payer_name, l.payer_account,
      l.remittance_text, l.transaction_code, l.reversal, l.details
    FROM days JOIN bank_statement_line l ON l.bank_account_id = days.bank_account_id AND l.booking_date = days.booking_date
      JOIN bank_statement_part q ON q.statement_id = l.statement_id AND q.part = l.part AND q.format <> days.format
    WHERE l.statement_id <> ${statementId}::uuid AND l.amount > 0 AND NOT l.reversal
      AND l.outcome NOT IN ('stored', 'duplicate', 'repeat-unclear', 'pending', 'information')
      AND NOT EXISTS (SELECT 1 FROM bank_statement_line c
        JOIN bank_statement_part r ON r.statement_id = c.statement_id AND r.part = c.part
        WHERE c.repeats_line_id = l.id AND c.outcome = 'duplicate' AND r.format = days.format AND c.amount = l.amount)
    ORDER BY l.statement_id, l.position LIMIT ${LINES_MAX + 1}`;
}

function loadMine(
  tx: Transaction,
  statementId: string,
  level: 'sure' | 'unclear',
): Promise<StoredRow[]> {
  return tx.$queryRaw<StoredRow[]>`
    SELECT id, statement_id, part, bank_account_id, position, booking_date::text AS booking_date, value_date::text AS value_date,
      amount::text AS amount, currency, bank_reference, end_to_end_reference, creditor_reference, other_references, payer_name,
      payer_account, remittance_text, transaction_code, reversal, details
    FROM bank_statement_line
    WHERE statement_id = ${statementId}::uuid AND outcome = ${level === 'sure' ? 'stored' : 'new'} AND amount > 0 AND NOT reversal
    ORDER BY position LIMIT ${LINES_MAX + 1}`;
}
