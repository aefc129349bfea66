import { readAgencyCaseRoute } from '../../../../contract/collection/agency-cases.js';
import { route } from '../../../route.js';
import { caseOnWire } from './agency-cases.js';
import { asPartner } from './as-partner.js';
import { ownCase } from './own-case.js';

export const readAgencyCase = route(readAgencyCaseRoute).answers(async (call, deps) => {
  const { placementId } = call.params;
  const found = await asPartner(call, deps, (tx) => ownCase(tx, placementId));
  return { status: 200, body: caseOnWire(found) };
});
