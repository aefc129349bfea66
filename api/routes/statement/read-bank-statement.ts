import type { z } from 'zod';
import type { LeftOutLine } from '../../../domain/statement/judge-file.js';
import type { StatementSummary } from '../../../activities/statement/conclude-reading.js';
import { statementWorkflowId } from '../../../activities/statement/receive-statement.js';
import { readBankStatementRoute } from '../../../contract/statement/bank-statements.js';
import { Prisma } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { decodeCursor, pageOf, type PositionForm } from '../../http/cursor.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { workflowLink } from '../../workflow-link.js';
import { whereAll } from '../query-conditions.js';
import { cameInOnWire, statementOnWire, statementRows } from './statement-rows.js';

/** Of a collective booking; the list of payments has the others. */
const PAYMENTS_SHOWN_MAX = 100;

const BY_POSITION: PositionForm = { key: /^\d{1,9}$/, id: /^$/ };

export const readBankStatement = route(readBankStatementRoute).answers(
  async ({ params, query }, deps) => {
    const { prisma } = deps.database;
    const { statementId } = params;
    const [row] = await statementRows(prisma, [Prisma.sql`s.id = ${statementId}::uuid`], 1);
    if (row === undefined) throw notFound();
    const { statements, refusedLines } = await prisma.bankStatement.findUniqueOrThrow({
      where: { id: statementId },
      select: { statements: true, refusedLines: true },
    });
    const conditions = [Prisma.sql`l.statement_id = ${statementId}::uuid`];
    if (query.outcome !== undefined) conditions.push(Prisma.sql`l.outcome = ${query.outcome}`);
    if (query.cursor !== undefined) {
      const { key } = decodeCursor(query.cursor, BY_POSITION);
      conditions.push(Prisma.sql`l.position > ${Number(key)}`);
    }
    const rows = await prisma.$queryRaw<LineRow[]>`
      SELECT l.position, l.place, l.booking_date::text AS booking_date, l.value_date::text AS value_date, l.amount, l.currency,
        l.payer_name, l.payer_account, l.remittance_text, l.bank_reference, l.end_to_end_reference, l.creditor_reference,
        l.transaction_code, l.reversal, l.outcome, l.outcome_detail,
        (SELECT json_build_object('statementId', r.statement_id, 'position', r.position, 'place', r.place,
          'bookingDate', r.booking_date, 'payerName', r.payer_name, 'payerAccount', r.payer_account,
          'bankReference', r.bank_reference, 'endToEndReference', r.end_to_end_reference, 'text', r.remittance_text)
          FROM bank_statement_line r WHERE r.id = l.repeats_line_id) AS repeats,
        (SELECT json_agg(json_build_object('id', p.id, 'status', p.state, 'amount', p.amount::text) ORDER BY p.external_id)
          FROM (SELECT * FROM payment WHERE bank_statement_line_id = l.id ORDER BY external_id LIMIT ${PAYMENTS_SHOWN_MAX}) p) AS payments,
        (SELECT count(*)::int FROM payment p WHERE p.bank_statement_line_id = l.id) AS payment_count
      FROM bank_statement_line l WHERE ${whereAll(conditions)} ORDER BY l.position LIMIT ${query.limit + 1}`;
    const cameIn = cameInOnWire(row);
    const { data, nextCursor } = pageOf(rows, {
      limit: query.limit,
      positionOf: ({ position }) => ({ key: String(position), id: '' }),
      show: (line) => ({ ...lineOnWire(line), cameIn }),
    });
    return {
      status: 200,
      body: {
        ...statementOnWire(row),
        statements: ((statements ?? []) as unknown as StatementSummary[]).map((one) => ({
          ...one,
          differences: [...one.differences],
        })),
        lines: data,
        nextCursor,
        refusedPlaces: (refusedLines ?? []) as LeftOutLine[],
        workflow: workflowLink(
          deps,
          statementWorkflowId({ fileHash: row.file_hash, reading: row.reading }),
        ),
      },
    };
  },
);

type LineRow = Readonly<{
  position: number;
  place: string;
  booking_date: string;
  value_date: string;
  amount: bigint;
  currency: string;
  payer_name: string | null;
  payer_account: string | null;
  remittance_text: string;
  bank_reference: string | null;
  end_to_end_reference: string | null;
  creditor_reference: string | null;
  transaction_code: string | null;
  reversal: boolean;
  outcome: string;
  outcome_detail: unknown;
  repeats: Line['repeats'];
  payment_count: number;
  payments: readonly Readonly<{ id: string; status: string; amount: string }>[] | null;
}>;

type Line = z.input<(typeof readBankStatementRoute)['responses'][200]>['lines'][number];

function lineOnWire(row: LineRow): Omit<Line, 'cameIn'> {
  return {
    position: row.position,
    place: row.place,
    bookingDate: row.booking_date,
    valueDate: row.value_date,
    amount: wireMoney(row.amount, row.currency),
    payerName: row.payer_name,
    payerAccount: row.payer_account,
    text: row.remittance_text,
    bankReference: row.bank_reference,
    endToEndReference: row.end_to_end_reference,
    creditorReference: row.creditor_reference,
    transactionCode: row.transaction_code,
    reversal: row.reversal,
    outcome: row.outcome as Line['outcome'],
    repeats: row.repeats,
    detail: row.outcome_detail,
    paymentCount: row.payment_count,
    payments: (row.payments ?? []).map(({ id, status, amount }) => ({
      id,
      status,
      amount: wireMoney(BigInt(amount), row.currency),
    })),
  };
}
