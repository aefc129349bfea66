import {
  AddressRefused,
  checkOutsideAddress,
  type AddressRules,
} from '../../../../platform/outside-address.js';
import { setWebhookUrl } from '../../../../activities/collection/set-webhook-url.js';
import { setAgencyWebhookRoute } from '../../../../contract/collection/agency-webhook.js';
import { Refusal } from '../../../../domain/refusal.js';
import { command } from '../../../route.js';
import { agencyOf } from './as-partner.js';
import { webhookOnWire } from './webhook-on-wire.js';

export const setAgencyWebhook = command(setAgencyWebhookRoute)
  // DNS is asked before the transaction, which must not wait for the network.
  .after(({ body }, { webhooks }) => judge(body.url, webhooks.rules))
  .answers(async (call) => {
    const { tx, ctx, found } = call;
    if (found.kind === 'refused') throw found.refusal;
    await setWebhookUrl(tx, ctx, found.url);
    return { status: 200, body: await webhookOnWire(tx, { agencyId: agencyOf(call), ctx }) };
  });

type Judged =
  | Readonly<{ kind: 'usable'; url: string | null }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>;

/** Checks the address. Refuses WEBHOOK_URL_REFUSED. */
async function judge(url: string | null, rules: AddressRules): Promise<Judged> {
  if (url === null) return { kind: 'usable', url };
  try {
    const checked = await checkOutsideAddress(url, rules);
    return { kind: 'usable', url: checked.url.href };
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    const detail = `Webhooks are not sent there: ${error.reason}.`;
    const refusal = new Refusal({ code: 'WEBHOOK_URL_REFUSED', param: 'url', detail });
    return { kind: 'refused', refusal };
  }
}
