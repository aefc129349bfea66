import { recordPromise as record } from '../../../../activities/receivable/promises.js';
import { recordPromiseRoute } from '../../../../contract/receivable/promises.js';
import { command } from '../../../route.js';
import { promiseOnWire } from './promise-on-wire.js';

export const recordPromise = command(recordPromiseRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const id = await record(tx, ctx, { ...params, ...body });
    const promise = await tx.promiseToPay.findUniqueOrThrow({ where: { id } });
    return { status: 201, body: promiseOnWire(promise) };
  },
);
