import { readRemittanceRoute } from '../../../../contract/collection/remittances.js';
import { notFound } from '../../../../domain/refusal.js';
import { route } from '../../../route.js';
import { asPartner } from './as-partner.js';
import { readOwnRemittance, remittanceOnWire } from './remittance-on-wire.js';

export const readRemittance = route(readRemittanceRoute).answers(async (call, deps) => {
  const { remittanceId } = call.params;
  const remittance = await asPartner(call, deps, (tx) => readOwnRemittance(tx, remittanceId));
  if (remittance === null) throw notFound();
  return { status: 200, body: remittanceOnWire(remittance) };
});
