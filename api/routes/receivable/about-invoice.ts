import { Prisma } from '../../../prisma/database.js';
import { wireMoney } from '../../wire.js';
import { customerOnWire, type CustomerColumns } from '../query-conditions.js';

/** What a list of promises, disputes, holds or letters says of the invoice that each is about. */
export type InvoiceColumns = CustomerColumns &
  Readonly<{
    invoice_id: string;
    invoice_number: string;
    sale_id: string | null;
    currency: string;
    open_amount: bigint;
  }>;

/** Of the invoice `i` and its customer `c`. */
export const aboutInvoice = Prisma.sql`i.id AS invoice_id, i.number AS invoice_number, i.sale_id, i.currency,
  c.id AS customer_id, c.number AS customer_number, c.name AS customer_name,
  (SELECT coalesce(sum(o.open_amount), 0)::bigint FROM open_item o WHERE o.invoice_id = i.id) AS open_amount`;

export function invoiceOnWire(row: InvoiceColumns) {
  return {
    invoice: {
      id: row.invoice_id,
      number: row.invoice_number,
      saleId: row.sale_id,
      open: wireMoney(row.open_amount, row.currency),
    },
    customer: customerOnWire(row),
  };
}
