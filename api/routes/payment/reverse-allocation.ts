import { reverseAllocation as reverse } from '../../../activities/payment/reverse-allocation.js';
import { reverseAllocationRoute } from '../../../contract/payment/payments.js';
import { Prisma } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { command } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { paymentRows, type PaymentStatus } from './payment-rows.js';
import { allocationRows, allocationOnWire } from './allocation-rows.js';

export const reverseAllocation = command(reverseAllocationRoute).answers(
  async ({ params, body, ctx, tx }, { clock }) => {
    const { allocationId } = params;
    await reverse(tx, ctx, { allocationId, reason: body.reason ?? null, clock });
    const [allocation] = await allocationRows(tx, Prisma.sql`a.id = ${allocationId}::uuid`);
    const ofThis = Prisma.sql`p.id = (SELECT coalesce(a.payment_id, d.payment_id) FROM allocation a
      LEFT JOIN deduction d ON d.id = a.deduction_id WHERE a.id = ${allocationId}::uuid)`;
    const [payment] = await paymentRows(tx, [ofThis], 1);
    if (allocation === undefined || payment === undefined) throw notFound();
    return {
      status: 201,
      body: {
        paymentId: payment.id,
        status: payment.state as PaymentStatus,
        unapplied: wireMoney(payment.unapplied_amount, payment.currency),
        allocation: allocationOnWire(allocation),
      },
    };
  },
);
