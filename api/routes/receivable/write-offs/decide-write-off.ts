import { decideWriteOff as decide } from '../../../../activities/receivable/write-offs.js';
import { decideWriteOffRoute } from '../../../../contract/receivable/write-offs.js';
import { command } from '../../../route.js';
import { readWriteOff } from './read-write-off.js';

export const decideWriteOff = command(decideWriteOffRoute).answers(
  async ({ params, body, ctx, tx }, { clock }) => {
    const { writeOffId } = params;
    await decide(tx, ctx, { writeOffId, decision: body.decision, clock });
    return { status: 200, body: await readWriteOff(tx, writeOffId) };
  },
);
