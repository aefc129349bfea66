import { readPlacementRoute } from '../../../../contract/collection/placements.js';
import type { Prisma } from '../../../../prisma/database.js';
import { notFound } from '../../../auth/admit.js';
import { route } from '../../../route.js';
import { wireDate, wireMoney, wireMoneyOrNull } from '../../../wire.js';
import { PLACEMENT_INCLUDE, shownPlacement } from './shown-placement.js';

const WHOLE = {
  ...PLACEMENT_INCLUDE,
  items: { include: { openItem: { select: { dueOn: true } } } },
  events: {
    orderBy: { sequence: 'asc' },
    include: { remittanceLine: { select: { remittance: { select: { number: true } } } } },
  },
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
      ...shownPlacement(placement, deps),
      items: placement.items.map(shownItem),
      reports: placement.events.map(shownReport),
      messages: placement.webhooks.map(shownMessage),
    },
  };
});

function shownItem(item: Whole['items'][number]) {
  return {
    openItemId: item.openItemId,
    dueOn: wireDate(item.openItem.dueOn),
    principal: wireMoney(item.principalAmount, item.currency),
    fee: wireMoney(item.feeAmount, item.currency),
  };
}

function shownReport(event: Whole['events'][number]) {
  const { sequence, type, outOfOrder, content } = event;
  return {
    sequence,
    type,
    outOfOrder,
    content,
    occurredAt: event.occurredAt.toISOString(),
    receivedAt: event.receivedAt.toISOString(),
    amount: wireMoneyOrNull(event.amount, event.currency),
    commission: wireMoneyOrNull(event.commissionAmount, event.currency),
    remittance: event.remittanceLine?.remittance.number ?? null,
  };
}

function shownMessage(message: Whole['webhooks'][number]) {
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
