import { readAgencyWebhookRoute } from '../../../../contract/collection/agency-webhook.js';
import { route } from '../../../route.js';
import { agencyOf, asPartner } from './as-partner.js';
import { webhookOnWire } from './webhook-on-wire.js';

export const readAgencyWebhook = route(readAgencyWebhookRoute).answers(async (call, deps) => {
  const agencyId = agencyOf(call);
  const body = await asPartner(call, deps, (tx) => webhookOnWire(tx, { agencyId, ctx: call.ctx }));
  return { status: 200, body };
});
