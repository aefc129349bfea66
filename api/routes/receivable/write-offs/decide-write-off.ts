import { decideWriteOffRoute } from '../../../../contract/receivable/write-offs.js';
import { accountCode } from '../../../../domain/ledger/accounts.js';
import { Refusal } from '../../../../domain/refusal.js';
import * as receivableCommands from '../../../../prisma/commands/receivable.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { businessDayOf } from '../../business-day-of.js';
import { readWriteOff } from './read-write-off.js';

export const decideWriteOff = command(decideWriteOffRoute).answers(
  async ({ params, body, ctx, tx }, { clock }) => {
    const { writeOffId } = params;
    const asked = await tx.writeOff.findUnique({ where: { id: writeOffId } });
    if (asked === null) {
      const detail = 'There is no such request.';
      throw new Refusal({ code: 'WRITE_OFF_NOT_FOUND', param: 'writeOffId', detail });
    }
    await callIn(tx, receivableCommands.decideWriteOff, [
      ctx,
      {
        writeOffId,
        decision: body.decision,
        businessDate: await businessDayOf(tx, clock, { invoiceId: asked.invoiceId }),
        accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
      },
    ]);
    return { status: 200, body: await readWriteOff(tx, writeOffId) };
  },
);
