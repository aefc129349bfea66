import { readPlacementRoute } from '../../../../contract/collection/placements.js';
import type { Prisma } from '../../../../prisma/database.js';
import { notFound } from '../../../../domain/refusal.js';
import { route } from '../../../route.js';
import { wireDate, wireMoney } from '../../../wire.js';
import { reportOnWire, REPORTS } from '../report-on-wire.js';
import { PLACEMENT_INCLUDE, placementOnWire } from './placement-on-wire.js';

const WHOLE = {
  ...PLACEMENT_INCLUDE,
  items: { include: { openItem: { select: { dueOn: true } } } },
  events: REPORTS,
  webhooks: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.PlacementInclude;

type Whole = Prisma.PlacementGetPayload<{ include: typeof WHOLE }>;

export const readPlacement = route(readPlacementRoute).answers(async ({ params }, deps) => {
  const placement = await deps.database.prisma.placement.findUnique({
    where: { id: params.placementId },
    include: WHOLE,
  });
  if (placement === null) throw notFound();
  return {
    status: 200,
    body: {
      ...placementOnWire(placement, deps),
      items: placement.items.map(itemOnWire),
      reports: placement.events.map(reportOnWire),
      messages: placement.webhooks.map(messageOnWire),
    },
  };
});

function itemOnWire(item: Whole['items'][number]) {
  return {
    openItemId: item.openItemId,
    dueOn: wireDate(item.openItem.dueOn),
    principal: wireMoney(item.principalAmount, item.currency),
    fee: wireMoney(item.feeAmount, item.currency),
  };
}

function messageOnWire(message: Whole['webhooks'][number]) {
  const { id, type, attempts, lastStatus, lastError } = message;
  return {
    id,
    type,
    attempts,
    lastStatus,
    lastError,
    createdAt: message.createdAt.toISOString(),
    deliveredAt: message.deliveredAt?.toISOString() ?? null,
  };
}
