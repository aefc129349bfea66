import { known } from '../../../domain/known.js';
import { SALE_OUTCOMES, SALE_STAGES } from '../../../domain/sale/stage.js';

export type LifecycleRow = Readonly<{
  stage: string;
  since: Date;
  nextStep: string | null;
  nextStepAt: Date | null;
  outcome: string | null;
  closedAt: Date | null;
}>;

/** The lifecycle of a sale, on the wire. */
export function whereSaleStands({
  stage,
  since,
  nextStep,
  nextStepAt,
  outcome,
  closedAt,
}: LifecycleRow) {
  return {
    stage: known(SALE_STAGES, stage),
    since: since.toISOString(),
    nextStep,
    nextStepAt: nextStepAt?.toISOString() ?? null,
    outcome: outcome === null ? null : known(SALE_OUTCOMES, outcome),
    closedAt: closedAt?.toISOString() ?? null,
  };
}
