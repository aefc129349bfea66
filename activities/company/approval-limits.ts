import type { CommandContext } from '../../domain/context.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { findAccount } from './bank-accounts.js';
import { requestMasterChange } from './master-changes.js';
import { companyOf } from './stores.js';

type HandFedLimit = Readonly<{ bankAccountId: string; limit: MoneyOnWire | null }>;

export type LimitsWish = Readonly<{
  creditNote: MoneyOnWire;
  /** As it is when it is left out. */
  customerCredit?: MoneyOnWire | undefined;
  stockCount?: MoneyOnWire | undefined;
  goodsReceipt?: MoneyOnWire | undefined;
  handFedFiles: readonly HandFedLimit[];
  reason: string;
}>;

/**
 * Asks for other limits of what one person alone may decide. Answers the id of the change.
 *
 * @throws Refusal `COMPANY_MISSING`, `CURRENCY_MISMATCH`, `LIMIT_NEGATIVE`, `BANK_ACCOUNT_NOT_FOUND` and those of
 * `request_master_change`
 */
export async function askForApprovalLimits(
  tx: Transaction,
  ctx: CommandContext,
  { creditNote, customerCredit, stockCount, goodsReceipt, handFedFiles, reason }: LimitsWish,
): Promise<string> {
  const company = await companyOf(tx);
  const present = {
    creditNoteLimit: company.creditNoteLimitAmount.toString(),
    customerCreditLimit: company.customerCreditLimitAmount.toString(),
    stockCountLimit: company.stockCountLimitAmount.toString(),
    goodsReceiptLimit: company.goodsReceiptLimitAmount.toString(),
  };
  const limit = (param: string, wire: MoneyOnWire) => limitOf(wire, { ...company, param });
  const limits = [];
  for (const [index, wish] of handFedFiles.entries()) {
    limits.push(await handFedLimit(tx, wish, `handFedFiles[${index}]`));
  }
  return requestMasterChange(tx, ctx, {
    kind: 'approval-limits',
    subject: company.id,
    before: { ...present, handFedLimits: limits.map(({ before }) => before) },
    after: {
      legalEntityId: company.id,
      ...present,
      creditNoteLimit: limit('creditNote', creditNote),
      ...(customerCredit && { customerCreditLimit: limit('customerCredit', customerCredit) }),
      ...(goodsReceipt && { goodsReceiptLimit: limit('goodsReceipt', goodsReceipt) }),
      ...(stockCount && { stockCountLimit: limit('stockCount', stockCount) }),
      handFedLimits: limits.map(({ after }) => after),
    },
    reason,
  });
}

async function handFedLimit(
  tx: Transaction,
  { bankAccountId, limit }: HandFedLimit,
  place: string,
) {
  const account = await findAccount(tx, bankAccountId, `${place}.bankAccountId`);
  const { currency, number, handFedLimitAmount } = account;
  const wanted = limit === null ? null : limitOf(limit, { currency, param: `${place}.limit` });
  return {
    before: { bankAccountId, number, limit: handFedLimitAmount?.toString() ?? null },
    after: { bankAccountId, number, limit: wanted },
  };
}

function limitOf(
  wire: MoneyOnWire,
  { currency, param }: Readonly<{ currency: string; param: string }>,
): string {
  const limit = parseMoney(wire, param);
  if (limit.currency !== currency) {
    const detail = `The limit is an amount in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: `${param}.currency`, detail });
  }
  if (limit.amount >= 0n) return limit.amount.toString();
  const detail = 'A limit is zero or more; zero means that a second person decides always.';
  throw new Refusal({ code: 'LIMIT_NEGATIVE', param: `${param}.amount`, detail });
}
