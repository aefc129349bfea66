import { requestWriteOffRoute } from '../../../../contract/receivable/write-offs.js';
import { Refusal } from '../../../../domain/refusal.js';
import * as receivableCommands from '../../../../prisma/commands/receivable.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { amountFor, lockInvoice } from '../../../../activities/receivable/locked-invoice.js';
import { readWriteOff } from './read-write-off.js';

export const requestWriteOff = command(requestWriteOffRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const { invoiceId } = params;
    const invoice = await lockInvoice(tx, ctx, invoiceId);
    const wanted = body.amount === undefined ? undefined : amountFor(invoice, body.amount);
    if (wanted !== undefined && wanted.amount <= 0n) {
      const detail = 'What is written off is above zero.';
      throw new Refusal({ code: 'AMOUNT_NOT_POSITIVE', param: 'amount', detail });
    }
    const { writeOffId } = await callIn(tx, receivableCommands.requestWriteOff, [
      ctx,
      {
        invoiceId,
        reason: body.reason,
        ...(wanted === undefined ? {} : { amount: wanted.amount.toString() }),
      },
    ]);
    return { status: 201, body: await readWriteOff(tx, writeOffId) };
  },
);
