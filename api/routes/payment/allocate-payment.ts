import { applyPayment } from '../../../activities/payment/apply-payment.js';
import { allocatePaymentRoute } from '../../../contract/payment/payments.js';
import { parseMoney } from '../../../domain/money/money.js';
import { Prisma } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { command } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { allocationRows, allocationOnWire } from './allocation-rows.js';
import { businessDayOf } from '../../../activities/business-day-of.js';
import { paymentRows, type PaymentStatus } from './payment-rows.js';

export const allocatePayment = command(allocatePaymentRoute).answers(
  async ({ params, body, principal, ctx, tx }, { clock }) => {
    const { paymentId } = params;
    const { allocationIds, deductionIds } = await applyPayment(tx, ctx, {
      paymentId,
      bookedOn: await businessDayOf(tx, clock, { paymentId }),
      role: principal.role,
      items: body.items.map(({ openItem, amount }, index) => ({
        openItemId: openItem,
        amount: parseMoney(amount, `items[${index}].amount`),
      })),
      deductions: (body.deductions ?? []).map(
        ({ openItem, kind, amount, documentReference }, index) => ({
          openItemId: openItem,
          kind,
          amount: parseMoney(amount, `deductions[${index}].amount`),
          documentReference,
        }),
      ),
    });
    const [row] = await paymentRows(tx, [Prisma.sql`p.id = ${paymentId}::uuid`], 1);
    if (row === undefined) throw notFound();
    const ids = [...allocationIds, ...deductionIds];
    const allocations = await allocationRows(tx, Prisma.sql`a.id = ANY (${ids}::uuid[])`);
    return {
      status: 201,
      body: {
        paymentId,
        status: row.state as PaymentStatus,
        unapplied: wireMoney(row.unapplied_amount, row.currency),
        allocations: allocations.map(allocationOnWire),
      },
    };
  },
);
