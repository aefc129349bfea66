import { renderStatementPdf } from '../../../activities/customer/statement-paper.js';
import { readCustomerStatementRoute } from '../../../contract/customer/customer-money.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { negotiate } from '../../http/negotiate.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { daysOverdue } from '../invoice/invoice-details.js';

export const readCustomerStatement = route(readCustomerStatementRoute).answers(
  async (call, deps) => {
    const { params, query, request } = call;
    const { prisma } = deps.database;
    const form = negotiate(request, ['application/json', 'application/pdf']);
    const customer = await prisma.customer.findUnique({
      where: { id: params.customerId },
      select: { id: true, number: true, name: true, timeZone: true },
    });
    if (customer === null) throw notFound();
    const { timeZone, ...name } = customer;
    const asOf = query.asOf ?? deps.clock.today(timeZone).toString();
    const items = await itemRows(prisma, customer.id, asOf);
    const payments = await paymentRows(prisma, customer.id, asOf);
    const body = {
      customer: name,
      asOf,
      items: items.map((item) => ({
        openItem: item.open_item_id,
        invoiceId: item.invoice_id,
        invoiceNumber: item.number,
        dueOn: item.due_on,
        daysOverdue: daysOverdue(item.due_on, asOf),
        amount: wireMoney(item.amount, item.currency),
        open: wireMoney(item.open_amount, item.currency),
      })),
      unapplied: payments.map((payment) => ({
        paymentId: payment.id,
        valueDate: payment.value_date,
        amount: wireMoney(payment.amount, payment.currency),
        unapplied: wireMoney(payment.unapplied, payment.currency),
      })),
      totals: totalsOf(items, payments, asOf),
    };
    if (form === 'application/json') return { status: 200, body };
    const content = await deps.documents(call, () => renderStatementPdf(prisma, body));
    return { status: 200, content, contentType: form };
  },
);

type ItemRow = Readonly<{
  open_item_id: string;
  invoice_id: string;
  number: string;
  due_on: string;
  amount: bigint;
  open_amount: bigint;
  currency: string;
}>;

function itemRows(prisma: PrismaClient, customerId: string, asOf: string): Promise<ItemRow[]> {
  return prisma.$queryRaw<ItemRow[]>`
    SELECT o.open_item_id, o.invoice_id, i.number, o.due_on::text AS due_on, o.amount, o.open_amount, o.currency
    FROM open_items_as_of(${asOf}::date) o JOIN invoice i ON i.id = o.invoice_id
    WHERE o.customer_id IN (SELECT customer_family_at(${customerId}::uuid, ${asOf}::date)) ORDER BY o.due_on, i.number, o.open_item_id`;
}

type PaymentRow = Readonly<{
  id: string;
  value_date: string;
  amount: bigint;
  unapplied: bigint;
  currency: string;
}>;

/**
 * Unapplied money that was the customer's at the end of the day, without reversed payments. By the business days of the journal
 * and not by the bank's value dates, so that it ties to the ledger and past days do not change.
 */
function paymentRows(
  prisma: PrismaClient,
  customerId: string,
  asOf: string,
): Promise<PaymentRow[]> {
  return prisma.$queryRaw<PaymentRow[]>`
    SELECT x.* FROM (
      SELECT p.id, p.value_date::text AS value_date, p.amount, p.currency,
        (p.amount - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.payment_id = p.id AND a.booked_on <= ${asOf}::date
          AND (a.reversed_on IS NULL OR a.reversed_on > ${asOf}::date)), 0)
          - coalesce((SELECT r.net_amount FROM remittance r
            WHERE r.payment_id = p.id AND ${bookedBy(asOf, 'remittance-settled', 'r.id')}), 0))::bigint AS unapplied
      FROM payment p WHERE p.id IN (SELECT payments_of_then(${customerId}::uuid, ${asOf}::date)) AND ${bookedBy(asOf, 'payment', 'p.id')}
        AND NOT ${bookedBy(asOf, 'payment-reversal', 'p.id')}) x
    WHERE x.unapplied > 0 ORDER BY x.value_date, x.id`;
}

const DOCUMENTS = {
  payment: 'payment',
  'payment-reversal': 'payment',
  'remittance-settled': 'remittance',
} as const;

/** Whether the journal has this entry of a document on or before the day. */
function bookedBy(asOf: string, kind: keyof typeof DOCUMENTS, document: 'p.id' | 'r.id') {
  return Prisma.sql`EXISTS (SELECT 1 FROM journal_entry e WHERE e.document_kind = ${DOCUMENTS[kind]}
    AND e.document_id = ${Prisma.raw(document)} AND e.kind = ${kind} AND e.business_date <= ${asOf}::date)`;
}

function totalsOf(items: readonly ItemRow[], payments: readonly PaymentRow[], asOf: string) {
  const currencies = new Set([...items, ...payments].map(({ currency }) => currency));
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  return [...currencies].toSorted().map((currency) => {
    const own = items.filter((item) => item.currency === currency);
    const open = sum(own.map(({ open_amount }) => open_amount));
    const overdue = sum(
      own.filter(({ due_on }) => due_on < asOf).map(({ open_amount }) => open_amount),
    );
    const left = payments.filter((payment) => payment.currency === currency);
    const unapplied = sum(left.map((payment) => payment.unapplied));
    return {
      currency,
      open: wireMoney(open, currency),
      overdue: wireMoney(overdue, currency),
      unapplied: wireMoney(unapplied, currency),
      balance: wireMoney(open - unapplied, currency),
    };
  });
}
