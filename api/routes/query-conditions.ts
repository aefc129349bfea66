import { Prisma } from '../../prisma/database.js';

/** `customer` by id or number, with those merged into it; `c` is the alias of the customer in the query. */
export function ofCustomer(customer: string | undefined): Prisma.Sql[] {
  return customer === undefined
    ? []
    : [
        Prisma.sql`(${customer} IN (c.number, c.id::text) OR c.merged_into_id IN (
          SELECT kept.id FROM customer kept WHERE ${customer} IN (kept.number, kept.id::text)))`,
      ];
}

/** The search text as a LIKE pattern, with its wildcards escaped. */
export function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

export function whereAll(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join([...conditions], ' AND ');
}

export type CustomerColumns = Readonly<{
  customer_id: string;
  customer_number: string;
  customer_name: string;
}>;

export function customerOnWire({ customer_id, customer_number, customer_name }: CustomerColumns) {
  return { id: customer_id, number: customer_number, name: customer_name };
}
