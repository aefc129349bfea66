import { retiredAlive } from '../../../../activities/collection/live-secrets.js';
import { AGENCY_MESSAGES } from '../../../../contract/collection/agency-webhook.js';
import type { CommandContext } from '../../../../domain/context.js';
import { known } from '../../../../domain/known.js';
import type { Transaction } from '../../../../prisma/database.js';

/** Enough to see whether an address works. */
const DELIVERIES_SHOWN = 10;

type Asked = Readonly<{ agencyId: string; ctx: Pick<CommandContext, 'at'> }>;

/** The webhook settings of an agency, without a secret. */
export async function webhookOnWire(tx: Transaction, { agencyId, ctx }: Asked) {
  const agency = await tx.agency.findUniqueOrThrow({
    where: { id: agencyId },
    include: retiredAlive(ctx.at),
  });
  const deliveries = await tx.webhookDelivery.findMany({
    where: { agencyId },
    orderBy: { position: 'desc' },
    take: DELIVERIES_SHOWN,
  });
  const { webhookUrl, webhookSecretCipher, webhookSecretId, webhookSecretSince } = agency;
  const inUse = { id: webhookSecretId, since: webhookSecretSince, expiresAt: null };
  const secrets = [...(webhookSecretCipher === null ? [] : [inUse]), ...agency.retiredSecrets];
  return {
    url: webhookUrl,
    secrets: secrets.map(({ id, since, expiresAt }) => ({
      id,
      createdAt: since?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
    })),
    lastDeliveries: deliveries.map(deliveryOnWire),
  };
}

type Delivery = Awaited<ReturnType<Transaction['webhookDelivery']['findMany']>>[number];

/** The text of an error is left out: it may reveal our network. */
function deliveryOnWire(row: Delivery) {
  const { id, type, placementId, createdAt, attempts, lastStatus, deliveredAt } = row;
  return {
    id,
    type: known(AGENCY_MESSAGES, type),
    placementId,
    createdAt: createdAt.toISOString(),
    state: stateOf(row),
    attempts,
    httpStatus: lastStatus,
    deliveredAt: deliveredAt?.toISOString() ?? null,
  };
}

type DeliveryState = 'waiting' | 'delivered' | 'fetched' | 'refused' | 'failed';

function stateOf({ attempts, lastStatus, deliveredAt }: Delivery): DeliveryState {
  if (deliveredAt !== null) return lastStatus === null ? 'fetched' : 'delivered';
  if (lastStatus !== null) return 'refused';
  return attempts > 0 ? 'failed' : 'waiting';
}
