import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import type { RowOutcome } from './import-kind.js';

/**
 * Runs a step that writes one row; when it is refused, what it has written is taken back and the transaction goes on.
 * Faults pass, and end the transaction.
 */
export async function underSavepoint(
  tx: Transaction,
  step: () => Promise<string>,
): Promise<RowOutcome> {
  await tx.$executeRaw`SAVEPOINT import_row`;
  try {
    const subjectId = await step();
    await tx.$executeRaw`RELEASE SAVEPOINT import_row`;
    return { kind: 'written', subjectId };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT import_row`;
    return { kind: 'refused', refusal: error };
  }
}

/** Writes rows one after the other, each by itself. */
export async function oneByOne<Body>(
  tx: Transaction,
  bodies: readonly Body[],
  step: (body: Body) => Promise<string>,
): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const body of bodies) outcomes.push(await underSavepoint(tx, () => step(body)));
  return outcomes;
}
