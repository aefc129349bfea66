import { z } from 'zod';
import type { CommandContext } from '../../domain/context.js';
import { withClient } from '../../cli/bootstrap-database.js';
import { finding } from '../../prisma/commands/finding.js';
import {
  account,
  amount,
  command,
  currency,
  day,
  id,
  list,
  type AnswerOf,
  type InputOf,
} from '../../prisma/commands/command.js';
import type { Database } from '../../prisma/database.js';
import { ownerUrlOf } from './database.js';

/** Books money that has arrived, as unapplied cash. The same source and external id again is answered as known. */
export const recordPayment = command('record_payment', {
  input: z.strictObject({
    source: z.enum(['bank', 'agency']),
    externalId: z.string(),
    legalEntityId: id,
    customerId: id.optional(),
    amount,
    currency,
    valueDate: day,
    businessDate: day,
    payerName: z.string().optional(),
    payerAccount: z.string().optional(),
    remittanceText: z.string().optional(),
    /** What the payer gave beside the text. */
    references: list(z.string()).optional(),
    accountCode: account,
    bankStatementLineId: id.optional(),
    state: z.enum(['unapplied', 'suggested', 'held']).optional(),
    /** What the matcher found, when it is not to be booked. */
    finding: finding.nullable().optional(),
    accounts: z.strictObject({ unappliedCash: account }),
  }),
  answer: z.strictObject({ paymentId: id, kind: z.enum(['recorded', 'known']) }),
});

/** Calls `record_payment` as the owner of the books: the processes book money by the lines of banks and agencies alone. */
export async function recordPaymentAsOwner(
  { prisma }: Pick<Database, 'prisma'>,
  ctx: CommandContext,
  money: InputOf<typeof recordPayment>,
): Promise<AnswerOf<typeof recordPayment>> {
  const [{ name }] = await prisma.$queryRaw<[{ name: string }]>`
    SELECT current_database()::text AS name`;
  return withClient(ownerUrlOf(name), async (client) => {
    const { rows } = await client.query<{ answer: unknown }>(
      'SELECT record_payment($1::jsonb, $2::jsonb) AS answer',
      [JSON.stringify(ctx), JSON.stringify(money)],
    );
    return recordPayment.answer.parse(rows[0]?.answer);
  });
}
