import { listRemittancesRoute } from '../../../../contract/collection/remittances.js';
import { olderThan, pageOf, positionById } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { asPartner } from './as-partner.js';
import { listOwnRemittances, remittanceOnWire } from './remittance-on-wire.js';

export const listRemittances = route(listRemittancesRoute).answers(async (call, deps) => {
  const { limit, cursor } = call.query;
  const rows = await asPartner(call, deps, (tx) =>
    listOwnRemittances(tx, { where: olderThan(cursor), take: limit + 1 }),
  );
  return {
    status: 200,
    body: pageOf(rows, { limit, positionOf: positionById, show: remittanceOnWire }),
  };
});
