import { toPostedLines, type JournalLine } from '../../domain/ledger/journal.js';
import type { Database } from '../../prisma/database.js';

type Posted = Readonly<{ account: string; amount: string; storeId?: string; customerId?: string }>;

/** An entry as an oracle says it, in the order in which `postedLines` gives the books' own. */
export function expectedLines(entry: readonly JournalLine[]): Posted[] {
  return inOrder(toPostedLines(entry));
}

/** What stands in the books for a document; its reversals only when their `kind` is named. */
export async function postedLines(
  { prisma }: Database,
  documentId: string,
  kind?: string,
): Promise<Posted[]> {
  const rows = await prisma.journalLine.findMany({
    where: {
      entry: { documentId, kind: kind === undefined ? { not: { endsWith: '-reversal' } } : kind },
    },
  });
  return inOrder(
    rows.map(({ accountCode: account, amount, storeId, customerId }) => ({
      account,
      amount: amount.toString(),
      ...(storeId === null ? {} : { storeId }),
      ...(customerId === null ? {} : { customerId }),
    })),
  );
}

function inOrder(entry: readonly Posted[]): Posted[] {
  return entry.toSorted((a, b) => (a.account < b.account ? -1 : 1));
}
