import { quantityToWire } from '../../../domain/quantity/quantity.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { wireDate, wireMoney } from '../../wire.js';
import { allocationRows, allocationOnWire } from '../payment/allocation-rows.js';
import type { InvoiceRow } from './invoice-rows.js';
import { settlementsOf } from './settlements.js';

/** The details of an invoice: lines, open items, allocations, credit notes, promises and disputes. */
export async function invoiceParts(prisma: PrismaClient, row: InvoiceRow) {
  const where = { invoiceId: row.id };
  const lines = await prisma.invoiceLine.findMany({ where, orderBy: { lineNumber: 'asc' } });
  const notes = await prisma.creditNote.findMany({ where, orderBy: { issuedAt: 'asc' } });
  const promises = await prisma.promiseToPay.findMany({ where, orderBy: { recordedAt: 'asc' } });
  const disputes = await prisma.dispute.findMany({ where, orderBy: { openedAt: 'asc' } });
  const allocations = await allocationRows(prisma, Prisma.sql`o.invoice_id = ${row.id}::uuid`);
  return {
    lines: lines.map((line) => lineOnWire(line)),
    openItems: await openItemsOf(prisma, row),
    allocations: allocations.map(allocationOnWire),
    settlements: await settlementsOf(prisma, row.id),
    creditNotes: notes.map(creditNoteOnWire),
    promises: promises.map(({ id, amount, currency, promisedOn, promisedFor, state, channel }) => ({
      id,
      state,
      channel,
      amount: wireMoney(amount, currency),
      promisedOn: wireDate(promisedOn),
      promisedFor: wireDate(promisedFor),
    })),
    disputes: disputes.map(({ id, reason, amount, currency, state, resolution, ...dispute }) => ({
      id,
      reason,
      state,
      resolution,
      amount: wireMoney(amount, currency),
      openedAt: dispute.openedAt.toISOString(),
      resolvedAt: dispute.resolvedAt?.toISOString() ?? null,
      creditNoteId: dispute.creditNoteId,
    })),
  };
}

type Line = Awaited<ReturnType<PrismaClient['invoiceLine']['findMany']>>[number];

function lineOnWire(line: Line) {
  const { currency } = line;
  return {
    lineNumber: line.lineNumber,
    sku: line.sku,
    name: line.name,
    unit: line.unit,
    quantity: quantityToWire(line.quantityMilli),
    unitPrice: wireMoney(line.unitPriceAmount, currency),
    discount: wireMoney(line.discountAmount, currency),
    net: wireMoney(line.netAmount, currency),
    taxCode: line.taxCode,
    taxBase: wireMoney(line.taxBaseAmount, currency),
    tax: wireMoney(line.taxAmount, currency),
  };
}

type CreditNote = Awaited<ReturnType<PrismaClient['creditNote']['findMany']>>[number];

export function creditNoteOnWire(note: CreditNote) {
  return {
    id: note.id,
    number: note.number,
    issuedOn: wireDate(note.issuedOn),
    reason: note.reason,
    net: wireMoney(note.netAmount, note.currency),
    tax: wireMoney(note.taxAmount, note.currency),
    total: wireMoney(note.totalAmount, note.currency),
    disputeId: note.disputeId,
  };
}

async function openItemsOf(prisma: PrismaClient, { id, today }: InvoiceRow) {
  const items = await prisma.openItem.findMany({
    where: { invoiceId: id },
    orderBy: [{ dueOn: 'asc' }, { instalment: 'asc' }],
  });
  return items.map((item) => {
    const dueOn = wireDate(item.dueOn);
    return {
      id: item.id,
      kind: item.kind as 'instalment' | 'fee' | 'opening',
      instalment: item.instalment,
      dueOn,
      amount: wireMoney(item.amount, item.currency),
      open: wireMoney(item.openAmount, item.currency),
      daysOverdue: item.openAmount > 0n ? daysOverdue(dueOn, today) : 0,
    };
  });
}

const DAY_MS = 86_400_000;

/** Due today is not overdue. Compares calendar days, not instants. */
export function daysOverdue(dueOn: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS));
}
