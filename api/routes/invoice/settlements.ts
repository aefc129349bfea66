import { SETTLED_BY } from '../../../contract/invoice/invoices.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { wireMoney } from '../../wire.js';

type Row = Readonly<{
  kind: (typeof SETTLED_BY)[number];
  amount: bigint;
  currency: string;
  booked_on: string;
  document_id: string;
  number: string | null;
  payer: string | null;
  statement_id: string | null;
  position: number | null;
  booking_date: string | null;
  bank_reference: string | null;
}>;

/** What has settled an invoice and stands, with the document and the line of the bank behind it. */
export async function settlementsOf(prisma: PrismaClient, invoiceId: string) {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT CASE WHEN p.source = 'agency' AND a.kind = 'payment' THEN 'remittance' ELSE a.kind END AS kind, a.amount, a.currency,
      a.booked_on::text AS booked_on, coalesce(d.id, a.payment_id, n.id, w.id) AS document_id,
      coalesce(n.number, d.document_reference, m.number) AS number, coalesce(g.name, p.payer_name) AS payer,
      l.statement_id, l.position, l.booking_date::text AS booking_date, l.bank_reference
    FROM allocation a JOIN open_item o ON o.id = a.open_item_id
      LEFT JOIN deduction d ON d.id = a.deduction_id LEFT JOIN credit_note n ON n.id = a.credit_note_id
      LEFT JOIN write_off w ON w.id = a.write_off_id LEFT JOIN payment p ON p.id = coalesce(a.payment_id, d.payment_id)
      LEFT JOIN placement_event e ON p.source = 'agency' AND e.payment_id = p.id LEFT JOIN placement c ON c.id = e.placement_id
      LEFT JOIN agency g ON g.id = c.agency_id LEFT JOIN remittance_line r ON r.event_id = e.id
      LEFT JOIN remittance m ON m.id = r.remittance_id LEFT JOIN payment q ON q.id = m.payment_id
      LEFT JOIN bank_statement_line l ON l.id = coalesce(p.bank_statement_line_id, q.bank_statement_line_id)
    WHERE o.invoice_id = ${invoiceId}::uuid AND a.reversed_at IS NULL ORDER BY a.booked_at, a.id`;
  return rows.map((row) => ({
    kind: row.kind,
    amount: wireMoney(row.amount, row.currency),
    on: row.booked_on,
    document: { id: row.document_id, number: row.number },
    payer: row.payer,
    bankLine: bankLineOf(row),
  }));
}

function bankLineOf({ statement_id, position, booking_date, bank_reference }: Row) {
  if (statement_id === null || position === null || booking_date === null) return null;
  return {
    statementId: statement_id,
    position,
    bookingDate: booking_date,
    bankReference: bank_reference,
  };
}
