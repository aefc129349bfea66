import { requestWriteOff as request } from '../../../../activities/receivable/write-offs.js';
import { requestWriteOffRoute } from '../../../../contract/receivable/write-offs.js';
import { command } from '../../../route.js';
import { readWriteOff } from './read-write-off.js';

export const requestWriteOff = command(requestWriteOffRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const { reason, amount } = body;
    const writeOffId = await request(tx, ctx, { ...params, reason, amount });
    return { status: 201, body: await readWriteOff(tx, writeOffId) };
  },
);
