import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { RETIRED_SECRETS_MAX, retiredUntil } from '../../domain/collection/webhook-secrets.js';
import type { CommandContext } from '../../domain/context.js';
import { sealSecret } from '../../platform/sealed-secret.js';
import { makeWebhookSecret } from '../../platform/webhook-secret.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { ownerOfSecret } from './live-secrets.js';

export type Rotation = Readonly<{
  agencyId: string;
  /** The 32 bytes that webhook secrets are sealed with. */
  key: Uint8Array;
}>;

export type RotatedSecret = Readonly<{
  secretId: string;
  /** In clear, here and nowhere else: the books keep it sealed. */
  secret: string;
  /** Until when the previous secret signs as well; undefined when there was none. */
  previousUntil: string | undefined;
}>;

/**
 * Makes a new secret for the messages to an agency, in a transaction that stands behind the agency's fence.
 *
 * Refusals: WEBHOOK_SECRETS_TOO_MANY.
 */
export async function rotateWebhookSecret(
  tx: Transaction,
  ctx: CommandContext,
  { agencyId, key }: Rotation,
): Promise<RotatedSecret> {
  const secretId = randomUUID();
  const secret = makeWebhookSecret();
  const sealed = sealSecret(secret, { key, belongsTo: ownerOfSecret(agencyId) });
  const until = retiredUntil(Temporal.Instant.from(ctx.at)).toString();
  const { retired } = await callIn(tx, collectionCommands.rotateWebhookSecret, [
    ctx,
    {
      secretId,
      cipher: Buffer.from(sealed).toString('base64'),
      retiredUntil: until,
      retiredMax: RETIRED_SECRETS_MAX,
    },
  ]);
  return { secretId, secret, previousUntil: retired ? until : undefined };
}
