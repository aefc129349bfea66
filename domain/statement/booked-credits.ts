import { groupBy } from '../group-by.js';
import type { OwnAccount, OwnStatement } from './judge-file.js';
import type { StatementLine } from './statement.js';

export type AccountCredits = Readonly<{
  account: OwnAccount;
  total: bigint;
  lines: readonly StatementLine[];
}>;

/** What a bank file brings into each account: its booked lines of money in; pending and informational ones move none. */
export function bookedCredits(statements: readonly OwnStatement[]): readonly AccountCredits[] {
  return [...groupBy(statements, ({ account }) => account.id).values()].flatMap(creditsOf);
}

function creditsOf(statements: readonly OwnStatement[]): readonly AccountCredits[] {
  const [first] = statements;
  if (first === undefined) return [];
  const lines = statements.flatMap((one) => one.lines).filter(isBookedCredit);
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  return [{ account: first.account, total, lines }];
}

function isBookedCredit({ status, amount }: StatementLine): boolean {
  return status === 'booked' && amount > 0n;
}
