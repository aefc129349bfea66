import { openDispute as open } from '../../../../activities/receivable/disputes.js';
import { openDisputeRoute } from '../../../../contract/receivable/disputes.js';
import { command } from '../../../route.js';
import { disputeOnWire } from './dispute-on-wire.js';

export const openDispute = command(openDisputeRoute).answers(async ({ params, body, ctx, tx }) => {
  const { reason, amount } = body;
  const id = await open(tx, ctx, { ...params, reason, amount });
  const dispute = await tx.dispute.findUniqueOrThrow({ where: { id } });
  return { status: 201, body: disputeOnWire(dispute) };
});
