import type { CommandContext } from '../../domain/context.js';
import type { OwnStatement } from '../../domain/statement/judge-file.js';
import { movedByFile, sizeOf, type MovedByFile } from '../../domain/statement/moved-by-file.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database } from '../../prisma/database.js';
import { storable } from './statement-lines.js';

/** Lines that the work item shows, the largest first: what a person compares with the bank's own page. */
const LINES_SHOWN_MAX = 10;

type File = Readonly<{ statementId: string; statements: readonly OwnStatement[] }>;

/** Whether the file waits for a second person, because a person handed it in and it is above the limit of an account. */
export async function waitsForRelease(
  database: Database,
  ctx: CommandContext,
  { statementId, statements }: File,
): Promise<boolean> {
  const moved = movedByFile(statements);
  const { waits } = await database.call(statementCommands.holdHandFedStatement, ctx, {
    statementId,
    moved: moved.map(({ account, total }) => ({
      bankAccountId: account.id,
      amount: total.toString(),
    })),
    detail: { accounts: moved.map(inShort), largest: largestOf(moved) },
  });
  return waits;
}

function inShort({ account, total, lines }: MovedByFile) {
  const { number, currency } = account;
  const credits = lines.filter(({ amount }) => amount > 0n).length;
  const takenBack = lines.length - credits;
  return { number, currency, credits, takenBack, total: total.toString() };
}

function largestOf(moved: readonly MovedByFile[]) {
  return moved
    .flatMap(({ lines }) => lines)
    .toSorted((a, b) => (sizeOf(a) > sizeOf(b) ? -1 : 1))
    .slice(0, LINES_SHOWN_MAX)
    .map(({ amount, currency, bookingDate, payerName, text }) => ({
      amount: amount.toString(),
      currency,
      bookingDate: bookingDate.toString(),
      payerName: storable(payerName) ?? null,
      text: storable(text),
    }));
}
