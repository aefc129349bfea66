import { listRemittancesRoute } from '../../../../contract/collection/remittances.js';
import { decodeCursor, pageOf, UUID_FORM } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { asPartner } from './as-partner.js';
import { listOwnRemittances, remittanceOnWire } from './remittance-on-wire.js';

/** Ids are time-ordered: the newest remittance has the highest. */
const BY_ID = { key: UUID_FORM, id: UUID_FORM };

export const listRemittances = route(listRemittancesRoute).answers(async (call, deps) => {
  const { limit, cursor } = call.query;
  const before = cursor === undefined ? undefined : decodeCursor(cursor, BY_ID).id;
  const rows = await asPartner(call, deps, (tx) =>
    listOwnRemittances(tx, { before, take: limit + 1 }),
  );
  const positionOf = ({ id }: (typeof rows)[number]) => ({ key: id, id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show: remittanceOnWire }) };
});
