import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import { ACCOUNTS, accountCode, type AccountName } from '../../domain/ledger/accounts.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import * as ledgerCommands from '../../prisma/commands/ledger.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { openingDay } from './opening-day.js';

export type OpeningBalance = Readonly<{
  /** Code of the account. */
  account: string;
  /** Debit positive, credit negative. */
  balance: MoneyOnWire;
  businessDate?: string | undefined;
}>;

/** Accounts whose balance is the sum of records: those records are brought in, and book it themselves. */
const KEPT_BY_RECORDS: readonly AccountName[] = [
  'receivables',
  'unbilled',
  'inventory',
  'unappliedCash',
  'openingEquity',
];

/**
 * Books what an account had in the old books, against the opening balances. Answers the id of the document.
 *
 * @throws Refusal `COMPANY_MISSING`, `ACCOUNT_UNKNOWN`, `ACCOUNT_KEPT_BY_RECORDS`, `CURRENCY_MISMATCH`, those of
 * `openingDay` and `parseMoney`
 */
export async function bookOpeningBalance(
  tx: Transaction,
  ctx: CommandContext,
  opening: OpeningBalance,
): Promise<string> {
  const legalEntity = await companyOf(tx);
  const { currency } = legalEntity;
  const name = accountNamed(opening);
  const balance = parseMoney(opening.balance, 'balance');
  if (balance.currency !== currency) {
    const detail = `The books of this company are in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'balance.currency', detail });
  }
  const { businessDate } = await openingDay(tx, ctx, { legalEntity, ...opening });
  const documentId = randomUUID();
  await callIn(tx, ledgerCommands.bookOpeningBalance, [
    ctx,
    {
      documentId,
      legalEntityId: legalEntity.id,
      businessDate,
      description: opening.account,
      currency,
      amount: balance.amount.toString(),
      accounts: { account: accountCode(name), counter: accountCode('openingEquity') },
    },
  ]);
  return documentId;
}

function accountNamed({ account }: OpeningBalance): AccountName {
  const names = Object.keys(ACCOUNTS) as AccountName[];
  const name = names.find((one) => accountCode(one) === account);
  if (name === undefined) {
    const detail = `The chart has no account ${account}.`;
    throw new Refusal({ code: 'ACCOUNT_UNKNOWN', param: 'account', detail });
  }
  if (!KEPT_BY_RECORDS.includes(name)) return name;
  const detail = 'The records of this account are brought in, and book its balance themselves.';
  throw new Refusal({ code: 'ACCOUNT_KEPT_BY_RECORDS', param: 'account', detail });
}
