import type { z } from 'zod';
import { listPlacementsRoute } from '../../../../contract/collections/placements.js';
import type { Prisma } from '../../../../prisma/database.js';
import { BY_TIME, decodeCursor, pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { PLACEMENT_INCLUDE, shownPlacement, type PlacementRow } from './shown-placement.js';

export const listPlacements = route(listPlacementsRoute).answers(async ({ query }, deps) => {
  const { limit } = query;
  const rows = await deps.database.prisma.placement.findMany({
    where: conditionsOf(query),
    include: PLACEMENT_INCLUDE,
    orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const positionOf = ({ placedAt, id }: PlacementRow) => ({ key: placedAt.toISOString(), id });
  const show = (row: PlacementRow) => shownPlacement(row, deps);
  return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
});

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function conditionsOf({
  status,
  agency,
  customer,
  cursor,
}: z.output<typeof listPlacementsRoute.query>): Prisma.PlacementWhereInput {
  const { key, id } = cursor === undefined ? {} : decodeCursor(cursor, BY_TIME);
  return {
    ...(status === undefined ? {} : { state: { in: status.split(',') } }),
    ...(agency === undefined ? {} : { agency: { code: agency } }),
    ...(customer === undefined
      ? {}
      : { customer: UUID.test(customer) ? { id: customer } : { number: customer } }),
    ...(key === undefined || id === undefined
      ? {}
      : { OR: [{ placedAt: { lt: new Date(key) } }, { placedAt: new Date(key), id: { lt: id } }] }),
  };
}
