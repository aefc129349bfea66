import { reverseAllocationRoute } from '../../../contract/payment/payments.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';
import { callIn, Prisma } from '../../../prisma/database.js';
import { notFound } from '../../auth/admit.js';
import { command } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { businessDayOf } from '../business-day-of.js';
import { paymentRows, type PaymentStatus } from './payment-rows.js';
import { allocationRows, shownAllocation } from './allocation-rows.js';

export const reverseAllocation = command(reverseAllocationRoute).answers(
  async ({ params, body, ctx, tx }, { clock }) => {
    const { allocationId } = params;
    await callIn(tx, paymentCommands.reverseSettlement, [
      ctx,
      {
        allocationId,
        reversedOn: await businessDayOf(tx, clock, { allocationId }),
        reason: body.reason ?? null,
      },
    ]);
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
        allocation: shownAllocation(allocation),
      },
    };
  },
);
