import { Temporal } from 'temporal-polyfill';
import { dateOf } from '../../prisma/date-of.js';
import { habitOf, type InvoiceOnDesk, type InvoiceWithHabit } from './habits.js';
import type { World } from './world.js';

/**
 * All invoices so far with the plans of their customers; amounts as invoiced. Both never change, so only new invoices
 * are read.
 */
export async function readDesk(world: World): Promise<readonly InvoiceWithHabit[]> {
  const { habits } = world;
  const customers = new Map(world.customers.map((customer) => [customer.id, customer]));
  // They are issued day by day.
  const lastRead = [...habits.values()].at(-1)?.invoice.issuedOn;
  const rows = await world.database.prisma.invoice.findMany({
    where: {
      issuedAt: { lte: new Date(world.until.epochMilliseconds) },
      ...(lastRead === undefined ? {} : { issuedOn: { gte: dateOf(lastRead) } }),
    },
    include: { openItems: { where: { kind: 'instalment' }, orderBy: { instalment: 'asc' } } },
    orderBy: { number: 'asc' },
  });
  for (const row of rows) {
    const customer = customers.get(row.customerId);
    if (row.saleId === null || customer === undefined || habits.has(row.id)) continue;
    const invoice: InvoiceOnDesk = {
      invoiceId: row.id,
      saleId: row.saleId,
      number: row.number,
      paymentReference: row.paymentReference,
      issuedOn: plainDate(row.issuedOn),
      items: row.openItems.map(({ dueOn, amount }) => ({ dueOn: plainDate(dueOn), amount })),
      customer,
    };
    const habit = habitOf(invoice, world.random.fork(`habit of ${row.saleId}`));
    habits.set(row.id, { invoice, habit });
  }
  return [...habits.values()].toSorted((a, b) => (a.invoice.number < b.invoice.number ? -1 : 1));
}

export function plainDate(day: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(day.toISOString().slice(0, 10));
}
