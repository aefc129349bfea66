import { Temporal } from 'temporal-polyfill';
import { PROMISE_RULES } from '../../../../activities/receivable/promise-rules.js';
import { recordPromiseRoute } from '../../../../contract/receivable/promises.js';
import { refusePromise } from '../../../../domain/receivable/promise.js';
import * as receivableCommands from '../../../../prisma/commands/receivable.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { amountFor, lockInvoice } from '../../../../activities/receivable/locked-invoice.js';
import { shownPromise } from '../shown.js';

export const recordPromise = command(recordPromiseRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const invoice = await lockInvoice(tx, ctx, params.invoiceId);
    const { amount, currency } = amountFor(invoice, body.amount);
    const until = Temporal.PlainDate.from(body.promisedFor);
    const { today } = invoice;
    const refusal = refusePromise({ amount, until }, invoice, { rules: PROMISE_RULES, today });
    if (refusal !== undefined) throw refusal;
    const { promiseId } = await callIn(tx, receivableCommands.recordPromise, [
      ctx,
      {
        invoiceId: params.invoiceId,
        amount: amount.toString(),
        currency,
        promisedOn: today.toString(),
        promisedFor: until.toString(),
        channel: body.channel,
      },
    ]);
    const promise = await tx.promiseToPay.findUniqueOrThrow({ where: { id: promiseId } });
    return { status: 201, body: shownPromise(promise) };
  },
);
