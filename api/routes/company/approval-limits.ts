import { askForApprovalLimits as ask } from '../../../activities/company/approval-limits.js';
import { companyOf } from '../../../activities/company/stores.js';
import {
  askForApprovalLimitsRoute,
  readApprovalLimitsRoute,
} from '../../../contract/company/approval-limits.js';
import { command, route } from '../../route.js';
import { wireMoney, wireMoneyOrNull } from '../../wire.js';
import { readChange } from './master-changes.js';

export const readApprovalLimits = route(readApprovalLimitsRoute).answers(
  async (_call, { database: { prisma } }) => {
    const company = await companyOf(prisma);
    const accounts = await prisma.bankAccount.findMany({ orderBy: { number: 'asc' } });
    const handFedFiles = accounts.map(({ id, number, handFedLimitAmount, currency }) => ({
      bankAccountId: id,
      number,
      limit: wireMoneyOrNull(handFedLimitAmount, currency),
    }));
    const of = (limit: bigint) => wireMoney(limit, company.currency);
    const creditNote = of(company.creditNoteLimitAmount);
    const customerCredit = of(company.customerCreditLimitAmount);
    const stockCount = of(company.stockCountLimitAmount);
    const goodsReceipt = of(company.goodsReceiptLimitAmount);
    return {
      status: 200,
      body: { creditNote, customerCredit, stockCount, goodsReceipt, handFedFiles },
    };
  },
);

export const askForApprovalLimits = command(askForApprovalLimitsRoute).answers(
  async ({ body, tx, ctx }) => ({
    status: 201,
    body: await readChange(tx, await ask(tx, ctx, body)),
  }),
);
