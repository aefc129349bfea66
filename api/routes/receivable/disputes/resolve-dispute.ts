import { resolveDispute as resolve } from '../../../../activities/receivable/disputes.js';
import { resolveDisputeRoute } from '../../../../contract/receivable/disputes.js';
import { command } from '../../../route.js';
import { disputeOnWire } from './dispute-on-wire.js';

export const resolveDispute = command(resolveDisputeRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const { disputeId } = params;
    const { resolution, creditNoteId } = body;
    await resolve(tx, ctx, { disputeId, resolution, creditNoteId });
    const resolved = await tx.dispute.findUniqueOrThrow({ where: { id: disputeId } });
    return { status: 200, body: disputeOnWire(resolved) };
  },
);
