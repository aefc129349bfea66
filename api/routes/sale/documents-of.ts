import type { PrismaClient } from '../../../prisma/database.js';
import { wireMoneyOrNull } from '../../wire.js';

type Document = Readonly<{
  kind: 'receipt' | 'invoice' | 'credit-note' | 'return';
  id: string;
  number: string;
  amount: { amount: string; currency: string } | null;
  at: string;
}>;

/** The documents of a sale in the order in which they were issued. */
export async function documentsOf(
  prisma: PrismaClient,
  { id: saleId }: Readonly<{ id: string }>,
): Promise<Document[]> {
  const [receipt, invoice, returns] = await Promise.all([
    prisma.receipt.findUnique({ where: { saleId } }),
    prisma.invoice.findUnique({ where: { saleId }, include: { creditNotes: true } }),
    prisma.saleReturn.findMany({ where: { saleId } }),
  ]);
  const documents: Document[] = [
    ...(receipt === null
      ? []
      : [paper('receipt', { id: saleId, number: receipt.serial, at: receipt.createdAt })]),
    ...(invoice === null ? [] : [paper('invoice', { ...invoice, at: invoice.issuedAt })]),
    ...(invoice?.creditNotes ?? []).map((note) =>
      paper('credit-note', { ...note, at: note.issuedAt }),
    ),
    ...returns.map((returned) => paper('return', returned)),
  ];
  return documents.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

type Paper = Readonly<{
  id: string;
  number: string;
  at: Date;
  totalAmount?: bigint;
  currency?: string;
}>;

function paper(kind: Document['kind'], paper: Paper): Document {
  const { id, number, at, totalAmount, currency } = paper;
  const amount = wireMoneyOrNull(totalAmount ?? null, currency ?? null);
  return { kind, id, number, amount, at: at.toISOString() };
}
