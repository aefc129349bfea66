import { readRemittanceRoute } from '../../../../contract/collection/remittances.js';
import { notFound } from '../../../auth/admit.js';
import { route } from '../../../route.js';
import { asPartner } from './as-partner.js';
import { readOwnRemittance, shownRemittance } from './shown-remittance.js';

export const readRemittance = route(readRemittanceRoute).answers(async (call, deps) => {
  const { remittanceId } = call.params;
  const remittance = await asPartner(call, deps, (tx) => readOwnRemittance(tx, remittanceId));
  if (remittance === null) throw notFound();
  return { status: 200, body: shownRemittance(remittance) };
});
