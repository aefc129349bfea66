import type { Temporal } from 'temporal-polyfill';
import { createCollectionActivities } from '../../activities/collection/collection-activities.js';
import { lifeOf } from './chase.js';
import { clockAt, type World } from './world.js';

/** Tell, recall, tell, close: more rounds at one moment are an endless loop. */
const ROUNDS_MAX = 5;

/** Does what the workflow `placement` does: sends messages to the agency, recalls, closes. */
export async function followPlacements(world: World, at: Temporal.Instant): Promise<void> {
  const { database, codecKey } = world;
  const config = { codecKey, environment: 'development' } as const;
  const activities = createCollectionActivities({ database, clock: clockAt(at), config });
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const due = await findDue(world, at);
    if (due.length === 0) return;
    for (const placement of due) await follow(world, { activities, ...placement });
  }
  throw new Error(`the placements find no rest at ${at.toString()}`);
}

type Placement = Readonly<{ id: string; invoiceId: string }>;

async function findDue(
  { database, lives }: World,
  at: Temporal.Instant,
): Promise<readonly Placement[]> {
  const open = await database.prisma.placement.findMany({
    where: { closedAt: null },
    select: { id: true, invoiceId: true },
    orderBy: { number: 'asc' },
  });
  const workflowIds = open.map(({ id }) => placementLife(id));
  const due = await lives.due(database, { workflowIds, at });
  return open.filter(({ id }) => due.has(placementLife(id)));
}

type Following = Placement &
  Readonly<{ activities: ReturnType<typeof createCollectionActivities> }>;

async function follow(
  { lives }: World,
  { activities, id: placementId, invoiceId }: Following,
): Promise<void> {
  const next = await activities.decidePlacementStep({ placementId });
  switch (next.kind) {
    case 'wait':
      return lives.rest(placementLife(placementId), next.untilMs);
    case 'close':
      await activities.closePlacement({ placementId });
      // The receivable waits for this.
      return lives.wake(lifeOf(invoiceId));
    case 'tell':
      await activities.tellAgency({ placementId });
      lives.wake(placementLife(placementId));
  }
}

function placementLife(placementId: string): string {
  return `placement:${placementId}`;
}
