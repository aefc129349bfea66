import type { CommandContext } from '../../domain/context.js';
import { bookedCredits, type AccountCredits } from '../../domain/statement/booked-credits.js';
import type { OwnStatement } from '../../domain/statement/judge-file.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database } from '../../prisma/database.js';
import { storable } from './statement-lines.js';

/** Credits that the work item shows, the largest first: what a person compares with the bank's own page. */
const CREDITS_SHOWN_MAX = 10;

type File = Readonly<{ statementId: string; statements: readonly OwnStatement[] }>;

/** Whether the file waits for a second person, because a person handed it in and it is above the limit of an account. */
export async function waitsForRelease(
  database: Database,
  ctx: CommandContext,
  { statementId, statements }: File,
): Promise<boolean> {
  const credits = bookedCredits(statements);
  const { waits } = await database.call(statementCommands.holdHandFedStatement, ctx, {
    statementId,
    credits: credits.map(({ account, total }) => ({
      bankAccountId: account.id,
      amount: total.toString(),
    })),
    detail: { accounts: credits.map(inShort), largest: largestOf(credits) },
  });
  return waits;
}

function inShort({ account, total, lines }: AccountCredits) {
  const { number, currency } = account;
  return { number, currency, credits: lines.length, total: total.toString() };
}

function largestOf(credits: readonly AccountCredits[]) {
  return credits
    .flatMap(({ lines }) => lines)
    .toSorted((a, b) => (a.amount > b.amount ? -1 : 1))
    .slice(0, CREDITS_SHOWN_MAX)
    .map(({ amount, currency, bookingDate, payerName, text }) => ({
      amount: amount.toString(),
      currency,
      bookingDate: bookingDate.toString(),
      payerName: storable(payerName) ?? null,
      text: storable(text),
    }));
}
