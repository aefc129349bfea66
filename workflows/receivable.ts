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
import { waitingWords } from '../domain/dunning/waiting-words.js';
import type { ReceivableOutcome } from '../domain/receivable/outcome.js';
import type { PlacementInput, ReceivableInput } from './messages.js';
import { placement } from './placement.js';
import { endedWith, showStanding } from './standing.js';

const books = proxyLocalActivities<DunningActivities>({ startToCloseTimeout: '10s' });
const notices = proxyActivities<DunningActivities & InvoiceActivities>({
  taskQueue: 'notices',
  startToCloseTimeout: '1 minute',
});

type Waiting = Readonly<{ reason: string; untilMs: number | null }>;

/** Follows one invoice until nothing is left to pay. All rules are in `domain/dunning/decide-next-step`. */
export async function receivable(input: ReceivableInput): Promise<ReceivableOutcome | 'undone'> {
  const { invoiceId, clock, row } = input;
  const changes = followChanges(clock);
  const show = showStanding(input);
  // Runs in parallel: a customer may pay while the mail server is down.
  const mailed = notices.mailInvoice({ invoiceId }).catch(undelivered);

  for (;;) {
    if (workflowInfo().continueAsNewSuggested) {
      await mailed;
      return continueAsNew<typeof receivable>(input);
    }
    changes.watch();
    const next = await books.decideNextStep({ invoiceId });
    switch (next.kind) {
      case 'close':
        await mailed;
        show(endedWith(next.outcome));
        return next.outcome;
      case 'undone':
        await mailed;
        show(endedWith(next.kind));
        return next.kind;
      case 'wait':
      case 'hold':
        await paused(next);
        break;
      case 'remind':
        await notices.sendNotice({ invoiceId, level: next.level });
        break;
      case 'place':
      case 'await-placement':
        await placed(next.placementId);
    }
  }

  async function paused({ reason, untilMs }: Waiting): Promise<void> {
    const waitsFor = waitingWords(reason);
    show({ Stage: 'collecting', WaitsFor: waitsFor, NextStepAt: untilMs });
    // A row that is not shown has had the time of the next step from the beginning.
    if (row === undefined && untilMs !== null)
      upsertSearchAttributes({ NextStepAt: [new Date(untilMs)] });
    await changes.pause({ untilMs, waitsFor });
  }

  async function placed(placementId: string): Promise<void> {
    const waitsFor = waitingWords('placed');
    if (row === undefined) upsertSearchAttributes({ Stage: ['placed'] });
    show({ Stage: 'placed', WaitsFor: waitsFor, NextStepAt: null });
    const placing = { placementId, clock };
    const args: [PlacementInput] = [row === undefined ? placing : { ...placing, row }];
    const options = { workflowId: `placement:${placementId}`, taskQueue: 'receivables', args };
    await executeChild(placement, {
      ...options,
      parentClosePolicy: ParentClosePolicy.ABANDON,
      typedSearchAttributes: workflowInfo().typedSearchAttributes,
      staticSummary: 'At the collection agency',
    }).catch(alreadyRuns(() => changes.pause({ untilMs: null, waitsFor })));
  }
}
