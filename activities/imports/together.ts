import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import type { RowOutcome } from './import-kind.js';
import { underSavepoint } from './under-savepoint.js';

/**
 * Writes rows by one call; a row that the call refuses by its place is left out, and the others are tried again. `write`
 * answers the subject of each row. What refuses the call as a whole refuses every row.
 */
export async function together<Row>(
  tx: Transaction,
  rows: readonly Row[],
  write: (rows: readonly Row[]) => Promise<readonly string[]>,
): Promise<ReadonlyMap<Row, RowOutcome>> {
  const outcomes = new Map<Row, RowOutcome>();
  for (let left = rows; left.length > 0;) {
    const trying = left;
    let subjects: readonly string[] = [];
    const outcome = await underSavepoint(tx, async () => {
      subjects = await write(trying);
      return subjects[0] ?? '';
    });
    const place = outcome.kind === 'refused' ? placeIn(outcome.refusal) : undefined;
    const row = place === undefined ? undefined : trying[place.index];
    if (place !== undefined && row !== undefined) {
      outcomes.set(row, { kind: 'refused', refusal: place.refusal });
      left = trying.filter((one) => one !== row);
      continue;
    }
    trying.forEach((one, index) => {
      const subjectId = subjects[index] ?? '';
      outcomes.set(one, outcome.kind === 'refused' ? outcome : { kind: 'written', subjectId });
    });
    break;
  }
  return outcomes;
}

const PLACE = /^\w+\[(?<index>\d+)\]\.(?<field>.+)$/;

/** `lines[3].sku` of a call is the field `sku` of its fourth row. */
function placeIn(refusal: Refusal): Readonly<{ index: number; refusal: Refusal }> | undefined {
  const place = PLACE.exec(refusal.param ?? '')?.groups;
  if (place === undefined) return undefined;
  const { code, detail } = refusal;
  const told = new Refusal({ code, detail, param: place['field'] });
  return { index: Number(place['index']), refusal: told };
}
