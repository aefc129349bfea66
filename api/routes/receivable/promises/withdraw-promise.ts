import { withdrawPromiseRoute } from '../../../../contract/receivable/promises.js';
import * as receivableCommands from '../../../../prisma/commands/receivable.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { shownPromise } from '../shown.js';

export const withdrawPromise = command(withdrawPromiseRoute).answers(
  async ({ params, ctx, tx }) => {
    await callIn(tx, receivableCommands.withdrawPromise, [ctx, params]);
    const promise = await tx.promiseToPay.findUniqueOrThrow({ where: { id: params.promiseId } });
    return { status: 200, body: shownPromise(promise) };
  },
);
