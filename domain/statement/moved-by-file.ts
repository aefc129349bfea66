import { groupBy } from '../group-by.js';
import type { OwnAccount, OwnStatement } from './judge-file.js';
import type { StatementLine } from './statement.js';

export type MovedByFile = Readonly<{
  account: OwnAccount;
  /** Money in and money that the bank takes back, added up regardless of the sign. */
  total: bigint;
  lines: readonly StatementLine[];
}>;

/**
 * What a bank file books by itself in each account: money in, and reversals, which open again what was paid. Pending and
 * informational lines move nothing; other money out is booked by a person.
 */
export function movedByFile(statements: readonly OwnStatement[]): readonly MovedByFile[] {
  return [...groupBy(statements, ({ account }) => account.id).values()].flatMap(movedIn);
}

function movedIn(statements: readonly OwnStatement[]): readonly MovedByFile[] {
  const [first] = statements;
  if (first === undefined) return [];
  const lines = statements.flatMap((one) => one.lines).filter(isBookedByItself);
  const total = lines.reduce((sum, line) => sum + sizeOf(line), 0n);
  return [{ account: first.account, total, lines }];
}

function isBookedByItself({ status, amount, isReversal }: StatementLine): boolean {
  return status === 'booked' && (amount > 0n || isReversal);
}

/** An amount without its sign. */
export function sizeOf({ amount }: Pick<StatementLine, 'amount'>): bigint {
  return amount < 0n ? -amount : amount;
}
