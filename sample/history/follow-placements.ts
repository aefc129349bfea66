import type { Temporal } from 'temporal-polyfill';
import { createCollectionActivities } from '../../activities/collection/collection-activities.js';
import { clockAt, type World } from './world.js';

/** Told, recalled, told again, closed: more steps than these at one moment are a circle. */
const STEPS_MAX = 5;

/** What the workflow `placement` does: tells the agency what it does not know, recalls, closes. */
export async function followPlacements(world: World, at: Temporal.Instant): Promise<void> {
  const { database, codecKey } = world;
  const config = { codecKey, environment: 'development' } as const;
  const activities = createCollectionActivities({ database, clock: clockAt(at), config });
  const open = await database.prisma.placement.findMany({
    where: { closedAt: null },
    select: { id: true },
    orderBy: { number: 'asc' },
  });
  for (const { id } of open) await follow(activities, id);
}

async function follow(
  activities: ReturnType<typeof createCollectionActivities>,
  placementId: string,
): Promise<void> {
  for (let step = 1; step <= STEPS_MAX; step += 1) {
    const next = await activities.decidePlacementStep({ placementId });
    switch (next.kind) {
      case 'wait':
        return;
      case 'close':
        return activities.closePlacement({ placementId });
      case 'tell':
        await activities.tellAgency({ placementId });
    }
  }
  throw new Error(`the placement ${placementId} finds no rest`);
}
