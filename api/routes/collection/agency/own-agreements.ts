import { listOwnAgreementsRoute } from '../../../../contract/collection/agencies.js';
import { route } from '../../../route.js';
import { agreementsOnWire } from '../agencies/agencies-on-wire.js';
import { asPartner } from './as-partner.js';

export const listOwnAgreements = route(listOwnAgreementsRoute).answers(async (call, deps) => ({
  status: 200,
  body: { data: await asPartner(call, deps, (tx) => agreementsOnWire(tx, {})) },
}));
