import { withdrawPromise as withdraw } from '../../../../activities/receivable/promises.js';
import { withdrawPromiseRoute } from '../../../../contract/receivable/promises.js';
import { command } from '../../../route.js';
import { promiseOnWire } from './promise-on-wire.js';

export const withdrawPromise = command(withdrawPromiseRoute).answers(
  async ({ params, ctx, tx }) => {
    await withdraw(tx, ctx, params.promiseId);
    const promise = await tx.promiseToPay.findUniqueOrThrow({ where: { id: params.promiseId } });
    return { status: 200, body: promiseOnWire(promise) };
  },
);
