import type { Transaction } from '../../../../prisma/database.js';
import { notFound } from '../../../../domain/refusal.js';
import { readCases, type CaseRow } from './agency-cases.js';

/** A case of the calling agency. A case of another agency is not found. @throws Refusal `NOT_FOUND`. */
export async function ownCase(tx: Transaction, placementId: string): Promise<CaseRow> {
  const [found] = await readCases(tx, { id: placementId, take: 1 });
  if (found === undefined) throw notFound();
  return found;
}
