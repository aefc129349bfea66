import { Prisma, type PrismaClient } from '../../../../prisma/database.js';
import { wireMoney } from '../../../wire.js';

type LineRow = Readonly<{
  code: string;
  name_id: string;
  name_en: string;
  store: string | null;
  customer: Readonly<{ id: string; number: string; name: string }> | null;
  /** In smallest units as text; below zero: credit. */
  amount: string;
  currency: string;
}>;

export type EntryRow = Readonly<{
  id: string;
  position: bigint;
  business_date: string;
  kind: string;
  description: string;
  document_kind: string;
  document_id: string;
  document_number: string | null;
  sale_id: string | null;
  at: Date;
  legal_entity: string;
  lines: readonly LineRow[];
}>;

/** The invoice that a document is or is about: its own, that of its credit note, item or allocation. */
const invoiceOfDocument = Prisma.sql`LEFT JOIN invoice i ON i.id = CASE e.document_kind
  WHEN 'invoice' THEN e.document_id
  WHEN 'credit-note' THEN (SELECT n.invoice_id FROM credit_note n WHERE n.id = e.document_id)
  WHEN 'open-item' THEN (SELECT o.invoice_id FROM open_item o WHERE o.id = e.document_id)
  WHEN 'allocation' THEN (SELECT o.invoice_id FROM allocation a JOIN open_item o ON o.id = a.open_item_id
    WHERE a.id = e.document_id) END`;

const numberOfDocument = Prisma.sql`CASE e.document_kind
  WHEN 'sale' THEN s.number
  WHEN 'line-identification' THEN s.number
  WHEN 'credit-note' THEN (SELECT n.number FROM credit_note n WHERE n.id = e.document_id)
  WHEN 'payment' THEN (SELECT p.external_id FROM payment p WHERE p.id = e.document_id)
  WHEN 'remittance' THEN (SELECT r.number FROM remittance r WHERE r.id = e.document_id)
  ELSE i.number END`;

const linesOfEntry = Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('code', a.code, 'name_id', a.name_id,
    'name_en', a.name_en, 'store', st.code, 'amount', l.amount::text, 'currency', l.currency,
    'customer', CASE WHEN c.id IS NOT NULL
      THEN jsonb_build_object('id', c.id, 'number', c.number, 'name', c.name) END) ORDER BY l.line_number)
  FROM journal_line l JOIN account a ON a.code = l.account_code LEFT JOIN store st ON st.id = l.store_id
    LEFT JOIN customer c ON c.id = l.customer_id WHERE l.entry_id = e.id)`;

/** Entries of the journal with their lines and documents, the latest first; `e` is the entry in the condition. */
export function journalRows(
  prisma: PrismaClient,
  condition: Prisma.Sql,
  limit: number,
): Promise<EntryRow[]> {
  return prisma.$queryRaw<EntryRow[]>`
    SELECT e.id, e.position, e.business_date::text AS business_date, e.kind, e.description, e.document_kind,
      e.document_id, e.at, le.code AS legal_entity, ${numberOfDocument} AS document_number, s.id AS sale_id,
      ${linesOfEntry} AS lines
    FROM journal_entry e JOIN legal_entity le ON le.id = e.legal_entity_id ${invoiceOfDocument}
      LEFT JOIN sale s ON s.id = CASE e.document_kind WHEN 'sale' THEN e.document_id
        WHEN 'line-identification' THEN (SELECT x.sale_id FROM sale_line_identification n
          JOIN sale_line x ON x.id = n.sale_line_id WHERE n.id = e.document_id) ELSE i.sale_id END
    WHERE ${condition} ORDER BY e.position DESC LIMIT ${limit}`;
}

export function entryOnWire(row: EntryRow) {
  return {
    id: row.id,
    businessDate: row.business_date,
    kind: row.kind,
    description: row.description,
    document: {
      kind: row.document_kind,
      id: row.document_id,
      number: row.document_number,
      saleId: row.sale_id,
    },
    bookedAt: row.at.toISOString(),
    legalEntity: row.legal_entity,
    lines: row.lines.map(lineOnWire),
  };
}

function lineOnWire({ code, name_id, name_en, store, customer, amount, currency }: LineRow) {
  const units = BigInt(amount);
  return {
    account: { code, name: { id: name_id, en: name_en } },
    store,
    customer,
    debit: wireMoney(units > 0n ? units : 0n, currency),
    credit: wireMoney(units < 0n ? -units : 0n, currency),
  };
}
