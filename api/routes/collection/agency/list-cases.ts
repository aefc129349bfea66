import { listAgencyCasesRoute } from '../../../../contract/collection/agency-cases.js';
import { pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { placedBefore, placementPosition } from '../placements/placement-position.js';
import { readCases, caseOnWire } from './agency-cases.js';
import { asPartner } from './as-partner.js';

export const listAgencyCases = route(listAgencyCasesRoute).answers(async (call, deps) => {
  const { limit, status, cursor } = call.query;
  const filter = { states: status?.split(','), before: placedBefore(cursor), take: limit + 1 };
  const rows = await asPartner(call, deps, (tx) => readCases(tx, filter));
  return {
    status: 200,
    body: pageOf(rows, { limit, positionOf: placementPosition, show: caseOnWire }),
  };
});
