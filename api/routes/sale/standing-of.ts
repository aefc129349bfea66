import { SALE_STAGES } from '../../../contract/sale/read-sale.js';
import { assert } from '../../../domain/assert.js';

export type LifecycleRow = Readonly<{
  stage: string;
  since: Date;
  nextStep: string | null;
  nextStepAt: Date | null;
  outcome: string | null;
  closedAt: Date | null;
}>;

/** Where a sale stands, on the wire. */
export function standingOf({
  stage,
  since,
  nextStep,
  nextStepAt,
  outcome,
  closedAt,
}: LifecycleRow) {
  const known = SALE_STAGES.find((name) => name === stage);
  assert(known !== undefined, `${stage} is no stage of a sale`);
  return {
    stage: known,
    since: since.toISOString(),
    nextStep,
    nextStepAt: nextStepAt?.toISOString() ?? null,
    outcome,
    closedAt: closedAt?.toISOString() ?? null,
  };
}
