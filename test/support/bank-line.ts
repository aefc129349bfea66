import { randomBytes } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database } from '../../prisma/database.js';
import { recordPaymentAsOwner, type recordPayment } from './record-payment.js';

type Money = InputOf<typeof recordPayment>;

/** Records money of a bank as the reading of a file does: with a line of its own, in a file of its own. */
export async function recordBankMoney(
  database: Pick<Database, 'call' | 'prisma' | 'transaction'>,
  ctx: CommandContext,
  money: Omit<Money, 'source' | 'bankStatementLineId'>,
): Promise<string> {
  const bankStatementLineId = await aBankLine(database, ctx, money);
  const { paymentId } = await recordPaymentAsOwner(database, ctx, {
    source: 'bank',
    bankStatementLineId,
    ...money,
  });
  return paymentId;
}

/** A line of a bank file that nobody has booked yet. Answers its id. */
export async function aBankLine(
  database: Pick<Database, 'call' | 'prisma' | 'transaction'>,
  ctx: CommandContext,
  money: Pick<Money, 'legalEntityId' | 'amount' | 'currency' | 'valueDate'>,
): Promise<string> {
  const { legalEntityId, amount, currency, valueDate } = money;
  const account = await database.prisma.bankAccount.findFirstOrThrow({ where: { legalEntityId } });
  const { id: statementId } = await database.transaction(ctx, (tx) =>
    tx.bankStatement.create({
      data: {
        fileHash: randomBytes(32),
        content: randomBytes(1),
        state: 'received',
        receivedAt: new Date(ctx.at),
        receivedBy: ctx.actor.id,
        source: 'feed',
      },
      select: { id: true },
    }),
  );
  const line = {
    bankAccountId: account.id,
    part: 1,
    position: 1,
    place: 'test',
    status: 'booked',
    bookingDate: valueDate,
    valueDate,
    amount,
    currency,
    remittanceText: '',
    reversal: false,
    fingerprint: randomBytes(32).toString('hex'),
  } as const;
  await database.call(statementCommands.storeBankLines, ctx, { statementId, lines: [line] });
  const { id } = await database.prisma.bankStatementLine.findFirstOrThrow({
    where: { statementId },
  });
  const told = { statementId, new: [id], known: [] };
  await database.call(statementCommands.recogniseBankLines, ctx, told);
  return id;
}
