import type { CommandContext } from '../../domain/context.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { requestMasterChange } from './master-changes.js';
import { companyOf } from './stores.js';

export type BankDetails = Readonly<{
  number: string;
  name: string;
  bankName: string;
  onDocuments: boolean;
  reason: string;
}>;

/**
 * Asks for another bank account of ours. Answers the id of the change.
 *
 * @throws Refusal `COMPANY_MISSING`, `CURRENCY_UNKNOWN` and those of `request_master_change`
 */
export async function askForBankAccount(
  tx: Transaction,
  ctx: CommandContext,
  { reason, currency, ...details }: BankDetails & Readonly<{ currency: string }>,
): Promise<string> {
  const { id: legalEntityId } = await companyOf(tx);
  const own = { legalEntityId, currency: parseCurrency(currency, 'currency') };
  return requestMasterChange(tx, ctx, {
    kind: 'bank-account',
    subject: details.number,
    before: null,
    after: { ...details, ...own, accountCode: accountCode('bank') },
    reason,
  });
}

/**
 * Asks for other details of a bank account of ours. Answers the id of the change.
 *
 * @throws Refusal `BANK_ACCOUNT_NOT_FOUND` and those of `request_master_change`
 */
export async function askForBankDetails(
  tx: Transaction,
  ctx: CommandContext,
  { bankAccountId, reason, ...details }: BankDetails & Readonly<{ bankAccountId: string }>,
): Promise<string> {
  const account = await findAccount(tx, bankAccountId);
  const { number, name, bankName, onDocuments, legalEntityId, currency } = account;
  return requestMasterChange(tx, ctx, {
    kind: 'bank-account',
    subject: bankAccountId,
    before: { number, name, bankName, onDocuments },
    after: { ...details, bankAccountId, legalEntityId, currency },
    reason,
  });
}

/** A bank account of ours. @throws Refusal `BANK_ACCOUNT_NOT_FOUND`; `param` is where the request names it */
export async function findAccount(tx: Transaction, id: string, param = 'bankAccountId') {
  const account = await tx.bankAccount.findUnique({ where: { id } });
  if (account !== null) return account;
  throw new Refusal({ code: 'BANK_ACCOUNT_NOT_FOUND', param, detail: 'There is no such account.' });
}
