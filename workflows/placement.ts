import {
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import type { CollectionActivities } from '../activities/collection/collection-activities.js';
import { followChanges } from './business-time.js';
import type { PlacementInput } from './messages.js';
import { endedWith, showStanding } from './standing.js';

const WAITS_FOR = 'news from the agency';

const books = proxyLocalActivities<CollectionActivities>({ startToCloseTimeout: '10s' });
const agency = proxyActivities<CollectionActivities>({
  taskQueue: 'agency',
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '1 hour',
  retry: { maximumInterval: '2 minutes' },
});

/** Follows one hand-off to a collection agency until the agency has nothing left to do. */
export async function placement(input: PlacementInput): Promise<void> {
  const { placementId, clock } = input;
  const changes = followChanges(clock);
  const show = showStanding(input);
  for (;;) {
    if (workflowInfo().continueAsNewSuggested) {
      return continueAsNew<typeof placement>(input);
    }
    changes.watch();
    const next = await books.decidePlacementStep({ placementId });
    switch (next.kind) {
      case 'close':
        await books.closePlacement({ placementId });
        show(endedWith('closed'));
        return;
      case 'undone':
        show(endedWith('undone'));
        return;
      case 'tell':
        await agency
          .tellAgency({ placementId })
          .catch(() => books.reportUntoldAgency({ placementId }));
        break;
      case 'wait':
        show({ WaitsFor: WAITS_FOR, NextStepAt: next.untilMs });
        await changes.pause({ ...next, waitsFor: WAITS_FOR });
    }
  }
}
