import { rotateWebhookSecret as rotate } from '../../../../activities/collection/rotate-webhook-secret.js';
import { rotateWebhookSecretRoute } from '../../../../contract/collection/agency-webhook.js';
import { command } from '../../../route.js';
import { agencyOf } from './as-partner.js';

export const rotateWebhookSecret = command(rotateWebhookSecretRoute).answers(
  async (call, { webhooks }) => {
    const { tx, ctx } = call;
    const key = Buffer.from(webhooks.codecKey.reveal(), 'base64');
    const rotated = await rotate(tx, ctx, { agencyId: agencyOf(call), key });
    return {
      status: 201,
      body: {
        id: rotated.secretId,
        createdAt: ctx.at,
        secret: rotated.secret,
        previousExpiresAt: rotated.previousUntil ?? null,
      },
      headers: { 'Cache-Control': 'no-store' },
    };
  },
);
