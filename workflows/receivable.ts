import {
  continueAsNew,
  executeChild,
  ParentClosePolicy,
  proxyActivities,
  proxyLocalActivities,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { DunningActivities } from '../activities/dunning/dunning-activities.js';
import type { InvoiceActivities } from '../activities/invoice/invoice-activities.js';
import { followChanges } from './business-time.js';
import { alreadyRuns, undelivered } from './failures.js';
import type { ReceivableOutcome } from '../domain/receivable/outcome.js';
import type { PlacementInput, ReceivableInput } from './messages.js';
import { placement } from './placement.js';

const books = proxyLocalActivities<DunningActivities>({ startToCloseTimeout: '10s' });
const notices = proxyActivities<DunningActivities & InvoiceActivities>({
  taskQueue: 'notices',
  startToCloseTimeout: '1 minute',
});

/** Follows one invoice until nothing is left to pay. All rules are in `domain/dunning/decide-next-step`. */
export async function receivable({
  invoiceId,
  clock,
}: ReceivableInput): Promise<ReceivableOutcome> {
  const changes = followChanges(clock);
  // Runs in parallel: a customer may pay while the mail server is down.
  const mailed = notices.mailInvoice({ invoiceId }).catch(undelivered);

  for (;;) {
    if (workflowInfo().continueAsNewSuggested) {
      await mailed;
      return continueAsNew<typeof receivable>({ invoiceId, clock });
    }
    changes.watch();
    const next = await books.decideNextStep({ invoiceId });
    switch (next.kind) {
      case 'close':
        await mailed;
        return next.outcome;
      case 'wait':
      case 'hold':
        if (next.untilMs !== null) upsertSearchAttributes({ NextStepAt: [new Date(next.untilMs)] });
        await changes.pause(next);
        break;
      case 'remind':
        await notices.sendNotice({ invoiceId, level: next.level });
        break;
      case 'place':
      case 'await-placement':
        await placed(next.placementId);
    }
  }

  async function placed(placementId: string): Promise<void> {
    upsertSearchAttributes({ Stage: ['placed'] });
    const args: [PlacementInput] = [{ placementId, clock }];
    const options = { workflowId: `placement:${placementId}`, taskQueue: 'receivables', args };
    await executeChild(placement, {
      ...options,
      parentClosePolicy: ParentClosePolicy.ABANDON,
      typedSearchAttributes: workflowInfo().typedSearchAttributes,
      staticSummary: 'At the collection agency',
    }).catch(alreadyRuns(() => changes.pause({ untilMs: null, reason: 'await-placement' })));
  }
}
