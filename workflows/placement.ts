import {
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import type { CollectionActivities } from '../activities/collection/collection-activities.js';
import { followChanges } from './business-time.js';
import type { PlacementInput } from './messages.js';

const books = proxyLocalActivities<CollectionActivities>({ startToCloseTimeout: '10s' });
const agency = proxyActivities<CollectionActivities>({
  taskQueue: 'agency',
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '1 hour',
  retry: { maximumInterval: '2 minutes' },
});

/** Follows one hand-off to a collection agency until the agency has nothing left to do. */
export async function placement({ placementId, clock }: PlacementInput): Promise<void> {
  const changes = followChanges(clock);
  for (;;) {
    if (workflowInfo().continueAsNewSuggested) {
      return continueAsNew<typeof placement>({ placementId, clock });
    }
    changes.watch();
    const next = await books.decidePlacementStep({ placementId });
    switch (next.kind) {
      case 'close':
        await books.closePlacement({ placementId });
        return;
      case 'tell':
        await agency
          .tellAgency({ placementId })
          .catch(() => books.reportUntoldAgency({ placementId }));
        break;
      case 'wait':
        await changes.pause({ ...next, reason: 'agency' });
    }
  }
}
