import { workflowLink } from '../../../workflow-link.js';
import type { ApiDeps } from '../../../deps.js';
import type { Prisma } from '../../../../prisma/database.js';
import { wireDate, wireMoney } from '../../../wire.js';

/** Relations that are read with every placement. */
export const PLACEMENT_INCLUDE = {
  invoice: { select: { id: true, number: true } },
  customer: { select: { id: true, number: true, name: true } },
  agency: { select: { id: true, code: true, name: true } },
} as const satisfies Prisma.PlacementInclude;

export type PlacementRow = Prisma.PlacementGetPayload<{ include: typeof PLACEMENT_INCLUDE }>;

type Balance = Pick<
  PlacementRow,
  | 'currency'
  | 'placedAmount'
  | 'collectedAmount'
  | 'paidDirectAmount'
  | 'adjustedAmount'
  | 'recalledAmount'
  | 'writtenOffAmount'
  | 'outstandingAmount'
>;

export function balanceOnWire(row: Balance) {
  const inItsCurrency = (amount: bigint) => wireMoney(amount, row.currency);
  return {
    placed: inItsCurrency(row.placedAmount),
    collectedByAgency: inItsCurrency(row.collectedAmount),
    paidDirect: inItsCurrency(row.paidDirectAmount),
    adjusted: inItsCurrency(row.adjustedAmount),
    recalled: inItsCurrency(row.recalledAmount),
    writtenOff: inItsCurrency(row.writtenOffAmount),
    outstanding: inItsCurrency(row.outstandingAmount),
  };
}

export type PlacementState =
  'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';

type Facts = Balance &
  Pick<
    PlacementRow,
    | 'id'
    | 'number'
    | 'state'
    | 'oldestDueOn'
    | 'placedOn'
    | 'placedAt'
    | 'acknowledgedAt'
    | 'recalledAt'
    | 'closedAt'
    | 'closeReason'
    | 'lastSequence'
  >;

/** The fields that an agency sees as well. */
export function factsOnWire(row: Facts) {
  const { id, number, closeReason, lastSequence } = row;
  return {
    id,
    number,
    closeReason,
    lastSequence,
    state: row.state as PlacementState,
    balance: balanceOnWire(row),
    oldestDueOn: wireDate(row.oldestDueOn),
    placedOn: wireDate(row.placedOn),
    placedAt: row.placedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    recalledAt: row.recalledAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

export function placementOnWire(row: PlacementRow, deps: ApiDeps) {
  const { recallReason, invoice, customer, agency } = row;
  return {
    ...factsOnWire(row),
    recallReason,
    invoice,
    customer,
    agency,
    workflow: workflowLink(deps, `placement:${row.id}`),
  };
}
