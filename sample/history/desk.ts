import { Temporal } from 'temporal-polyfill';
import { habitOf, type Habit, type InvoiceOnDesk } from './habits.js';
import type { World } from './world.js';

export type InvoiceWithHabit = Readonly<{ invoice: InvoiceOnDesk; habit: Habit }>;

/** All invoices so far with what their customers mean to do; amounts as invoiced, so that it never changes. */
export async function readDesk(world: World): Promise<readonly InvoiceWithHabit[]> {
  const rows = await world.database.prisma.invoice.findMany({
    include: { openItems: { where: { kind: 'instalment' }, orderBy: { instalment: 'asc' } } },
    orderBy: { number: 'asc' },
  });
  const customers = new Map(world.customers.map((customer) => [customer.id, customer]));
  return rows.flatMap((row) => {
    const customer = customers.get(row.customerId);
    if (customer === undefined) return [];
    const invoice: InvoiceOnDesk = {
      invoiceId: row.id,
      saleId: row.saleId,
      number: row.number,
      paymentReference: row.paymentReference,
      issuedOn: plainDate(row.issuedOn),
      items: row.openItems.map(({ dueOn, amount }) => ({ dueOn: plainDate(dueOn), amount })),
      customer,
    };
    return [{ invoice, habit: habitOf(invoice, world.random.fork(`habit of ${row.saleId}`)) }];
  });
}

export function plainDate(day: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(day.toISOString().slice(0, 10));
}
