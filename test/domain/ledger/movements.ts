import { ACCOUNTS } from '../../../domain/ledger/accounts.js';
import type { JournalLine } from '../../../domain/ledger/journal.js';

const NAMES = new Map(Object.entries(ACCOUNTS).map(([name, { code }]) => [code as string, name]));

/** What the lines move on each account, by its name, debits positive; what moves nothing is left out. */
export function movementsOf(lines: readonly JournalLine[]): Record<string, bigint> {
  const moved = new Map<string, bigint>();
  for (const { account, debit, credit } of lines) {
    moved.set(account, (moved.get(account) ?? 0n) + debit - credit);
  }
  const named = [...moved]
    .filter(([, amount]) => amount !== 0n)
    .map(([account, amount]) => [NAMES.get(account) ?? account, amount] as const);
  return Object.fromEntries(named);
}
