import type { CommandContext } from '../../domain/context.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import { messageOf } from '../../platform/fault.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import type { Database } from '../../prisma/database.js';
import { checkOutsideAddress, type AddressRules } from '../../platform/outside-address.js';
import { openWebhookSecrets, retiredAlive, type SealedSecrets } from './live-secrets.js';
import { postWebhook, type WebhookAnswer } from './post-webhook.js';
import { payloadOnWire } from './wire-payload.js';

export type DeliveryDeps = Readonly<{
  database: Database;
  clock: Clock;
  /** The 32 bytes that webhook secrets are sealed with. */
  /** Any of them may have sealed the secret of an agency. */
  keys: readonly Uint8Array[];
  rules: AddressRules;
  realTimeMs: () => number;
}>;

/** The agency did not accept a message for now. Holds no personal data: it reaches logs and histories. */
export class AgencyNotTold extends Error {
  constructor(reason: string) {
    super(`the agency was not told: ${reason}`);
    this.name = 'AgencyNotTold';
  }
}

/** Most messages that one attempt delivers; the rest follow in the next round. */
const MESSAGES_MAX = 100;

/**
 * Delivers the outstanding messages about a case to its agency, in order: a message waits until the one before it was
 * accepted. Every attempt is recorded. For an agency without an address, which fetches its messages, they count as
 * delivered. prisma/functions/collection/tell_agency.sql wrote them.
 *
 * @throws AgencyNotTold when a message was not taken: to be tried again later
 */
export async function deliverMessages(deps: DeliveryDeps, placementId: string): Promise<void> {
  const { database, clock } = deps;
  const waiting = await database.prisma.webhookDelivery.findMany({
    where: { placementId, deliveredAt: null },
    orderBy: { position: 'asc' },
    take: MESSAGES_MAX,
    include: { agency: { include: retiredAlive(clock.iso()) } },
  });
  for (const delivery of waiting) {
    const answer = await attempt(deps, delivery);
    const origin = `placement:${placementId}`;
    const ctx = systemContext({ clock, name: 'agency-messages', origin });
    await writeDown(deps, { deliveryId: delivery.id, answer, ctx });
    if (answer.kind === 'refused') throw new AgencyNotTold(`it answered ${answer.status}`);
    if (answer.kind === 'failed') throw new AgencyNotTold(answer.error);
  }
}

type Delivery = Readonly<{
  id: string;
  type: string;
  payload: unknown;
  createdAt: Date;
  agency: SealedSecrets & Readonly<{ webhookUrl: string | null }>;
}>;

type Attempt = WebhookAnswer | Readonly<{ kind: 'fetched' }>;

async function attempt(
  { keys, rules, realTimeMs }: DeliveryDeps,
  { id, type, payload, createdAt, agency }: Delivery,
): Promise<Attempt> {
  const { webhookUrl } = agency;
  if (webhookUrl === null) return { kind: 'fetched' };
  try {
    const secrets = openWebhookSecrets(agency, keys);
    const to = await checkOutsideAddress(webhookUrl, rules);
    return await postWebhook(
      { id, type, occurredAt: createdAt.toISOString(), data: payloadOnWire(payload) },
      { to, secrets, realTimeMs },
    );
  } catch (error) {
    return { kind: 'failed', error: messageOf(error) };
  }
}

async function writeDown(
  { database }: DeliveryDeps,
  {
    deliveryId,
    answer,
    ctx,
  }: Readonly<{ deliveryId: string; answer: Attempt; ctx: CommandContext }>,
): Promise<void> {
  await database.call(collectionCommands.recordWebhookAttempt, ctx, {
    deliveryId,
    delivered: answer.kind === 'delivered' || answer.kind === 'fetched',
    ...('status' in answer ? { status: answer.status } : {}),
    ...('error' in answer ? { error: answer.error } : {}),
  });
}
