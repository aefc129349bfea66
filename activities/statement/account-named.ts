import { Refusal } from '../../domain/refusal.js';
import { normaliseAccount } from '../../domain/statement/text.js';
import type { Transaction } from '../../prisma/database.js';

/**
 * Id of our bank account of this number, written with or without blanks; undefined when none is named.
 *
 * @throws Refusal `BANK_ACCOUNT_UNKNOWN`.
 */
export async function accountNamed(
  tx: Transaction,
  number: string | undefined,
): Promise<string | undefined> {
  if (number === undefined) return undefined;
  const accounts = await tx.bankAccount.findMany({ select: { id: true, number: true } });
  const account = accounts.find((one) => normaliseAccount(one.number) === normaliseAccount(number));
  if (account !== undefined) return account.id;
  throw new Refusal({
    code: 'BANK_ACCOUNT_UNKNOWN',
    param: 'account',
    detail: 'The books know no bank account of this number.',
  });
}
