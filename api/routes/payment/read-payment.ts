import { readPaymentRoute } from '../../../contract/payment/payments.js';
import type { StoredSuggestion } from '../../../activities/matching/findings.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { known } from '../../../domain/known.js';
import { DEDUCTION_KINDS } from '../../../domain/ledger/deductions.js';
import { notFound } from '../../../domain/refusal.js';
import { doubtWords } from '../../http/doubt-words.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { allocationRows, allocationOnWire } from './allocation-rows.js';
import { paymentRows, paymentOnWire, type PaymentRow, type PaymentStatus } from './payment-rows.js';

export const readPayment = route(readPaymentRoute).answers(async ({ params }, { database }) => {
  const { prisma } = database;
  const { paymentId } = params;
  const [row] = await paymentRows(prisma, [Prisma.sql`p.id = ${paymentId}::uuid`], 1);
  if (row === undefined) throw notFound();
  const allocations = await allocationRows(
    prisma,
    Prisma.sql`(a.payment_id = ${paymentId}::uuid OR d.payment_id = ${paymentId}::uuid)`,
  );
  const reasons = await reasonsOf(prisma, paymentId);
  return {
    status: 200,
    body: {
      ...paymentOnWire(row),
      suggestions: await suggestionsOf(prisma, row),
      reasons,
      rivals: await rivalsOf(prisma, row, reasons),
      allocations: allocations.map(allocationOnWire),
      bankLine: await bankLineOf(prisma, row),
      reversedAt: row.reversed_at?.toISOString() ?? null,
    },
  };
});

async function suggestionsOf(prisma: PrismaClient, { id, currency }: PaymentRow) {
  const suggestions = await prisma.paymentSuggestion.findMany({
    where: { paymentId: id },
    orderBy: { rank: 'asc' },
  });
  const items = suggestions.flatMap((one) => one.items as StoredSuggestion['items'][number][]);
  const open = await prisma.openItem.findMany({
    where: { id: { in: items.map(({ openItemId }) => openItemId) } },
    select: { id: true, openAmount: true },
  });
  const openNow = new Map(open.map((item) => [item.id, item.openAmount]));
  return suggestions.map(({ rank, kind, items: stored, equation, reasons }) => ({
    rank,
    kind: kind as StoredSuggestion['kind'],
    items: (stored as StoredSuggestion['items'][number][]).map((item) => ({
      openItem: item.openItemId,
      invoiceId: item.invoiceId,
      invoiceNumber: item.invoiceNumber,
      instalment: item.instalment,
      amount: wireMoney(BigInt(item.amount), currency),
      open: wireMoney(openNow.get(item.openItemId) ?? 0n, currency),
    })),
    deductions: deductionsIn(reasons).flatMap(({ amount, ...deduction }) => {
      const item = (stored as StoredSuggestion['items'][number][]).find(
        ({ openItemId }) => openItemId === deduction.openItem,
      );
      const left = (openNow.get(deduction.openItem) ?? 0n) - BigInt(item?.amount ?? 0);
      return amount > left ? [] : [{ ...deduction, amount: wireMoney(amount, currency) }];
    }),
    equation,
    reasons,
    words: doubtWords(reasons),
  }));
}

type StoredEvidence = Partial<
  Record<'kind' | 'openItemId' | 'amount' | 'deduction' | 'document', string>
>;

/** What the payer kept back, as far as the books have a deduction for it. */
function deductionsIn(reasons: unknown) {
  const { evidence } = reasons as Readonly<{ evidence: readonly StoredEvidence[] }>;
  return evidence.flatMap(({ openItemId, amount, deduction, document }) =>
    openItemId === undefined || amount === undefined || deduction === undefined
      ? []
      : [
          {
            openItem: openItemId,
            kind: known(DEDUCTION_KINDS, deduction),
            amount: BigInt(amount),
            document: document === 'withholding-slip' ? document : null,
          } as const,
        ],
  );
}

type Reasons = Readonly<{ reasons?: Readonly<{ rivalPaymentId?: string }> }>;

/** The detail of the work item: what the matcher found, and what has changed the payment since. */
async function reasonsOf(prisma: PrismaClient, paymentId: string): Promise<Reasons | null> {
  const item = await prisma.workItem.findUnique({
    where: { kind_subjectId: { kind: 'unapplied-payment', subjectId: paymentId } },
    select: { detail: true },
  });
  return (item?.detail ?? null) as Reasons | null;
}

/** Possible duplicates: the payment that the matcher names, and equal ones of the same payer. */
async function rivalsOf(prisma: PrismaClient, row: PaymentRow, reasons: Reasons | null) {
  const named = reasons?.reasons?.rivalPaymentId ?? row.id;
  const rivals = await prisma.$queryRaw<PaymentRow[]>`
    SELECT p.id, p.amount, p.currency, p.value_date::text AS value_date, p.state FROM payment p
    WHERE p.id <> ${row.id}::uuid AND p.amount = ${row.amount} AND p.currency = ${row.currency}
      AND p.value_date BETWEEN ${row.value_date}::date - ${RIVAL_DAYS}::int AND ${row.value_date}::date + ${RIVAL_DAYS}::int
      AND (p.id::text = ${named} OR p.customer_id = ${row.customer_id}::uuid
        OR p.payer_account = ${row.payer_account} OR p.payer_name = ${row.payer_name})
    ORDER BY p.value_date, p.id LIMIT ${RIVALS_MAX}`;
  return rivals.map((rival) => ({
    paymentId: rival.id,
    amount: wireMoney(rival.amount, rival.currency),
    valueDate: rival.value_date,
    status: rival.state as PaymentStatus,
  }));
}

/** The matcher's window for duplicates; a person sees the same. */
const RIVAL_DAYS = 45;
const RIVALS_MAX = 10;

async function bankLineOf(prisma: PrismaClient, { bank_statement_line_id: id }: PaymentRow) {
  if (id === null) return null;
  return prisma.bankStatementLine.findUniqueOrThrow({
    where: { id },
    select: { statementId: true, position: true, place: true, bankReference: true },
  });
}
