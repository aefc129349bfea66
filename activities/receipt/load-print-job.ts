import { Refusal } from '../../domain/refusal.js';
import { Prisma, type Database } from '../../prisma/database.js';
import { prepared } from '../../prisma/prepared.js';
import type { StoredSale } from '../../prisma/commands/sale.js';

/** A job of the spool with the printer it is for, and with the sale whose receipt it prints. */
export type QueuedJob = Readonly<{
  id: string;
  saleId: string | null;
  saleNumber: string | null;
  priced: StoredSale | null;
  kind: string;
  copyNumber: number;
  createdAt: Date;
  /** Display name of the person who asked for a copy; null for an original. */
  askedBy: string | null;
  processId: string;
  host: string;
  port: number;
  /** Name of a profile in devices/escpos. */
  profile: string;
  /** Where printers of the company may stand. */
  networks: string[];
}>;

type Books = Pick<Database, 'prisma'>;

/** The original of a sale's receipt; undefined when the till printed its own. */
export async function findOriginal(books: Books, saleId: string): Promise<QueuedJob | undefined> {
  const [job] = await jobsWhere(books, {
    name: 'original_to_print',
    condition: Prisma.sql`j.sale_id = ${saleId}::uuid AND j.kind = 'RECEIPT'`,
  });
  return job;
}

/** Refuses PRINT_JOB_NOT_FOUND. */
export async function loadPrintJob(books: Books, printJobId: string): Promise<QueuedJob> {
  const [job] = await jobsWhere(books, {
    name: 'copy_to_print',
    condition: Prisma.sql`j.id = ${printJobId}::uuid`,
  });
  if (job === undefined)
    throw new Refusal({ code: 'PRINT_JOB_NOT_FOUND', detail: 'There is no such print job.' });
  return job;
}

/** Job, printer and sale in one round trip: every sale passes here. */
function jobsWhere(
  { prisma }: Books,
  { name, condition }: Readonly<{ name: string; condition: Prisma.Sql }>,
): Promise<QueuedJob[]> {
  return prisma.$queryRaw<QueuedJob[]>`
    ${prepared(name)}
    SELECT j.id, j.sale_id AS "saleId", j.kind, j.copy_number AS "copyNumber", j.created_at AS "createdAt",
      (SELECT e.actor_name FROM lifecycle_event e
        WHERE j.kind = 'REPRINT' AND e.sale_id = j.sale_id AND e.document_id = j.id ORDER BY e.id LIMIT 1) AS "askedBy",
      j.process_id AS "processId", p.host, p.port, p.profile,
      coalesce((SELECT o.printer_networks FROM organisation o LIMIT 1), '{}') AS networks, s.number AS "saleNumber", s.priced
    FROM print_job j JOIN printer p ON p.id = j.printer_id LEFT JOIN sale s ON s.id = j.sale_id
    WHERE ${condition}`;
}
