import type { z } from 'zod';
import { listPlacementsRoute } from '../../../../contract/collection/placements.js';
import type { Prisma } from '../../../../prisma/database.js';
import { pageOf, UUID_FORM } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { placedBefore, placementPosition } from './placement-position.js';
import { PLACEMENT_INCLUDE, placementOnWire, type PlacementRow } from './placement-on-wire.js';

export const listPlacements = route(listPlacementsRoute).answers(async ({ query }, deps) => {
  const { limit } = query;
  const rows = await deps.database.prisma.placement.findMany({
    where: conditionsOf(query),
    include: PLACEMENT_INCLUDE,
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const show = (row: PlacementRow) => placementOnWire(row, deps);
  return { status: 200, body: pageOf(rows, { limit, positionOf: placementPosition, show }) };
});

function conditionsOf({
  status,
  agency,
  customer,
  cursor,
}: z.output<typeof listPlacementsRoute.query>): Prisma.PlacementWhereInput {
  const before = placedBefore(cursor);
  return {
    ...(status === undefined ? {} : { state: { in: status.split(',') } }),
    ...(agency === undefined ? {} : { agency: { code: agency } }),
    ...(customer === undefined
      ? {}
      : { customer: UUID_FORM.test(customer) ? { id: customer } : { number: customer } }),
    ...(before === undefined ? {} : { id: { lt: before } }),
  };
}
